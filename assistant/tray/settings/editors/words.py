"""The user's own words, a file each: edited as they stand there, looked over while typed, and tried."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from assistant.devices.glossary.files import HEADS, REPLACEMENTS, RULES, SNIPPETS
from assistant.devices.glossary.lines import BadLineError, numbered, rule, wording
from assistant.devices.places import places, private_folder
from assistant.recognize.hotwords.word_list import parse
from assistant.tray.looks.palette import GAP
from assistant.tray.looks.pieces import button, note, relook, verdict
from assistant.tray.looks.said import said
from assistant.tray.settings.fields.control import in_row

HEIGHT = 150
QUIET_MS = 400
Wrong = tuple[int, str]
"""The number of a line, and why it makes no sense."""
MOST_TOLD = 4


@dataclass(frozen=True, slots=True)
class WordFile:
    """One of the files."""

    name: str
    title: str
    about: str
    path: Path
    check: Callable[[str], list[Wrong]]
    """Returns what is wrong with a text, a sentence each."""


class WordEditor(QWidget):
    """Edits one file; what makes no sense is named while it is typed."""

    def __init__(self, file: WordFile) -> None:
        super().__init__()
        self.file = file
        self.text = QPlainTextEdit()
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(HEIGHT)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(file.title)
        self.text.setAccessibleDescription(file.about)
        self.told = verdict("", "note")
        self.save = button(self.tr("Save"))
        self.save.setAccessibleName(self.tr("Save {title}").format(title=file.title))
        self.again = button(self.tr("As it was"))
        self.again.setAccessibleName(self.tr("{title} as it was").format(title=file.title))
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(note(file.about))
        column.addWidget(self.text)
        column.addWidget(self.told)
        column.addWidget(in_row(self.save, self.again))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.check)
        self.text.textChanged.connect(self._quiet.start)
        self.save.clicked.connect(self.write)
        self.again.clicked.connect(self.read)
        self.read()

    @Slot()
    def read(self) -> None:
        """Show the file as it is."""
        try:
            self._saved = self.file.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            self._saved = ""
        except (OSError, UnicodeDecodeError) as error:
            self._saved = ""
            self._say(said(error), "bad")
        self.text.setPlainText(self._saved or HEADS.get(self.file.name, ""))
        self.check()

    @Slot()
    def check(self) -> None:
        """Look over what was typed."""
        wrong = self.file.check(self.text.toPlainText())
        is_changed = self.text.toPlainText() != (self._saved or HEADS.get(self.file.name, ""))
        self.save.setEnabled(is_changed)
        self.again.setEnabled(is_changed)
        if wrong:
            more = [self.tr("and {count} more").format(count=len(wrong) - MOST_TOLD)]
            told = [self._line(number, why) for number, why in wrong[:MOST_TOLD]]
            self._say("\n".join(told + (more if len(wrong) > MOST_TOLD else [])), "bad")
        elif is_changed:
            self._say(self.tr("All lines make sense. Not saved yet."), "good")
        else:
            self._say(str(self.file.path), "note")

    @Slot()
    def write(self) -> None:
        """Save; lines that make no sense are saved too, and left out when texts are written."""
        try:
            private_folder(self.file.path.parent)
            fresh = self.file.path.with_name(f"{self.file.path.name}.new")
            fresh.write_text(self.text.toPlainText(), encoding="utf-8", newline="\n")
            fresh.replace(self.file.path)
        except OSError as error:
            self._say(said(error), "bad")
            return
        self._saved = self.text.toPlainText()
        self.check()

    def _line(self, number: int, why: str) -> str:
        return self.tr("line {number}: {why}").format(
            number=number, why=said(why).removeprefix(f"{number}: ")
        )

    def _say(self, text: str, look: str) -> None:
        self.told.setText(text)
        relook(self.told, look)


class WordEditors(QTabWidget):
    """All files beside each other."""

    def __init__(self, hotwords: Path | None) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Your own words"))
        folder = places().config
        files = (
            (REPLACEMENTS, self.tr("Replacements"), self.tr("what is heard => what is written"), _wordings),
            (SNIPPETS, self.tr("Snippets"), self._about_snippets(), _wordings),
            (RULES, self.tr("Rules"), self.tr("/regular expression/ => text, from top to bottom"), _rules),
        )
        self.editors: dict[str, WordEditor] = {}
        listened = WordFile(
            "hotwords.txt",
            self.tr("Names and terms"),
            self.tr("One a line, as it should be written: Kubernetes, Kaldi :3.5, Claude | cloud code"),
            hotwords or places().hotwords_file,
            _hotwords,
        )
        for one in (listened, *(WordFile(n, t, about, folder / n, check) for n, t, about, check in files)):
            self.editors[one.name] = WordEditor(one)
            self.addTab(self.editors[one.name], one.title)

    def _about_snippets(self) -> str:
        return self.tr("what is said alone => what is written, with {date}, {time}, {clipboard}")


def _wordings(text: str) -> list[Wrong]:
    return _wrong(text, wording)


def _rules(text: str) -> list[Wrong]:
    return _wrong(text, rule)


def _hotwords(text: str) -> list[Wrong]:
    return [(int(problem.partition(":")[0]), problem) for problem in parse(text).problems]


def _wrong(text: str, read: Callable[[str], object]) -> list[Wrong]:
    wrong = []
    for number, line in numbered(text):
        try:
            read(line)
        except BadLineError as error:
            wrong.append((number, str(error)))
    return wrong
