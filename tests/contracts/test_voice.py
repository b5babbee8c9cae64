"""What every Voice does: says it and returns, and is silent within 0.1 s."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from time import monotonic

import pytest

from assistant.consult.ports import Voice
from assistant.devices.voice.program import ProgramVoice, system_voice
from assistant.engine.work import CancelToken
from assistant.errors import ConsultError
from assistant.tray.voice.mouth import MOCK, Mouth
from assistant.tray.voice.saying import Saying
from assistant.tray.voice.voice import QtVoice
from tests.support.qt_speaking import REASON, beside_qt, has_speech, qt_without_screen
from tests.support.spoken import SpokenLog, speaking
from tests.support.waiting import wait_until

Work = Callable[[], None]


@dataclass
class Speaking:
    """A way to speak, and how a test sees what it does."""

    voice: Callable[[float], Voice]
    """Returns one that speaks so many seconds."""
    text: Callable[[float], str]
    """Returns a text that takes so many seconds."""
    has_begun: Callable[[], bool]
    is_silent: Callable[[], bool]
    run: Callable[[Work], None]
    """Does something on a thread that may speak."""


@pytest.fixture
def log(tmp_path: Path) -> SpokenLog:
    return SpokenLog(tmp_path / "spoken")


def _program(log: SpokenLog) -> Speaking:
    return Speaking(
        lambda seconds: ProgramVoice(speaking(log.file, seconds)),
        lambda _seconds: "Hello, 世界 --not an option",
        lambda: len(log.texts()) > 0,
        lambda: not log.living(),
        lambda work: work(),
    )


def _qt() -> Iterator[Speaking]:
    if not has_speech():
        pytest.skip(REASON)
    with qt_without_screen():
        mouth = Mouth(MOCK)  # says a word in a tenth of a second
        mouth.opened.emit(Saying("", ""))

        def is_silent() -> bool:
            speech = mouth._speech
            return speech is not None and bool(speech.state() == speech.State.Ready)

        yield Speaking(
            lambda _seconds: QtVoice(mouth),
            lambda seconds: "hello " * round(10 * seconds),
            lambda: mouth._has_begun,
            is_silent,
            beside_qt,
        )
        mouth._let_go()


@pytest.fixture(params=["program", "qt"])
def speaker(request: pytest.FixtureRequest, log: SpokenLog) -> Iterator[Speaking]:
    if request.param == "program":
        yield _program(log)
    else:
        yield from _qt()


def test_it_returns_once_everything_has_been_said(speaker: Speaking) -> None:
    voice, took = speaker.voice(0.3), list[float]()

    def speak() -> None:
        started = monotonic()
        voice.speak(speaker.text(0.3), "en", CancelToken())
        took.append(monotonic() - started)

    speaker.run(speak)
    assert 0.25 < took[0] < 5
    assert speaker.is_silent()
    speaker.run(speak)
    assert took[1] > 0.25


def test_a_token_ends_it_within_a_tenth_of_a_second(speaker: Speaking) -> None:
    voice, token = speaker.voice(60), CancelToken()
    times: list[float] = []

    def stop() -> None:
        wait_until(speaker.has_begun, "a voice")
        times.append(monotonic())
        token.set()

    def speak() -> None:
        Timer(0.0, stop).start()
        voice.speak(speaker.text(60), "en", token)
        times.append(monotonic())

    speaker.run(speak)
    assert times[1] - times[0] < 0.1
    assert speaker.is_silent()


def test_what_was_called_off_before_is_not_begun(speaker: Speaking) -> None:
    token = CancelToken()
    token.set()
    speaker.run(lambda: speaker.voice(60).speak(speaker.text(60), "en", token))
    assert speaker.is_silent()


def test_after_close_it_is_silent(speaker: Speaking) -> None:
    voice, text = speaker.voice(60), speaker.text(60)

    def close() -> None:
        wait_until(speaker.has_begun, "a voice")
        voice.close()

    def speak() -> None:
        Timer(0.0, close).start()
        voice.speak(text, "en", CancelToken())

    speaker.run(speak)
    assert speaker.is_silent()
    speaker.run(lambda: voice.speak(text, "en", CancelToken()))
    assert speaker.is_silent()


def test_a_program_gets_the_text_on_its_standard_input_once(log: SpokenLog) -> None:
    voice = ProgramVoice(speaking(log.file, 0.0))
    voice.speak("Hello, 世界 --not an option", "en", CancelToken())
    voice.close()
    voice.speak("Again", "en", CancelToken())
    assert log.texts() == ["Hello, 世界 --not an option"]


def test_a_voice_that_is_not_there_or_fails_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConsultError, match="no-such-voice cannot be started"):
        ProgramVoice(["no-such-voice"]).speak("x", "en", CancelToken())
    with pytest.raises(ConsultError, match="status 3"):
        ProgramVoice([sys.executable, "-c", "import sys; sys.exit(3)"]).speak("x", "en", CancelToken())


def test_the_language_goes_where_the_user_put_it(tmp_path: Path) -> None:
    file = tmp_path / "out"
    program = f"import sys, pathlib; pathlib.Path({str(file)!r}).write_text(sys.argv[1])"
    ProgramVoice([sys.executable, "-c", program, "voice-{language}"]).speak("你好", "zh", CancelToken())
    assert file.read_text() == "voice-zh"


def test_the_system_has_a_voice_or_it_is_told_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConsultError, match="Install espeak-ng"):
        system_voice()
    program = tmp_path / "espeak-ng"
    program.write_text(f'#!/bin/sh\n/bin/cat > {tmp_path}/said\necho "$@" > {tmp_path}/how\n')
    program.chmod(0o755)
    system_voice().speak("你好", "zh", CancelToken())
    assert (tmp_path / "said").read_text() == "你好"
    assert (tmp_path / "how").read_text() == "-v zh --stdin\n"
