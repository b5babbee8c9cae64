"""Speaking through Qt: which voice, for which language, and what speaks where Qt cannot."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from assistant.consult.ports import Voice
from assistant.devices.voice.chosen import ChosenVoice, FindVoice
from assistant.devices.voice.program import ProgramVoice
from assistant.engine.work import CancelToken
from assistant.errors import ConsultError
from assistant.tray.voice.mouth import MOCK, Mouth, name_of_qt_voice, qt_engines
from assistant.tray.voice.saying import Saying
from assistant.tray.voice.voice import QtVoice, QtVoices
from assistant.values.action import Window
from assistant.values.control import Cancel, Control, Job, Press, StopAnswer
from assistant.values.settings import ConsultSettings, Settings
from assistant.wiring.asking.consulting import build_consult
from tests.fakes.desktop import RecordingDesktop
from tests.support.chat_server import ChatServer, talk
from tests.support.commands import builtin_router
from tests.support.consulting import Wishes, consulting
from tests.support.qt_speaking import REASON, beside_qt, has_speech
from tests.support.waiting import Stopwatch, wait_until

QT = "PySide6.QtTextToSpeech"
SPEAKS = replace(Settings(), consult=ConsultSettings(is_on=True, speaks=True))
needs_speech = pytest.mark.skipif(not has_speech(), reason=REASON)


@pytest.fixture
def mouth(app: QApplication) -> Iterator[Mouth]:
    made = Mouth(MOCK)
    made.opened.emit(Saying("", ""))
    yield made
    made._let_go()


@pytest.fixture
def espeak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this system a program that speaks; what it is to say goes to a file."""
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\n/bin/cat > {tmp_path}/said\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "said"


def chosen(settings: Settings, find_voice: FindVoice | None, language: str = "en") -> Voice:
    """Return who speaks, asked for as the engine does: on another thread than Qt's."""
    rooms = build_consult(settings, RecordingDesktop(), builtin_router(), find_voice)
    assert rooms is not None
    assert rooms.voice is not None
    make, made = rooms.voice, list[Voice]()

    def choose() -> None:
        voice = make()
        made.append(voice.voice_for(language) if isinstance(voice, ChosenVoice) else voice)

    beside_qt(choose)
    return made[0]


def test_without_the_extra_the_program_speaks(
    app: QApplication, espeak: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, QT, None)  # refuses the import
    assert qt_engines() == ()
    assert name_of_qt_voice() == ""
    chosen(SPEAKS, QtVoices().find).speak("Hello", "en", CancelToken())
    assert espeak.read_text() == "Hello"


def test_without_a_tray_the_program_speaks(app: QApplication, espeak: Path) -> None:
    assert isinstance(chosen(SPEAKS, None), ProgramVoice)


