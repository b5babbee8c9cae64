"""Long recordings: read in sections, put together, and gone on with after an interruption."""

import signal
import subprocess
import sys
import wave
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.cli.commands.demo import demo_recordings
from assistant.cli.recordings.reader import SectionReader
from assistant.cli.recordings.whole import whole
from assistant.devices.audio_file import AudioFile
from assistant.devices.places import places
from assistant.values.audio import SAMPLE_RATE
from assistant.values.settings import KeepSettings, RecognizeSettings, Settings
from assistant.values.transcript import Tag, Timings, Transcript
from tests.fakes.rooms import quiet
from tests.support.waiting import wait_until

IN_PROCESS = Settings(recognize=RecognizeSettings(isolated=False))


def talk(path: Path, seconds: float) -> Path:
    """Write the shipped recordings, 2 s of quiet after each, over and over."""
    parts = [np.concatenate([AudioFile.read(one), quiet(2.0)]) for one in demo_recordings()]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(np.resize(np.concatenate(parts), round(seconds * SAMPLE_RATE)).tobytes())
    return path


def read(path: Path, settings: Settings = IN_PROCESS) -> Transcript:
    with closing(SectionReader(settings)) as reader:
        transcript = reader.read(path, lambda _: None)
        reader.forget_unfinished()
    return transcript


def interrupt(path: Path, at: float, settings: Settings = IN_PROCESS) -> None:
    """Press Ctrl+C when that much of a recording is read."""

    def stop(fraction: float) -> None:
        if fraction >= at:
            raise KeyboardInterrupt

    with closing(SectionReader(settings)) as reader, pytest.raises(KeyboardInterrupt):
        reader.read(path, stop)


def kept() -> list[Path]:
    return sorted(places().unfinished.glob("*")) if places().unfinished.is_dir() else []


def test_an_interrupted_recording_goes_on_where_it_was(tmp_path: Path) -> None:
    path = talk(tmp_path / "talk.wav", 75.0)
    undisturbed = read(path)
    assert kept() == []
    interrupt(path, 0.7)
    (notes,) = kept()
    lines = notes.read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 3
    first = undisturbed.text.split()[0]
    notes.write_text(notes.read_text(encoding="utf-8").replace(first, "xylophone"), encoding="utf-8")
    resumed = read(path)
    assert "xylophone" in resumed.text, "what was read before is not read again"
    assert resumed.text.replace("xylophone", first) == undisturbed.text
    assert [(word.start, word.stop) for word in resumed.words] == [
        (word.start, word.stop) for word in undisturbed.words
    ]
    assert kept() == []


def test_words_lie_where_they_were_said_and_in_order(tmp_path: Path) -> None:
    transcript = read(talk(tmp_path / "talk.wav", 30.0))
    starts = [word.start for word in transcript.words]
    assert starts == sorted(starts)
    assert max(starts) > 20 * SAMPLE_RATE
    assert transcript.stop == 30 * SAMPLE_RATE
    assert transcript.text.split() == [word.text for word in transcript.words]


def test_in_private_mode_nothing_is_kept(tmp_path: Path) -> None:
    private = replace(IN_PROCESS, keep=KeepSettings(private=True))
    interrupt(talk(tmp_path / "talk.wav", 75.0), 0.7, private)
    assert kept() == []


def test_ctrl_c_ends_the_command_and_the_same_command_goes_on(tmp_path: Path) -> None:
    path = talk(tmp_path / "talk.wav", 400.0)
    command = [sys.executable, "-m", "assistant", "transcribe", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        wait_until(kept, "the first section is read", patience=60)
        program.send_signal(signal.SIGINT)
        text, complaints = program.communicate(timeout=60)
    assert (program.returncode, text) == (130, "")
    assert "of talk.wav is read. The same command goes on from there." in complaints
    assert "Traceback" not in complaints
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=240)
    assert done.stdout.split().count("window") > 20
    assert done.stderr == ""
    assert kept() == []


def part(text: str, seconds: tuple[float, float], language: Tag) -> Transcript:
    start, stop = (round(second * SAMPLE_RATE) for second in seconds)
    sounds = (Tag("Speech", 0.8),)
    return Transcript(
        *(1, start, stop, text, language, Tag("NEUTRAL", 0.9), sounds), timings=Timings(stop - start)
    )


def test_the_whole_is_in_the_language_that_was_spoken_longest() -> None:
    parts = [
        part("hello", (0, 4), Tag("en", 0.9)),
        part("", (4, 90), Tag("nospeech", 1.0)),
        part("world.", (90, 94), Tag("en", 0.5)),
        part("你好", (94, 100), Tag("zh", 1.0)),
    ]
    found = whole(parts, 101 * SAMPLE_RATE)
    assert found.text == "hello world.你好"
    assert (found.language.name, round(found.language.probability, 6)) == ("en", 0.7)
    assert (found.start, found.stop) == (0, 101 * SAMPLE_RATE)
    assert [(tag.name, round(tag.probability, 6)) for tag in found.sounds] == [("Speech", 0.8)]


def test_a_recording_with_nothing_in_it_is_no_speech() -> None:
    assert whole([], 0).language.name == "nospeech"
    silent = part("", (0, 4), Tag("nospeech", 1.0))
    assert (whole([silent], 5).text, whole([silent], 5).language.name) == ("", "nospeech")
