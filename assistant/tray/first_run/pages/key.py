"""Key: which one, how it is used, and that it is really seen."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from assistant.errors import SettingsError
from assistant.tray.first_run.pages.page import Means, Page, Sentence
from assistant.tray.first_run.parts.checks import Checks
from assistant.tray.first_run.parts.keys import OFFERED, pressed_key, spelled
from assistant.tray.looks.pieces import button, card
from assistant.tray.looks.said import said
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.control import Cancel, Job
from assistant.values.event import Fault, Recovered, Trouble
from assistant.values.settings import Hotkey, Settings


class KeyPage(Page):
    """A press while this page is shown says that the key works, and records nothing."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.cap = QLabel()
        self.cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cap.setProperty("look", "title")
        self.column.addWidget(card(self.cap))
        self.told = Sentence()
        self.column.addWidget(self.told)
        self.column.addWidget(
            Sentence(
                self.tr(
                    "Hold it while you speak, and let go: the text appears where your cursor is. "
                    "Or tap it, speak, and tap it again. Escape calls off."
                )
            )
        )
        row = QHBoxLayout()
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Key"))
        self.choice.activated.connect(lambda index: self._use(str(self.choice.itemData(index))))
        row.addWidget(self.choice)
        self.other = button(self.tr("&Another key…"))
        self.other.setCheckable(True)
        self.other.toggled.connect(self._capture)
        row.addWidget(self.other)
        row.addStretch()
        self.column.addLayout(row)
        self.checks = Checks(means)
        self.column.addWidget(self.checks)
        self.column.addStretch()

    def enter(self) -> None:
        """Show the key of the settings, and check what this computer allows."""
        self._show(_key_of(self.means.desk.settings_file.read()))
        self.checks.look()

    def leave(self) -> None:
        """Capture no key any more."""
        self.other.setChecked(False)

    def follow(self, event: object) -> None:
        """See the key; what would be recorded is called off."""
        match event:
            case SpeechStarted(_, _, Trigger.PUSH_TO_TALK):
                self.means.desk.post(Cancel())
                self.told.say(self.tr("That is the key. It works in every window."), "good")
                self.finish()
            case Trouble(Fault.HOTKEY, message):
                self.told.say(message, "bad")
            case Recovered(Fault.HOTKEY, message):
                self.told.say(message, "good")
            case _:
                pass

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Take the key that is to be the key."""
        if not self.other.isChecked():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.other.setChecked(False)
        elif (key := pressed_key(event)) is not None:
            self.other.setChecked(False)
            self._use(key)
        else:
            self.told.say(
                self.tr("Text needs that key. Choose another, or hold Ctrl or Alt with it."), "warning"
            )

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """Capture no key while something else has the keyboard."""
        self.other.setChecked(False)
        super().focusOutEvent(event)

    def _capture(self, is_on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        if is_on:
            self.told.setText(
                self.tr("Press the key or chord that is to begin a recording. Escape: leave it.")
            )
            self.setFocus()
        else:
            self._ask()

    def _use(self, key: str) -> None:
        try:
            self.means.choose(partial(_with_key, key=key))
        except (SettingsError, OSError) as error:
            self.told.say(self.tr("The choice could not be saved: {why}").format(why=said(error)), "bad")
            return
        self.finish(is_done=False)
        self._show(key)

    def _show(self, key: str) -> None:
        self.cap.setText(spelled(key) if key else self.tr("no key"))
        self.choice.clear()
        for one in OFFERED if key in OFFERED or not key else (key, *OFFERED):
            self.choice.addItem(spelled(one), one)
        self.choice.setCurrentIndex(self.choice.findData(key))
        self._ask()

    def _ask(self) -> None:
        if not self.is_done:
            self.told.say(self.tr("Press it now, to see that it works."))


def _key_of(settings: Settings) -> str:
    """Return the first key that dictates; empty where none does."""
    return next((each.keys for each in settings.act.hotkeys if each.job is Job.DICTATE), "")


def _with_key(settings: Settings, key: str) -> Settings:
    """Return `settings` with another key to dictate; keys of other jobs stay."""
    others = tuple(each for each in settings.act.hotkeys if each.job is not Job.DICTATE and each.keys != key)
    return replace(settings, act=replace(settings.act, hotkeys=(Hotkey(key), *others)))
