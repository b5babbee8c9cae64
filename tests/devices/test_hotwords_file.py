"""The file of hotwords: it is followed, and never worse than it was."""

import os
from pathlib import Path

import pytest

from assistant.devices.hotwords_file import HotwordsFile
from assistant.devices.places import places


@pytest.fixture
def file(tmp_path: Path) -> HotwordsFile:
    return HotwordsFile(tmp_path / "hotwords.txt")


def write(file: HotwordsFile, text: str | bytes) -> None:
    """Write as editors do: another file in the place of the one before."""
    fresh = file.path.with_suffix(".new")
    fresh.write_bytes(text.encode() if isinstance(text, str) else text)
    fresh.replace(file.path)


def texts(file: HotwordsFile) -> list[str]:
    return [hotword.text for hotword in file.current()]


def test_it_is_the_users_own_unless_another_is_named() -> None:
    assert HotwordsFile().path == places().config / "hotwords.txt"


def test_without_a_file_there_are_no_hotwords(file: HotwordsFile) -> None:
    assert texts(file) == []
    assert file.problems == ()


def test_a_change_is_taken_up_and_nothing_else_is_read_twice(file: HotwordsFile) -> None:
    write(file, "Kaldi\n")
    first = file.current()
    assert file.current() is first
    write(file, "Kaldi\nWhisper\n")
    assert texts(file) == ["Kaldi", "Whisper"]
    file.path.unlink()
    assert texts(file) == []


def test_a_change_within_one_tick_of_the_clock_is_seen(file: HotwordsFile) -> None:
    write(file, "Kaldi\n")
    file.current()
    stamp = file.path.stat().st_mtime_ns
    write(file, "Sphinx\n")
    os.utime(file.path, ns=(stamp, stamp))
    assert texts(file) == ["Sphinx"]


@pytest.mark.parametrize("bad", ["Kaldi :much\nWhisper\n", b"\xff\xfe\x00", b"x\n" * (1 << 20)])
def test_the_last_good_list_stays_and_the_trouble_is_told_once(file: HotwordsFile, bad: str | bytes) -> None:
    told: list[str] = []
    file.report = told.append
    write(file, "Kaldi\nSphinx\n")
    good = file.current()
    write(file, bad)
    assert file.current() is good
    assert file.current() is good
    assert len(told) == len(file.problems) == 1
    assert told[0].startswith("hotwords.txt:")
    assert told[0].endswith("the list from before is used.")
    write(file, "Whisper\n")
    assert texts(file) == ["Whisper"]
    assert len(told) == 1
    assert not file.problems


def test_where_there_was_no_good_list_yet_the_good_lines_count(file: HotwordsFile) -> None:
    told: list[str] = []
    file.report = told.append
    write(file, "Kaldi :much\nWhisper\n")
    assert texts(file) == ["Whisper"]
    assert told == [
        "hotwords.txt:1: has a weight that is not a number from 0 to 9; the other lines are used."
    ]
    write(file, "Whisper\nSphinx\n|\n")
    assert texts(file) == ["Whisper", "Sphinx"]
