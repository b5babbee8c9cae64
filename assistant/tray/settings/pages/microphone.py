"""Microphone: what is heard at this moment, and what is wrong where that is nothing."""

from PySide6.QtCore import QTimer, Slot

from assistant.hear.level import SILENCE
from assistant.tray.first_run.parts.meter import Meter
from assistant.tray.looks.pieces import card, heading, relook, verdict
from assistant.tray.looks.said import said
from assistant.tray.settings.plain import PlainPage
from assistant.values.event import LevelMeasured, MicrophoneClosed, MicrophoneOpened

PATIENCE_MS = 4000
FAINT = -60.0
"""Decibels below which nobody speaks into a microphone that is meant for it."""


class MicrophonePage(PlainPage):
    """Shows the level of the microphone that the running assistant hears through."""

    def begin(self) -> None:
        """Add the meter."""
        self.meter = Meter()
        self.told = verdict("", "note")
        self._name = ""
        self._loudest = SILENCE
        self._is_heard = False
        self.add(card(heading(self.tr("What is heard now")), self.meter, self.told))
        self._timer = QTimer(self)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self.judge)
        self._timer.start()
        self.desk.bridge.happened.connect(self._follow)
        self._say(self.tr("Say something: the bar should pass the mark."), "note")

    def close_page(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def judge(self) -> None:
        """Say what the last seconds tell about the microphone."""
        loudest, is_heard = self._loudest, self._is_heard
        self._loudest, self._is_heard = SILENCE, False
        if not is_heard:
            self._say(self.tr("The microphone is closed, or the assistant does not run."), "note")
        elif loudest <= SILENCE:
            self._say(self.tr("✗ Nothing at all comes from it: it is muted, or switched off."), "bad")
        elif loudest < FAINT:
            self._say(self.tr("! Next to nothing is heard. Is it the right microphone?"), "warning")
        else:
            self._say(self.tr("✓ It is heard. {name}").format(name=said(self._name)), "good")

    @Slot(object)
    def _follow(self, event: object) -> None:
        match event:
            case LevelMeasured(decibels):
                self._is_heard = True
                self._loudest = max(self._loudest, decibels)
                if self.isVisible():
                    self.meter.show_level(decibels)
            case MicrophoneOpened(name):
                self._name = name
            case MicrophoneClosed():
                self.meter.show_level(SILENCE)
            case _:
                pass

    def _say(self, text: str, look: str) -> None:
        self.told.setText(text)
        relook(self.told, look)
