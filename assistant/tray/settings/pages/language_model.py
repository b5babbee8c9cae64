"""Language model: what is sent to it, to the letter, and which servers there are, once it is switched on."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from assistant.consult.envelope import envelope
from assistant.errors import AssistantError
from assistant.tray.errands import Errands
from assistant.tray.looks.pieces import button, card, heading, note
from assistant.tray.looks.said import said
from assistant.tray.settings.plain import PlainPage
from assistant.values.action import Window
from assistant.values.transcript import Tag, Transcript

if TYPE_CHECKING:
    from assistant.devices.consult.servers import FoundServer

HEIGHT = 150


class LanguageModelPage(PlainPage):
    """Shows what a question would send with the settings as they are."""

    def begin(self) -> None:
        """Add the preview."""
        self.errands = Errands()
        self.question = QLineEdit(self.tr("make this politer"))
        self.question.setAccessibleName(self.tr("An example of what is said"))
        self.sent = QPlainTextEdit()
        self.sent.setReadOnly(True)
        self.sent.setTabChangesFocus(True)
        self.sent.setFixedHeight(HEIGHT)
        self.sent.setAccessibleName(self.tr("What would be sent"))
        self.where = note()
        self.add(
            card(
                heading(self.tr("What would be sent")),
                note(self.tr("For this sentence, said cheerfully in a mail program with a line selected:")),
                self.question,
                self.sent,
                self.where,
            )
        )
        self.question.textChanged.connect(self.preview)
        self.choices.changed.connect(self.preview)
        self.preview()

    def end(self) -> None:
        """Add the look for servers, which opens a connection and so waits for a click."""
        self.seek = button(self.tr("Look for servers on this computer"))
        self.found = note()
        self.seek.clicked.connect(self._find)
        self.add(self.seek)
        self.add(self.found)
        self.preview()

    def close_page(self) -> None:
        """Look no more."""
        self.errands.close()

    @Slot()
    def preview(self) -> None:
        """Show what would be sent."""
        consult = self.choices.settings.consult
        if hasattr(self, "seek"):
            self.seek.setEnabled(consult.is_on)
        text = self.question.text().strip()
        heard = Transcript(1, 0, 16_000, text, Tag("en", 0.98), Tag("HAPPY", 0.9), (Tag("Laughter", 0.9),))
        about = envelope(heard, text, Window(1, "thunderbird", title="Inbox"), consult)
        if consult.sends_selection:
            about = about.with_selection(self.tr("send me the report today"))
        pretty = json.dumps(json.loads(about.json()), ensure_ascii=False, indent=2)
        if not consult.is_on:
            self.where.setText(self.tr("✓ Switched off: nothing is sent, and nothing is loaded."))
        elif not consult.server:
            self.where.setText(self.tr("No server is named yet: nothing is sent."))
        else:
            to = self.tr("Sent to {server}, when you ask, and never otherwise.")
            self.where.setText(to.format(server=consult.server))
        self.sent.setPlainText(pretty)

    def _find(self) -> None:
        from assistant.devices.consult.servers import survey

        consult = self.choices.settings.consult
        self.seek.setEnabled(False)
        self.found.setText(self.tr("Looking at the ports that Ollama, llama.cpp and LM Studio use…"))
        self.errands.run(lambda: survey(consult), self._show, self._failed)

    def _show(self, found: "tuple[FoundServer, ...]") -> None:
        self.seek.setEnabled(True)
        lines = [
            f"{said(one.name)}: {one.url}  {', '.join(model.name for model in one.models)}" for one in found
        ]
        self.found.setText(
            "\n".join(lines) or self.tr("None answered. Start one, for example `ollama serve`.")
        )

    def _failed(self, error: AssistantError | OSError) -> None:
        self.seek.setEnabled(True)
        self.found.setText(said(error))
