"""Microphone: which one, is anything heard, and how does it sound."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from assistant.devices.microphone.player import play
from assistant.errors import AssistantError, SettingsError
from assistant.tray.first_run.pages.page import Means, Page, Sentence, with_microphone
from assistant.tray.first_run.parts.meter import SPEECH, Meter
from assistant.tray.first_run.parts.take import SECONDS, Take, Verdict, take
from assistant.tray.looks.pieces import button
from assistant.tray.looks.said import said
from assistant.values.control import UseMicrophone
from assistant.values.event import Fault, LevelMeasured, MicrophoneOpened, Recovered, Trouble

PATIENCE_MS = 8000
"""After so long without a loud moment it is asked whether this is the right microphone."""
LOOKS = {
    Verdict.GOOD: "good",
    Verdict.DEAD: "bad",
    Verdict.NOTHING: "bad",
    Verdict.FAINT: "warning",
    Verdict.LOUD: "warning",
}
FAULTS = {Fault.MICROPHONE_LOST, Fault.MICROPHONE_SILENT}


class MicrophonePage(Page):
    """Shows what the running assistant hears; the test records and plays back three seconds."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self.column.addWidget(Sentence(self.tr("Say something: the bar should pass the thin line.")))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Microphone"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(self._use)
        self.column.addWidget(self.choice)
        self.meter = Meter()
        self.column.addWidget(self.meter)
        row = QHBoxLayout()
        self.test = button(self.tr("&Record 3 seconds and play them back"))
        self.test.clicked.connect(self._record)
        row.addWidget(self.test)
        row.addStretch()
        self.column.addLayout(row)
        self.verdict = Sentence()
        self.column.addWidget(self.verdict)
        self.advice = Sentence()
        self.column.addWidget(self.advice)
        self.column.addStretch()
        self._left: int = 0
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._count)
        self._doubt = QTimer(self)
        self._doubt.setSingleShot(True)
        self._doubt.timeout.connect(self._wonder)

    def enter(self) -> None:
        """List the microphones, and wait for somebody to speak."""
        self._list()
        self._doubt.start(PATIENCE_MS)

    def leave(self) -> None:
        """Stop wondering."""
        self._doubt.stop()
        self._countdown.stop()

    def follow(self, event: object) -> None:
        """Show the level, and what the assistant itself says about the microphone."""
        match event:
            case LevelMeasured(decibels):
                self.meter.show_level(decibels)
                if decibels > SPEECH:
                    self._heard()
            case Trouble(fault, message) if fault in FAULTS:
                self.advice.say(message, "bad")
                self.finish(is_done=False)
            case Recovered(fault, message) if fault in FAULTS:
                self.advice.say(message, "good")
            case MicrophoneOpened():
                self.advice.say("")
            case _:
                pass

    def _list(self) -> None:
        self.choice.clear()
        self.choice.addItem(self.tr("System default"), None)
        try:
            names = self.means.desk.microphones()
        except AssistantError as error:
            self.advice.say(said(error), "bad")
            names = []
        chosen = self.means.desk.settings_file.read().hear.microphone
        for name in names if chosen in {None, *names} else [chosen, *names]:
            self.choice.addItem(str(name), name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    def _use(self, index: int) -> None:
        name = self.choice.itemData(index)
        self.means.desk.post(UseMicrophone(name))
        try:
            self.means.choose(partial(with_microphone, name=name))
        except (SettingsError, OSError) as error:
            self.advice.say(self.tr("The choice could not be saved: {why}").format(why=said(error)), "bad")
        self.verdict.say("")
        self.finish(is_done=False)
        self._doubt.start(PATIENCE_MS)

    def _heard(self) -> None:
        self._doubt.stop()
        if not self.is_done:
            self.advice.say(self.tr("The assistant hears you."), "good")
            self.finish()

    def _wonder(self) -> None:
        self.advice.say(
            self.tr(
                "Nothing loud was heard yet. Is this the right microphone, and is it switched on? "
                "Headsets often have a mute key."
            ),
            "warning",
        )

    def _record(self) -> None:
        self.test.setEnabled(False)
        self._left = round(SECONDS)
        self._count()
        self._countdown.start()
        self.means.errands.run(partial(take, self.choice.currentData()), self._judge, self._refused)

    def _count(self) -> None:
        self.verdict.say(self.tr("Recording… {left}").format(left=max(1, self._left)))
        self._left -= 1

    def _judge(self, heard: Take) -> None:
        self._countdown.stop()
        sentences = {
            Verdict.GOOD: self.tr("Good. This is what the assistant hears."),
            Verdict.DEAD: self.tr(
                "Only digital silence: the microphone is muted, or the system does not permit it. "
                "Unmute it in the sound settings, or choose another one."
            ),
            Verdict.NOTHING: self.tr(
                "Nobody was heard: probably it is the wrong microphone. Choose another one."
            ),
            Verdict.FAINT: self.tr("Very quiet. Come closer, or turn its level up in the sound settings."),
            Verdict.LOUD: self.tr("Too loud: it is distorted. Turn its level down in the sound settings."),
        }
        self.verdict.say(sentences[heard.verdict], LOOKS[heard.verdict])
        if heard.verdict in {Verdict.GOOD, Verdict.LOUD}:
            self._heard()
        self.means.errands.run(partial(play, [heard.samples]), self._played, self._refused)

    def _played(self, _seconds: float) -> None:
        self.test.setEnabled(True)

    def _refused(self, error: Exception) -> None:
        self._countdown.stop()
        self.test.setEnabled(True)
        self.verdict.say(said(error), "bad")
