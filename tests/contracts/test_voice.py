"""What every Voice does: says it and returns, and is silent within 0.1 s."""

import sys
from pathlib import Path
from threading import Timer
from time import monotonic

import pytest

from assistant.devices.voice.program import ProgramVoice, system_voice
from assistant.engine.work import CancelToken
from assistant.errors import ConsultError
from tests.support.spoken import SpokenLog, speaking


@pytest.fixture
def log(tmp_path: Path) -> SpokenLog:
    return SpokenLog(tmp_path / "spoken")


def test_it_returns_once_everything_has_been_said(log: SpokenLog) -> None:
    voice = ProgramVoice(speaking(log.file, 0.2))
    started = monotonic()
    voice.speak("Hello, 世界 --not an option", "en", CancelToken())
    assert monotonic() - started > 0.2
    assert log.texts() == ["Hello, 世界 --not an option"]


def test_a_token_ends_it_and_all_that_it_started_within_a_tenth_of_a_second(log: SpokenLog) -> None:
    voice, token = ProgramVoice(speaking(log.file, 60)), CancelToken()
    set_at: list[float] = []

    def stop() -> None:
        log.wait_for(1)
        set_at.append(monotonic())
        token.set()

    Timer(0.0, stop).start()
    voice.speak("Hello", "en", token)
    assert monotonic() - set_at[0] < 0.1
    assert log.living() == []


def test_after_close_it_is_silent(log: SpokenLog) -> None:
    voice = ProgramVoice(speaking(log.file, 60))

    def close() -> None:
        log.wait_for(1)
        voice.close()

    Timer(0.0, close).start()
    voice.speak("Hello", "en", CancelToken())
    assert log.living() == []
    voice.speak("Again", "en", CancelToken())
    assert log.texts() == ["Hello"]


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
