"""`assistant history`, `vocabulary` and `undo`, as they are typed."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.devices.audio_file import AudioFile
from assistant.devices.history import SqliteHistory
from assistant.devices.places import places, resources
from assistant.services.control.server import ControlServer
from assistant.services.control.status import StatusKeeper
from assistant.values.action import InsertText, Outcome, Result, Window
from assistant.values.control import Control, Correct, Undo
from assistant.values.intent import Dictate
from assistant.values.settings import Settings
from assistant.values.transcript import Transcript
from tests.fakes.recognizer import transcript
from tests.support import sound_server
from tests.support.sound_server import SoundServer
from tests.support.waiting import wait_until
from tests.support.x_client import Reader
from tests.support.x_server import XServer, missing_programs


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def history() -> Iterator[SqliteHistory]:
    with closing(SqliteHistory(places().history_file)) as history:
        yield history


def said(text: str) -> Transcript:
    return transcript(1, text)


def typed(history: SqliteHistory, text: str, app: str = "gedit") -> int:
    window = Window(7, app)
    outcome = Outcome(Result.DELIVERED, "", "clipboard", 0.02, window)
    return history.add(said(text.lower()), Dictate(text), InsertText(text, window), outcome)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_the_newest_texts_stand_last(history: SqliteHistory, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        typed(history, f"Text {number}")
    lines = run(capsys, "history").splitlines()
    assert [line.split("  ")[-1].strip() for line in lines] == [f"Text {number}" for number in range(2, 12)]
    assert len(run(capsys, "history", "last", "3").splitlines()) == 3


def test_search_needs_every_word_and_finds_chinese(
    history: SqliteHistory, capsys: pytest.CaptureFixture[str]
) -> None:
    for text in ("今天天气很好", "今天开会", "The meeting is today"):
        typed(history, text)
    found = run(capsys, "history", "search", "今天", "天气很", "--json")
    assert [json.loads(line)["text"] for line in found.splitlines()] == ["今天天气很好"]
    assert len(run(capsys, "history", "search", "今天").splitlines()) == 2
    assert run(capsys, "history", "search", "MEETING").rstrip().endswith("The meeting is today")


def test_show_tells_all(history: SqliteHistory, capsys: pytest.CaptureFixture[str]) -> None:
    number = typed(history, "Hello There")
    shown = run(capsys, "history", "show", str(number))
    for expected in ("Hello There", "hello there", "gedit", "delivered by clipboard, 20 ms", "not kept"):
        assert expected in shown
    assert json.loads(run(capsys, "history", "show", "--json"))["raw"] == "hello there"


@pytest.mark.parametrize("arguments", [("show", "99"), ("copy",), ("play",), ("delete", "99")])
def test_what_is_not_there_is_one_clear_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert main(("history", *arguments)) == 1
    assert "in the history" in capsys.readouterr().err


def test_deleting_takes_the_recording_too_and_all_or_nothing(
    history: SqliteHistory, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first, second = typed(history, "one"), typed(history, "two")
    recording = tmp_path / "one.wav"
    recording.write_bytes(b"RIFF")
    history.attach(first, recording)
    assert main(("history", "delete", str(first), "99")) == 1
    assert recording.exists()
    run(capsys, "history", "delete", str(first))
    assert not recording.exists()
    assert [entry.id for entry in history.entries()] == [second]


def test_exports_hold_everything(
    history: SqliteHistory, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    texts = ['He said "hi", then left', "两行\n文字", "=1+1"]
    for text in texts:
        typed(history, text)
    for name in ("all.json", "all.csv", "all.md"):
        run(capsys, "history", "export", str(tmp_path / name))
    assert [each["text"] for each in json.loads((tmp_path / "all.json").read_text())] == texts
    rows = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"), newline="")))
    assert [row["text"] for row in rows] == [*texts[:2], "'=1+1"]  # no formula for a spreadsheet
    assert rows[0]["app"] == "gedit"
    assert "He said" in (tmp_path / "all.md").read_text()
    assert json.loads(run(capsys, "history", "export", "-"))[2]["text"] == "=1+1"


def test_a_wipe_leaves_no_byte_of_it_on_the_disk(
    history: SqliteHistory, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    recording = home / "spoken.wav"
    recording.write_bytes(b"xylophone in sound")
    for number in range(200):
        line = typed(history, f"Xylophone {number} 木琴演奏会")
    history.attach(line, recording)
    places().history_file.with_name("history.sqlite.damaged").write_bytes(b"xylophone of old")
    assert main(("history", "wipe")) == 1  # nobody there to be asked
    assert b"xylophone" in _everything(home)
    run(capsys, "history", "wipe", "--yes")
    left = _everything(home)
    for trace in ("xylophone", "Xylophone", "xyl", "木琴", "木琴演"):
        assert trace.encode() not in left
    assert history.entries() == ()
    typed(history, "afresh")
    assert run(capsys, "history", "search", "afresh").strip()


def _everything(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_recording_is_recognised_again(
    history: SqliteHistory, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    number = typed(history, "wrong words")
    recording = tmp_path / "timer.flac"
    recording.write_bytes((resources() / "recordings" / "timer.flac").read_bytes())
    history.attach(number, recording)
    again = json.loads(run(capsys, "history", "redo", str(number), "--json"))
    assert "timer" in again["text"]
    assert again["why"] == f"redo of {number}"
    assert history.last_kept() == again["text"]


def test_a_text_is_copied_and_stays_when_the_command_has_ended(
    history: SqliteHistory, tmp_path: Path
) -> None:
    if reason := missing_programs():
        pytest.skip(reason)
    number = typed(history, "复制 this “text” 🎉")
    history.close()
    with XServer() as server, Reader(server.name) as reader:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "history", "copy", str(number)],
            env={**os.environ, **server.environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert "on the clipboard" in done.stdout
        assert reader.read("UTF8_STRING").value.decode() == "复制 this “text” 🎉"
        assert reader.read("x-kde-passwordManagerHint") is None  # a copy on purpose may be remembered


def test_a_recording_is_played_to_its_end(history: SqliteHistory, tmp_path: Path) -> None:
    if reason := sound_server.missing_programs():
        pytest.skip(reason)
    number = typed(history, "how is the weather")
    recording = tmp_path / "weather.flac"
    recording.write_bytes((resources() / "recordings" / "weather.flac").read_bytes())
    history.attach(number, recording)
    history.close()
    command = [sys.executable, "-m", "assistant", "history", "play", str(number)]
    with SoundServer() as sound:
        started = time.monotonic()
        done = subprocess.run(
            command,
            env={**os.environ, **sound.environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr  # ALSA may tell there of a busy machine
    assert time.monotonic() - started >= (AudioFile(recording).seconds or 0)  # as long as it was spoken


def test_words_are_added_listed_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "vocabulary", "add", "Kubernetes")
    run(capsys, "vocabulary", "add", "JSON", "--heard", "jason")
    run(capsys, "vocabulary", "add", "Kind regards,\\nAnna", "--snippet", "my signature")
    run(capsys, "vocabulary", "add", "Kubernetes")  # twice is once
    listed = run(capsys, "vocabulary")
    assert [line.strip() for line in listed.splitlines() if line.startswith("  ")] == [
        "Kubernetes",
        "jason => JSON",
        "my signature => Kind regards,\\nAnna",
    ]
    run(capsys, "vocabulary", "remove", "json")
    run(capsys, "vocabulary", "remove", "Kubernetes")
    assert "jason" not in run(capsys, "vocabulary")
    assert main(("vocabulary", "remove", "nothing")) == 1
    assert main(("vocabulary", "add", "x", "--heard", "=>")) == 1


class RecordingEngine:
    """Takes orders for a control socket."""

    def __init__(self) -> None:
        self.controls: list[Control] = []
        self.keys = None

    def post(self, control: Control) -> None:
        self.controls.append(control)


def test_undo_and_correct_reach_the_running_assistant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("undo",)) == 3
    assert "No assistant is running" in capsys.readouterr().err
    engine, server = RecordingEngine(), ControlServer()
    server.claim()
    server.serve(
        engine,  # type: ignore[arg-type]  # it has no keys, and none is pressed
        lambda: None,
        StatusKeeper(Settings()),
    )
    try:
        assert main(("undo", "3")) == 0
        assert main(("correct", "2")) == 0
        assert main(("undo", "0")) == 1
        wait_until(lambda: len(engine.controls) == 2)
    finally:
        server.close()
    assert engine.controls == [Undo(3), Correct(2)]