@needs_speech
def test_the_engine_that_says_nothing_is_never_chosen_by_itself(
    app: QApplication, espeak: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", lambda: [MOCK])
    assert isinstance(chosen(SPEAKS, QtVoices().find), ProgramVoice)


@needs_speech
def test_an_engine_that_does_not_open_leaves_it_to_the_program(app: QApplication, espeak: Path) -> None:
    assert isinstance(chosen(SPEAKS, QtVoices("no-such-engine").find), ProgramVoice)


@needs_speech
def test_qt_speaks_where_it_can_unless_a_program_was_named(app: QApplication) -> None:
    find = QtVoices(MOCK).find
    assert isinstance(chosen(SPEAKS, find), QtVoice)
    assert isinstance(chosen(SPEAKS, find), QtVoice)  # again, as when settings change
    named = replace(SPEAKS, consult=replace(SPEAKS.consult, voice=("piper",)))
    assert isinstance(chosen(named, find), ProgramVoice)


@needs_speech
def test_a_language_that_qt_does_not_speak_is_left_to_the_program(app: QApplication, espeak: Path) -> None:
    find = QtVoices(MOCK).find
    assert isinstance(chosen(SPEAKS, find, "fi"), QtVoice)
    assert isinstance(chosen(SPEAKS, find, "zh"), ProgramVoice)
    espeak.with_name("espeak-ng").unlink()
    assert isinstance(chosen(SPEAKS, find, "zh"), QtVoice)  # better than none


@needs_speech
def test_it_is_silent_in_every_language_after_close(mouth: Mouth) -> None:
    voice = ChosenVoice(lambda _language: QtVoice(mouth))
    beside_qt(lambda: voice.speak("one", "en", CancelToken()))
    voice.close()
    mouth._has_begun = False
    for language in ("en", "fi"):
        beside_qt(partial(voice.speak, "one", language, CancelToken()))
    assert not mouth._has_begun


def test_nothing_of_it_is_loaded_before_somebody_speaks(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, QT, raising=False)
    find = QtVoices().find
    assert build_consult(SPEAKS, RecordingDesktop(), builtin_router(), find) is not None
    assert QT not in sys.modules


@needs_speech
@pytest.mark.parametrize(
    ("language", "locale"), [("fi", "fi_FI"), ("en", "en_GB"), ("", "en_GB"), ("zh", "en_GB")]
)
def test_the_language_of_the_answer_picks_the_voice(mouth: Mouth, language: str, locale: str) -> None:
    beside_qt(lambda: QtVoice(mouth).speak("hei", language, CancelToken()))
    assert mouth._speech is not None
    assert mouth._speech.locale().name() == locale


@needs_speech
def test_one_voice_goes_on_where_another_one_was_closed(mouth: Mouth) -> None:
    QtVoice(mouth).close()
    took: list[float] = []

    def speak() -> None:
        started = monotonic()
        QtVoice(mouth).speak("one two three", "en", CancelToken())
        took.append(monotonic() - started)

    beside_qt(speak)
    assert took[0] > 0.25


@needs_speech
def test_a_text_without_words_is_over_at_once(mouth: Mouth) -> None:
    beside_qt(lambda: QtVoice(mouth).speak(" \n", "en", CancelToken()))
    assert not mouth._has_begun


@needs_speech
def test_an_engine_that_fails_is_told_with_what_to_do(mouth: Mouth) -> None:
    speech = mouth._speech
    assert speech is not None
    voice = QtVoice(mouth)

    def fail() -> None:
        with pytest.raises(ConsultError, match="Name a program instead"):
            voice.speak("one " * 100, "en", CancelToken())

    QTimer.singleShot(100, lambda: speech.stateChanged.emit(speech.State.Error))
    beside_qt(fail)


@needs_speech
def test_an_engine_that_never_begins_is_not_waited_for(mouth: Mouth, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mouth._speech, "say", lambda text: None)
    mouth._late.setInterval(20)

    def fail() -> None:
        with pytest.raises(ConsultError, match="does not speak"):
            QtVoice(mouth).speak("one", "en", CancelToken())

    beside_qt(fail)


@needs_speech
@pytest.mark.parametrize("control", [Press(None, Window(7, "Editor"), Job.DICTATE), StopAnswer(), Cancel()])
def test_whoever_speaks_stops_it_at_once(mouth: Mouth, control: Control) -> None:
    def barge_in() -> None:
        wishes = Wishes(SPEAKS.consult, voice=lambda: QtVoice(mouth))
        with ChatServer(talk("one " * 300 + ". ")) as server, consulting(server, wishes) as scene:
            scene.say("tell me everything", Job.ASK)
            wait_until(lambda: mouth._has_begun and mouth._now is not None, "a voice")
            started = Stopwatch()
            scene.post(control)
            wait_until(lambda: mouth._now is None, "silence")
            started.soon("silence (at most 100 ms)")  # the text itself takes a minute and a half

    beside_qt(barge_in)


def test_a_saying_shows_no_word() -> None:
    assert "xylophone" not in repr(Saying("xylophone", "en"))
