"""Text: how it is written, the user's own words, and a line to try both with."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from assistant.act.formatting.formatter import Formatter
from assistant.devices.glossary.files import GlossaryFiles
from assistant.errors import SettingsError
from assistant.tray.looks.pieces import card, heading, note, verdict
from assistant.tray.looks.said import said
from assistant.tray.settings.editors.words import WordEditors
from assistant.tray.settings.plain import PlainPage
from assistant.values.transcript import Tag, Transcript


class TextPage(PlainPage):
    """Tries the settings and words as they are saved."""

    def begin(self) -> None:
        """Add the line to try."""
        self.words = WordEditors(self.choices.settings.recognize.hotwords)
        self._glossary = GlossaryFiles()
        self.heard = QLineEdit()
        self.heard.setPlaceholderText(self.tr("um I I I said it is twenty five comma right"))
        self.heard.setAccessibleName(self.tr("Try it: what is heard"))
        self.written = verdict("", "good")
        self.written.hide()
        about = note(self.tr("What would be written of this, with the settings and words as they are now:"))
        self.add(card(heading(self.tr("Try it")), about, self.heard, self.written))
        self.heard.textChanged.connect(self.try_it)
        self.choices.changed.connect(self.try_it)
        for editor in self.words.editors.values():
            editor.save.clicked.connect(self.try_it)

    def end(self) -> None:
        """Add the words."""
        self.add(heading(self.words.accessibleName()))
        self.add(self.words)

    @Slot()
    def try_it(self) -> None:
        """Write what stands in the line as it would be written."""
        text = self.heard.text().strip()
        self.written.setVisible(bool(text))
        if not text:
            return
        settings = self.choices.settings
        chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in text)
        language = "zh" if 2 * chinese > len(text) else "en"
        heard = Transcript(1, 0, 0, text, Tag(language, 1.0), Tag("NEUTRAL", 1.0), (), model="text")
        formatter = Formatter(settings.format, settings.profiles, self._glossary)
        try:
            self.written.setText(formatter.format(text, heard, None, None))
        except SettingsError as error:
            self.written.setText(said(error))
