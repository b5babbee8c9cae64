"""The menu: what is going on, and everything that can be chosen."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu

from assistant.engine.state import LASTING
from assistant.errors import AssistantError
from assistant.tray.desk import Desk
from assistant.tray.menu.repairs import RepairMenu
from assistant.values.action import Action, InsertText, KeepText, Outcome
from assistant.values.audio import SpeechStarted
from assistant.values.control import Cancel, DeliverKept, Mode, SetMode, SetPrivacy, UseMicrophone
from assistant.values.event import (
    ActionPerformed,
    Fault,
    IntentRouted,
    ModeChanged,
    PrivacyChanged,
    Recovered,
    State,
    StateChanged,
    TranscriptReady,
    Trouble,
)
from assistant.values.intent import Nothing

LONGEST_LINE = 70
LONGEST_PREVIEW = 28
SETTLE_MS = 200
"""The menu holds the keyboard until it is gone; text typed meanwhile would be lost."""
BUSY = {State.HEARING, State.THINKING, State.ACTING}


class Menu(QObject):
    """Shows the events it is given, and turns clicks into controls."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._about = about = desk.about
        self._state = State.STARTING
        self._mode = about.mode
        self._microphone = about.microphone
        self._troubles: dict[Fault, str] = {}
        self._last = ""
        self._kept = ""
        self.widget = QMenu()
        self._build()
        self._show_model(about.model, is_demo=about.is_demo)
        self._show()

    def follow(self, event: object) -> None:
        """Show what happened."""
        self.repairs.follow(event)
        match event:
            case StateChanged(state):
                self._state = state
            case ModeChanged(mode):
                self._mode = mode
            case PrivacyChanged(is_private):
                self.private.setChecked(is_private)
            case Trouble(fault, message):
                self._troubles[fault] = message
            case Recovered(fault):
                self._troubles.pop(fault, None)
            case SpeechStarted():
                self._troubles = {fault: text for fault, text in self._troubles.items() if fault in LASTING}
            case TranscriptReady(transcript):
                self._show_model(transcript.model, is_demo=transcript.is_demo)
            case IntentRouted(_, Nothing(_, text)) if text:
                self._last = text
            case ActionPerformed(_, action, outcome):
                self._remember(action, outcome)
            case _:
                return
        self._show()

    def start_obeying(self) -> None:
        """Let the user choose: there is an engine now."""
        for action in (*self.modes.values(), self.microphone.menuAction(), self.private):
            action.setEnabled(True)

    def _build(self) -> None:
        menu = self.widget
        # They stay enabled although little happens on a click: greyed out they could hardly be read.
        self.status, self.trouble, self.model = (menu.addAction("") for _ in range(3))
        menu.addSeparator()
        names = {Mode.PUSH_TO_TALK: self.tr("Push-to-talk"), Mode.HANDS_FREE: self.tr("Hands-free")}
        group = QActionGroup(menu)
        self.modes = {mode: self._choice(menu, group, name) for mode, name in names.items()}
        for mode, action in self.modes.items():
            action.triggered.connect(lambda _on=False, mode=mode: self._desk.post(SetMode(mode)))
            action.setEnabled(False)
        self.microphone = menu.addMenu(self.tr("Microphone"))
        self.microphone.menuAction().setEnabled(False)
        self.microphone.aboutToShow.connect(self._list_microphones)
        self.private = menu.addAction(self.tr("Private: keep nothing"))
        self.private.setCheckable(True)
        self.private.setEnabled(False)
        self.private.triggered.connect(lambda on: self._desk.post(SetPrivacy(is_private=on)))
        self._fill_microphones([])  # some hosts show a submenu that is empty as no submenu at all
        menu.addSeparator()
        self.copy = menu.addAction(self.tr("Copy last text"), self._copy)
        self.deliver = menu.addAction("", self._deliver)
        self.repairs = RepairMenu(menu, self._desk.post)
        self.cancel = menu.addAction(self.tr("Cancel"), lambda: self._desk.post(Cancel()))
        menu.addSeparator()
        self.about = menu.addAction(self.tr("About…"), self._show_about)
        self.quit = menu.addAction(self.tr("Quit"), self._desk.leave)

    def _show_about(self) -> None:
        from assistant.tray.menu.about import about_window

        # open() and not exec(): the tray goes on listening while somebody reads.
        self.window = about_window(self._about.credits())
        self.window.open()

    def _choice(self, menu: QMenu, group: QActionGroup, name: str) -> QAction:
        action = menu.addAction(name)
        action.setCheckable(True)
        group.addAction(action)
        return action

    def _list_microphones(self) -> None:
        try:
            names = self._desk.microphones()
        except AssistantError:
            names = []  # the engine tells what is wrong with them
        self._fill_microphones(names)

    def _fill_microphones(self, names: list[str]) -> None:
        self.microphone.clear()
        group = QActionGroup(self.microphone)
        gone = [] if self._microphone is None or self._microphone in names else [self._microphone]
        for name in (None, *gone, *names):
            label = self.tr("System default") if name is None else _line(name)
            action = self._choice(self.microphone, group, label)
            action.setChecked(name == self._microphone)
            action.triggered.connect(lambda _on=False, name=name: self._use(name))

    def _use(self, name: str | None) -> None:
        self._microphone = name
        self._desk.post(UseMicrophone(name))

    def _remember(self, action: Action, outcome: Outcome) -> None:
        if not isinstance(action, InsertText | KeepText):
            return
        self._last = action.text
        if not outcome.is_delivered:
            self._kept = action.text
        elif action.text == self._kept:
            self._kept = ""

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._last)

    def _deliver(self) -> None:
        QTimer.singleShot(SETTLE_MS, lambda: self._desk.post(DeliverKept()))

    def _show(self) -> None:
        self.status.setText(_line(self.sentence()))
        self.trouble.setText(_line(next(reversed(self._troubles.values()), "")))
        self.trouble.setVisible(bool(self._troubles))
        if self._mode in self.modes:
            self.modes[self._mode].setChecked(True)
        self.copy.setEnabled(bool(self._last))
        self.deliver.setEnabled(bool(self._kept))
        what = self.tr("Type what was kept")
        self.deliver.setText(f"{what}: “{_line(self._kept, LONGEST_PREVIEW)}”" if self._kept else what)
        self.cancel.setEnabled(self._state in BUSY)

    def _show_model(self, name: str, *, is_demo: bool) -> None:
        demo = self.tr("Demo model (English commands) — not SenseVoice-Small")
        self.model.setText(demo if is_demo else _line(self.tr("Model: {name}").format(name=name)))
        self.model.setVisible(is_demo or bool(name))

    def sentence(self) -> str:
        """Say what the assistant is doing."""
        sentences = {
            State.STARTING: self.tr("Starting…"),
            State.HEARING: self.tr("Hearing…"),
            State.THINKING: self.tr("Thinking…"),
            State.ACTING: self.tr("Typing…"),
            State.TROUBLE: self.tr("Something is wrong"),
            State.STOPPED: self.tr("Stopped"),
        }
        if self._state is not State.READY:
            return sentences[self._state]
        if self._mode is Mode.HANDS_FREE:
            return self.tr("Ready — just speak")
        return self.tr("Ready — hold {key} and speak").format(key=self._key())

    def _key(self) -> str:
        """Return the key's name as it is printed on keyboards: Control_R is the Right Ctrl."""
        name, _, side = self._about.hotkey.partition("_")
        name = {"Control": "Ctrl"}.get(name, name)
        match side:
            case "R":
                return self.tr("Right {key}").format(key=name)
            case "L":
                return self.tr("Left {key}").format(key=name)
            case _:
                return self._about.hotkey


def _line(text: str, longest: int = LONGEST_LINE) -> str:
    """Return `text` as the label of an action: one line, not too long, no mnemonics."""
    line = " ".join(text.split())
    short = line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
    return short.replace("&", "&&")
