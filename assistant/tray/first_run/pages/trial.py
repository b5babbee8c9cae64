"""Try it here: done means that real speech arrived as text in the box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit

from assistant.tray.first_run.pages.page import Means, Page, Sentence
from assistant.tray.first_run.parts.keys import spelled
from assistant.tray.looks.pieces import button
from assistant.tray.looks.said import said
from assistant.values.action import Action, InsertText, KeepText, Outcome
from assistant.values.control import Job, Press, Release
from assistant.values.event import ActionPerformed, State, StateChanged, TranscriptReady, Trouble

PHRASES = ("good afternoon", "make a note", "show calendar", "open file", "volume up", "turn the music on")
"""What the demo model knows well."""
LINES = 4
NO_BREAK = "\u00a0"


class TrialPage(Page):
    """A box, and what the assistant says about each attempt."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self.invitation = Sentence()
        self.column.addWidget(self.invitation)
        self.phrases = QLabel()
        self.phrases.setWordWrap(True)
        self.phrases.setProperty("look", "heading")
        self.column.addWidget(self.phrases)
        self.box = QPlainTextEdit()
        self.box.setAccessibleName(self.tr("Your words appear here"))
        self.box.setPlaceholderText(self.tr("Your words appear here"))
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(LINES * self.box.fontMetrics().lineSpacing() + 24)
        self.box.textChanged.connect(self._look)
        self.column.addWidget(self.box)
        row = QHBoxLayout()
        self.talk = button(self.tr("&Talk without the key"))
        self.talk.setCheckable(True)
        self.talk.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the words go where the focus is: into the box
        self.talk.toggled.connect(self._talk)
        row.addWidget(self.talk)
        row.addStretch()
        self.column.addLayout(row)
        self.told = Sentence()
        self.column.addWidget(self.told)
        self.column.addStretch()
        self._arrived = ""
        self._is_demo = means.desk.about.is_demo

    def enter(self) -> None:
        """Say what to do, with the key and the model of now."""
        settings = self.means.desk.settings_file.read()
        keys = [each.keys for each in settings.act.hotkeys if each.job is Job.DICTATE]
        self._is_demo = settings.recognize.model is None
        self.invitation.say(self._words(spelled(keys[0]) if keys else ""))
        self.phrases.setText(" · ".join(phrase.replace(" ", NO_BREAK) for phrase in PHRASES))
        self.phrases.setVisible(self._is_demo)
        self.box.setFocus()

    def leave(self) -> None:
        """Leave no recording open."""
        self.talk.setChecked(False)

    def follow(self, event: object) -> None:
        """Follow an attempt from the key to the text."""
        match event:
            case StateChanged(State.HEARING):
                self.told.say(self.tr("Hearing…"))
            case StateChanged(State.THINKING):
                self.told.say(self.tr("Thinking…"))
            case TranscriptReady(transcript) if transcript.is_final and not transcript.text:
                self.told.say(
                    self.tr("No words were heard. Speak after the key is down, and closer."), "warning"
                )
            case ActionPerformed(utterance, action, outcome) if utterance > 0:
                self._judge(action, outcome)
            case Trouble(_, message):
                self.told.say(message, "bad")
            case _:
                pass

    def _words(self, key: str) -> str:
        if not key:
            return self.tr("Click into the box, press the button below, and say:")
        if self._is_demo:
            return self.tr("Hold {key}, say one of these, and let go:").format(key=key)
        return self.tr("Hold {key}, say anything, in any of its languages, and let go.").format(key=key)

    def _judge(self, action: Action, outcome: Outcome) -> None:
        match action:
            case InsertText(text) if outcome.is_delivered:
                self._arrived = text.strip()
                self._look()
            case InsertText():
                self.told.say(said(outcome.message), "warning")
            case KeepText(text):
                unsure = self.tr(
                    "It heard “{text}”, but was not sure enough to type it. Say it again, a little slower."
                )
                self.told.say(unsure.format(text=text), "warning")
            case _:
                self.told.say(
                    said(outcome.message) or self.tr("That was a command. Say something to be typed.")
                )

    def _look(self) -> None:
        """Ask the receipt, which says that the text was taken, and the box, where it has to stand."""
        if self._arrived and self._arrived in self.box.toPlainText():
            self.told.say(self.tr("It works: your words went from the microphone into this box."), "good")
            self.finish()

    def _talk(self, is_on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        self.box.setFocus()
        self.talk.setText(self.tr("S&top talking") if is_on else self.tr("&Talk without the key"))
        self.means.desk.post(Press() if is_on else Release())
