"""The user's own words: plain files, read again when they change."""

import os
import re
import stat
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.glossary.files import GlossaryFiles
from assistant.devices.glossary.lines import BadLineError, rule, wording, written
from assistant.devices.glossary.variables import Variables
from assistant.values.glossary import Glossary, Wording


@pytest.fixture
def problems() -> list[str]:
    return []


@pytest.fixture
def files(tmp_path: Path, problems: list[str]) -> GlossaryFiles:
    return GlossaryFiles(tmp_path / "config", problems.append)


def write(files: GlossaryFiles, name: str, text: str) -> None:
    """Write a file, at a time that no earlier one had."""
    files.folder.mkdir(exist_ok=True)
    path = files.folder / name
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_without_files_there_are_no_words(files: GlossaryFiles, problems: list[str]) -> None:
    assert files() == Glossary()
    assert problems == []
    assert not files.folder.exists()


def test_words_are_read_and_read_again_when_they_change(files: GlossaryFiles) -> None:
    write(files, "replacements.txt", "\ufeff# mine\n\njason => JSON\n派森=>Python\n")
    write(files, "snippets.txt", "my address => 1 Long Road\\nTown, {date} \\\\n\n")
    write(files, "rules.txt", r"/(\d+) by (\d+)/ => \1×\2")
    first = files()
    assert first.replacements == (Wording("jason", "JSON"), Wording("派森", "Python"))
    assert first.snippets == (Wording("my address", "1 Long Road\nTown, {date} \\n"),)
    assert first.rules[0].pattern.sub(first.rules[0].after, "3 by 4") == "3×4"
    assert files() is first  # nothing changed, nothing was made anew
    write(files, "replacements.txt", "jason => Jason\n")
    assert files().replacements == (Wording("jason", "Jason"),)
    assert files().snippets == first.snippets
    (files.folder / "replacements.txt").unlink()
    assert files().replacements == ()


def test_a_bad_line_is_named_and_the_others_count(files: GlossaryFiles, problems: list[str]) -> None:
    write(files, "replacements.txt", "one => 1\nno arrow\n=> nothing\ntwo => 2\n")
    write(files, "rules.txt", "/(/ => x\n/a/ => \\2\nplain => y\n/b/ => c\n")
    glossary = files()
    assert [each.before for each in glossary.replacements] == ["one", "two"]
    assert [each.pattern.pattern for each in glossary.rules] == ["b"]
    assert [problem.split(":")[0] for problem in problems] == [
        "rules.txt, line 1",
        "rules.txt, line 2",
        "rules.txt, line 3",
        "replacements.txt, line 2",
        "replacements.txt, line 3",
    ]
    files()
    assert len(problems) == 5  # told once


def test_a_file_that_cannot_be_read_leaves_the_last_good_words(
    files: GlossaryFiles, problems: list[str]
) -> None:
    write(files, "replacements.txt", "one => 1\n")
    files()
    path = files.folder / "replacements.txt"
    path.write_bytes(b"\xff\xfe\x00 => x")
    assert [each.before for each in files().replacements] == ["one"]
    assert len(problems) == 1


def test_a_remembered_word_is_in_the_file_once_and_private(files: GlossaryFiles) -> None:
    files.remember("jason", "JSON")
    files.remember("jason", "JSON")
    files.remember("two lines", "a\nb")
    text = (files.folder / "replacements.txt").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if not line.startswith("#")] == [
        "jason => JSON",
        "two lines => a\\nb",
    ]
    assert stat.S_IMODE(files.folder.stat().st_mode) == 0o700
    assert files().replacements[1] == Wording("two lines", "a\nb")


def test_a_last_line_without_an_end_is_not_glued_to(files: GlossaryFiles) -> None:
    write(files, "replacements.txt", "one => 1")
    files.remember("two", "2")
    assert [each.before for each in files().replacements] == ["one", "two"]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=12
)


@given(WORDS.filter(lambda text: "=" not in text and not text.startswith("#")), WORDS)
def test_what_is_written_is_read(before: str, after: str) -> None:
    assert wording(written(before, after)) == Wording(before, after)


@pytest.mark.parametrize("line", ["", "a", "=> b", "/x => y"])
def test_what_is_no_line(line: str) -> None:
    with pytest.raises(BadLineError):
        rule(line)


def test_variables_have_the_values_of_this_moment() -> None:
    asked: list[str] = []

    def clipboard() -> str:
        asked.append("clipboard")
        return "copied"

    variables = Variables(clipboard)
    assert variables("date") == datetime.now().astimezone().date().isoformat()
    assert re.fullmatch(r"\d\d:\d\d", variables("time") or "")
    assert variables("weekday")
    assert asked == []
    assert variables("clipboard") == "copied"
    assert variables("nothing") is None
    assert Variables()("clipboard") == ""
