"""Recordings of earlier runs that never became text: played, read, copied, discarded."""

from collections.abc import Callable
from contextlib import closing
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.devices.journal import DiskJournal, JournalEntry
from assistant.tray.errands import Errands
from assistant.tray.history.deeds import read_recording
from assistant.tray.history.sound.strip import SoundStrip
from assistant.tray.looks.palette import EDGE, GAP
from assistant.tray.looks.pieces import button, note
from assistant.tray.looks.said import said
from assistant.tray.looks.sizes import begin_as
from assistant.values.settings import Settings
from assistant.wiring import journal_folder

Waiting = tuple[JournalEntry, ...]


def waiting(settings: Settings) -> Waiting:
    """Return what earlier runs left undelivered. Raises OSError."""
    folder = journal_folder(settings.keep)
    if not folder.is_dir():
        return ()
    with closing(DiskJournal(folder)) as journal:
        return journal.pending()


def discard(entries: Waiting) -> None:
    """Delete recordings. Raises OSError."""
    for entry in entries:
        entry.path.unlink(missing_ok=True)


class RecoveredRecordings(QDialog):
    """Lists them; nothing of them goes away unless it is discarded."""

    changed = Signal()
    """Some were discarded."""

    def __init__(self, settings: Callable[[], Settings], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recordings that never became text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._errands = Errands()
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(
            note(self.tr("They wait here after a crash or a failure. Read them, then copy or discard them."))
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Recordings"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._choose)
        column.addWidget(self.list, stretch=1)
        self.sound = SoundStrip()
        column.addWidget(self.sound)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(4 * self.text.fontMetrics().lineSpacing())
        column.addWidget(self.text)
        self._build_buttons(column)
        begin_as(self, 32, 26)
        self.look()

    def look(self) -> None:
        """List what there is now."""
        settings = self._settings()
        self._errands.run(lambda: waiting(settings), self._list, self._complain)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Be silent for good."""
        self.sound.close_sound()
        self._errands.close()
        event.accept()

    def _build_buttons(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.read, self.copy = button(self.tr("&Read"), "first"), button(self.tr("&Copy"))
        self.discard = button(self.tr("&Discard"), "danger")
        self.leave = button(self.tr("C&lose"))
        self.read.clicked.connect(self._read)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.discard.clicked.connect(self._discard)
        self.leave.clicked.connect(self.close)
        for each in (self.read, self.copy, self.discard):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.leave)
        column.addLayout(row)
        self.told = note()
        column.addWidget(self.told)

    def _list(self, found: Waiting) -> None:
        self.list.clear()
        for entry in found:
            words = self.tr("{time}, {seconds} s")
            item = QListWidgetItem(
                words.format(
                    time=f"{entry.started.astimezone():%Y-%m-%d %H:%M}", seconds=f"{entry.seconds:.1f}"
                )
            )
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        self.told.setText("" if found else self.tr("Nothing was left undelivered."))
        self.list.setCurrentRow(0)
        self._choose()

    def chosen(self) -> Waiting:
        """Return the recordings that are selected."""
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems())

    def _choose(self) -> None:
        entries = self.chosen()
        for each in (self.read, self.discard):
            each.setEnabled(bool(entries))
        self.copy.setEnabled(False)
        self.text.clear()
        self.sound.show_recording(entries[0].path if len(entries) == 1 else None)

    def _read(self) -> None:
        entries = self.chosen()
        self.read.setEnabled(False)
        self.told.setText(self.tr("Reading…"))
        for entry in entries:
            self._errands.run(partial(read_recording, entry.path), self._show, self._complain)

    def _show(self, text: str) -> None:
        self.read.setEnabled(True)
        self.told.setText("" if text else self.tr("No words were heard in it."))
        self.text.appendPlainText(text)
        self.copy.setEnabled(bool(self.text.toPlainText()))

    def _discard(self) -> None:
        self.sound.show_recording(None)
        entries = self.chosen()

        def after(_done: None) -> None:
            self.changed.emit()
            self.look()

        self._errands.run(partial(discard, entries), after, self._complain)

    def _complain(self, error: Exception) -> None:
        self.read.setEnabled(True)
        self.told.setText(said(error))
