"""Live a working day with the tray, as fast as the machine can: memory has to be flat, and Qt content.

usage: [xvfb-run] python -m tests.support.windows.soak [HOURS]      (8 by default; an hour takes some seconds)

An hour is 60 dictations with levels and partial texts, some of them kept, corrected, asked about or answered,
and troubles; menu and every window are opened and closed, theme and language are changed and changed back.
"""

import gc
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from assistant.devices.settings_file import SettingsFile
from assistant.tray.app import Front
from assistant.tray.desk import About, Desk
from assistant.tray.running.caretaker import Started
from assistant.tray.windows import SHELF
from assistant.values.action import AskFirst, InsertText, KeepText, Outcome, Result, Window
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.control import Control
from assistant.values.event import (
    ActionPerformed,
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    AnswerStarted,
    CorrectionOffered,
    EditOffered,
    Event,
    Fault,
    IntentRouted,
    LevelMeasured,
    MicrophoneOpened,
    Recovered,
    State,
    StateChanged,
    TranscriptReady,
    Trouble,
)
from assistant.values.intent import Dictate, Nothing, Why
from assistant.values.transcript import Tag, Transcript
from tests.fakes.engine import ScriptedEngine

PER_HOUR = 60
"""Dictations."""
LEVELS = 600
"""For each of them: a minute at ten a second."""
WORDS = "the quick brown fox jumps over the lazy dog and 中文 too".split()
EXPECTED = "This plugin does not support "
"""What Qt says of drawing into memory, and of nothing else."""


@dataclass
class Day:
    """What was measured."""

    megabytes: list[float] = field(default_factory=list)
    """Resident after each hour."""
    widgets: list[int] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    events: int = 0
    controls: list[Control] = field(default_factory=list)


def dictation(number: int, kind: str) -> Iterator[Event]:
    """Yield what the engine tells of one utterance."""
    text = " ".join(WORDS[: 1 + number % len(WORDS)])
    yield StateChanged(State.HEARING)
    yield SpeechStarted(number, 0, Trigger.PUSH_TO_TALK)
    for step in range(LEVELS):
        yield LevelMeasured(-60.0 + step % 50)
        if step % 150 == 149:
            yield _said(number, text[: step // 30], is_final=False)
    yield _said(number, text, is_final=True)
    match kind:
        case "kept":
            yield IntentRouted(number, Nothing(Why.UNSURE, text))
            yield ActionPerformed(number, KeepText(text, "unsure"), Outcome(Result.KEPT))
        case "asked":
            yield ActionPerformed(number, AskFirst((), text), Outcome(Result.ASKED))
        case "answered":
            yield AnswerStarted(number, is_edit=False)
            for end in range(0, len(text), 4):
                yield AnswerGrew(number, text[:end])
            yield AnswerEnded(number, text, AnswerResult.COMPLETE)
        case "edited":
            yield AnswerStarted(number, is_edit=True)
            yield EditOffered(number, text, text.upper())
        case _:
            yield IntentRouted(number, Dictate(text))
            yield ActionPerformed(
                number, InsertText(text, None), Outcome(Result.DELIVERED, window=Window(1, "editor"))
            )
    yield StateChanged(State.READY)


def live(hours: int, folder: Path) -> Day:
    """Live through so many hours."""
    day = Day()

    def complain(_kind: QtMsgType, _where: QMessageLogContext, message: str | None) -> None:
        if not str(message).startswith(EXPECTED):
            day.warnings.append(str(message))

    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication([])
    application.setQuitOnLastWindowClosed(False)
    before = qInstallMessageHandler(complain)
    desk = Desk(
        day.controls.append,
        settings_file=SettingsFile(folder / "settings.toml"),
        about=About("nano", is_demo=True),
    )
    front = Front(application, desk)
    front.show()
    desk.bridge.happened.emit(Started(ScriptedEngine()))
    desk.bridge.post(MicrophoneOpened("Headset"))
    for hour in range(hours):
        _live_an_hour(front, desk, day, hour)
        _settle()
        day.megabytes.append(_resident())
        day.widgets.append(len(QApplication.allWidgets()))
    front.hide()
    _settle()
    qInstallMessageHandler(before)
    return day


def _live_an_hour(front: Front, desk: Desk, day: Day, hour: int) -> None:
    kinds = cycle(("typed", "typed", "kept", "typed", "answered", "typed", "edited", "asked"))
    for number, kind in zip(range(PER_HOUR), kinds, strict=False):
        for event in dictation(1 + hour * PER_HOUR + number, kind):
            desk.bridge.post(event)
            day.events += 1
        if number % 10 == 0:
            desk.bridge.post(Trouble(Fault.MICROPHONE_LOST, f"The microphone is gone ({number})."))
            desk.bridge.post(Recovered(Fault.MICROPHONE_LOST, "It is back."))
            desk.bridge.post(CorrectionOffered(number, 1, ("other words",)))
        if number % 20 == 0:
            _look_around(front)
        QCoreApplication.processEvents()
    for key, value in (("look.theme", "dark"), ("look.language", "zh_CN")):
        for each in (value, "light" if key == "look.theme" else "en"):
            front._wishes.change(key, each)
            _settle()


def _look_around(front: Front) -> None:
    """Open the menu, and every window that there is, and close them."""
    front.tray.menu.widget.popup(front.tray.window.pos())
    for submenu in front.tray.menu.choosing.all:
        submenu.aboutToShow.emit()
    for name in SHELF:
        front.windows.open(name)
        _settle()
    front.windows.close_all()
    front.tray.menu.widget.close()
    _settle()


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _said(number: int, text: str, *, is_final: bool) -> TranscriptReady:
    tags = Tag("en", 0.98), Tag("NEUTRAL", 0.9)
    return TranscriptReady(Transcript(number, 0, 32000, text, *tags, (), is_final=is_final))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def main(arguments: list[str]) -> int:
    hours = int(arguments[0]) if arguments else 8
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="soak-") as home:
        os.environ["ASSISTANT_HOME"] = home
        day = live(hours, Path(home))
    for hour, (megabytes, widgets) in enumerate(zip(day.megabytes, day.widgets, strict=True), 1):
        print(f"hour {hour}: {megabytes:.1f} MB resident, {widgets} widgets")
    print(f"{day.events} events; Qt complained {len(day.warnings)} times", *day.warnings[:10], sep="\n")
    grown = day.megabytes[-1] - day.megabytes[min(1, hours - 1)]
    print(f"from the second hour to the last: {grown:+.1f} MB")
    return 1 if day.warnings or grown > 5 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
