"""The whole tray as `assistant run` shows it, around an engine that is played by hand. A program for tests.

Reads one order a line, and answers each with one line of JSON:

    begin        somebody begins to speak
    finish       what was said is read and typed
    cancel       what was begun is called off
    keep         something was said that is not typed
    ask          a command waits to be confirmed
    answer       a language model answers
    edit         it offers an edit
    open NAME    the window of this name is wanted
    where        what is on the screen: each window's class, place, and what can be clicked in it
    colours      which windows are dark
    controls     what the engine was told to do
"""

import json
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QSystemTrayIcon,
    QWidget,
)

from assistant.engine.ports import Observer
from assistant.tray import tray
from assistant.tray.app import run_tray
from assistant.tray.desk import About
from assistant.values.action import AskFirst, InsertText, KeepText, Outcome, Result, Window
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.commands.asked import WindowWanted
from assistant.values.control import Control
from assistant.values.event import (
    ActionPerformed,
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    AnswerStarted,
    EditOffered,
    Event,
    IntentRouted,
    LevelMeasured,
    MicrophoneOpened,
    State,
    StateChanged,
    TranscriptReady,
    UtteranceDropped,
)
from assistant.values.intent import Dictate
from assistant.values.transcript import Tag, Transcript

TEXT = "Could we meet on Thursday at ten?"
HALF = 128
"""Between dark and light."""
TAGS = Tag("en", 0.98), Tag("NEUTRAL", 0.9)


def said(number: int, text: str, *, is_final: bool) -> TranscriptReady:
    return TranscriptReady(Transcript(number, 0, 32000, text, *TAGS, (), is_final=is_final))


_ICONS: list[QSystemTrayIcon] = []
"""It is nobody's child; and who asks the garbage collector holds what other threads are making just then."""


class _Icon(QSystemTrayIcon):
    """An icon that can be found."""

    def __init__(self) -> None:
        super().__init__()
        _ICONS.append(self)


class PlayedEngine:
    """Shows events when it is told to, and remembers controls."""

    def __init__(self) -> None:
        self.controls: list[Control] = []
        self.number = 0
        self._observer: Observer = lambda _event: None

    def __call__(self, observer: Observer) -> "PlayedEngine":
        self._observer = observer
        self.show(MicrophoneOpened("Headset"), StateChanged(State.READY))
        return self

    def show(self, *events: Event) -> None:
        for event in events:
            self._observer(event)

    def post(self, control: Control) -> None:
        self.controls.append(control)

    def stop(self, deadline: float = 2.0) -> bool:
        return True

    def begin(self) -> None:
        self.number += 1
        self.show(StateChanged(State.HEARING), SpeechStarted(self.number, 0, Trigger.PUSH_TO_TALK))
        self.show(*(LevelMeasured(-50.0 + step) for step in range(0, 30, 3)))
        self.show(said(self.number, TEXT[:17], is_final=False))

    def finish(self) -> None:
        self.show(said(self.number, TEXT, is_final=True), IntentRouted(self.number, Dictate(TEXT)))
        outcome = Outcome(Result.DELIVERED, window=Window(1, "editor"))
        self.show(ActionPerformed(self.number, InsertText(TEXT, None), outcome), StateChanged(State.READY))

    def cancel(self) -> None:
        self.show(UtteranceDropped(self.number), StateChanged(State.READY))

    def keep(self) -> None:
        self.begin()
        self.show(ActionPerformed(self.number, KeepText(TEXT, "unsure"), Outcome(Result.KEPT)))

    def ask(self) -> None:
        self.number += 1
        self.show(ActionPerformed(self.number, AskFirst((), "Shut down?"), Outcome(Result.ASKED)))

    def answer(self) -> None:
        self.number += 1
        self.show(AnswerStarted(self.number, is_edit=False), AnswerGrew(self.number, TEXT))
        self.show(AnswerEnded(self.number, TEXT, AnswerResult.COMPLETE))

    def edit(self) -> None:
        self.number += 1
        self.show(AnswerStarted(self.number, is_edit=True), EditOffered(self.number, "he goed", "He went."))


class Reporter(QObject):
    """Answers on Qt's thread, behind all events that were shown before."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _answer(self, question: Callable[[], object]) -> None:
        print(json.dumps(question()), flush=True)


def on_screen() -> list[dict[str, object]]:
    """Return every visible window, in real pixels (the scale is 1)."""
    return [_told(each) for each in QApplication.topLevelWidgets() if each.isVisible()] + [
        {"class": "icon", "place": _box(icon.geometry().topLeft(), icon.geometry().size()), "clicks": {}}
        for icon in _ICONS
    ]


def _told(window: QWidget) -> dict[str, object]:
    clicks: dict[str, object] = {}
    if isinstance(window, QMenu):
        for action in window.actions():
            shape = window.actionGeometry(action)
            clicks[action.text()] = _box(window.mapToGlobal(shape.topLeft()), shape.size())
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            clicks[button.text()] = _box(button.mapToGlobal(QPoint(0, 0)), button.size())
    shape = window.frameGeometry()
    return {
        "class": type(window).__name__,
        "place": _box(shape.topLeft(), shape.size()),
        "clicks": clicks,
        "says": [label.text() for label in window.findChildren(QLabel) if label.isVisible()],
        "items": [
            each.item(row).text() for each in window.findChildren(QListWidget) for row in range(each.count())
        ],
        "typed": "".join(each.toPlainText() for each in window.findChildren(QPlainTextEdit))
        + "".join(each.text() for each in window.findChildren(QLineEdit)),
        "is_dark": window.grab().toImage().pixelColor(window.width() // 2, window.height() - 4).lightness()
        < HALF,
        "id": int(window.winId()),
    }


def colours() -> dict[str, bool]:
    """Return which windows are dark, by a pixel at the lower edge."""
    return {
        type(each).__name__: each.grab()
        .toImage()
        .pixelColor(each.width() // 2, each.height() - 4)
        .lightness()
        < HALF
        for each in QApplication.topLevelWidgets()
        if each.isVisible()
    }


def _box(corner: object, size: object) -> list[int]:
    return [corner.x(), corner.y(), size.width(), size.height()]  # type: ignore[attr-defined]  # QPoint and QSize


def main() -> int:
    setattr(tray, "QSystemTrayIcon", _Icon)  # noqa: B010 - mypy knows only the other one
    engine = PlayedEngine()

    reporter = Reporter()  # made on the main thread, where it answers

    def play() -> None:
        for line in sys.stdin:
            order = line.strip()
            match order:
                case _ if order.startswith("open "):
                    engine.show(WindowWanted(order.removeprefix("open ")))
                    reporter.asked.emit(lambda: [each["class"] for each in on_screen()])
                case "where":
                    reporter.asked.emit(on_screen)
                case "colours":
                    reporter.asked.emit(colours)
                case "controls":
                    reporter.asked.emit(lambda: [repr(control) for control in engine.controls])
                case "begin" | "finish" | "cancel" | "keep" | "ask" | "answer" | "edit":
                    getattr(engine, order)()
                    reporter.asked.emit(lambda: [each["class"] for each in on_screen()])

    threading.Thread(target=play, name="player", daemon=True).start()
    return run_tray(engine, lambda: ["Headset"], About("nano", is_demo=True))


if __name__ == "__main__":
    sys.exit(main())
