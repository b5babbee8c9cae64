"""`transcribe` with the user's words and languages, on a recording that ships."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.devices import places

RECORDING = places.resources() / "recordings" / "new-window.flac"


def transcribe(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[dict[str, Any], str]:
    assert main(["transcribe", "--json", *options, str(RECORDING)]) == 0
    out, err = capsys.readouterr()
    [answer] = json.loads(out)
    return answer, err


def test_hotwords_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain, _ = transcribe(capsys)
    first = plain["words"][0]["text"]
    listed = tmp_path / "words.txt"
    listed.write_text(f"Zebra | {first}\nKaldi :heavy\n", encoding="utf-8")
    answer, err = transcribe(capsys, "--hotwords", str(listed))
    assert answer["text"] == plain["text"].replace(first, "Zebra", 1)
    assert [(one["before"], one["after"], one["why"]) for one in answer["replacements"]] == [
        (first, "Zebra", "alias")
    ]
    assert "words.txt:2: has a weight that is not a number from 0 to 9" in err


def test_a_list_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "gone.txt"
    assert main(["transcribe", "--hotwords", str(missing), str(RECORDING)]) == 1
    assert f"there is no list of hotwords at {missing}" in capsys.readouterr().err


def test_languages(capsys: pytest.CaptureFixture[str]) -> None:
    plain, _ = transcribe(capsys)
    english, _ = transcribe(capsys, "--languages", "en,zh")
    assert english["text"] == plain["text"]
    korean, _ = transcribe(capsys, "--languages", "ko")
    assert korean["text"] == ""
    assert korean["language"] in {"ko", "nospeech"}


def test_a_language_that_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcribe", "--languages", "en,tlh", str(RECORDING)]) == 1
    assert "language 'tlh' is unknown to nano; it knows" in capsys.readouterr().err
