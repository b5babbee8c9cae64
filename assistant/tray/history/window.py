"""The history window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from assistant.devices.history import HistoryEntry, Known, Wanted
from assistant.tray.desk import Desk
from assistant.tray.errands import Errands
from assistant.tray.history.deeds import export, read_again, remember
from assistant.tray.history.detail import Detail
from assistant.tray.history.lines import ENTRY, Lines
from assistant.tray.history.painter import LinePainter
from assistant.tray.history.recovered import RecoveredRecordings, Waiting, waiting
from assistant.tray.history.sieve import Sieve
from assistant.tray.history.undo_bar import UndoBar
from assistant.tray.looks.palette import EDGE, GAP
from assistant.tray.looks.pieces import button, note
from assistant.tray.looks.said import said
from assistant.tray.looks.sizes import begin_as
from assistant.values.control import Deliver
from assistant.values.event import ActionPerformed
from assistant.wiring import open_history

WIDTH, HEIGHT = 58, 38
"""Of the window, in heights of a line."""
SETTLE_MS = 400
"""After this the window that had the focus before has it again, and a new line stands in the history."""
FILES = "Text (*.txt);;JSON (*.json);;CSV (*.csv);;Markdown (*.md)"


class HistoryWindow(QWidget):
    """Finds, shows, plays, copies, corrects, exports and forgets what was said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("History"))
        self._desk = desk
        self._looking, self._working = Errands(), Errands(is_owed=True)
        self.history = open_history(desk.settings_file.read().keep)
        self.lines = Lines(self.history, self._looking, self)
        self.sieve, self.detail = Sieve(), Detail()
        self.undo_bar = UndoBar(self._delete_for_good)
        self.list = QListView()
        self._build()
        self._connect()
        desk.bridge.happened.connect(self._follow)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(SETTLE_MS)
        self._again.timeout.connect(self._refresh)
        self._refresh()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Delete what waits to be deleted, be silent, let go of the file."""
        self.undo_bar.settle()
        self.detail.sound.close_sound()
        self._looking.close()
        self._working.run(self.history.close, lambda _done: None)
        self._working.close()
        event.accept()

    def show_page(self, name: str) -> None:
        """Show what was `recovered`, if that is asked for."""
        if name == "recovered":
            self._show_recovered()

    def chosen(self) -> list[HistoryEntry]:
        """Return the lines that are selected, newest first."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [entry for index in rows if isinstance(entry := index.data(ENTRY), HistoryEntry)]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(self.sieve)
        self.recovered = button("")
        self.recovered.clicked.connect(self._show_recovered)
        self.recovered.hide()
        column.addWidget(self.recovered)
        self.list.setModel(self.lines)
        self.list.setItemDelegate(LinePainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Texts"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.list)
        both.addWidget(self.detail)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 4)
        both.setSizes([3 * WIDTH, 4 * WIDTH])
        column.addWidget(both, stretch=1)
        column.addWidget(self.undo_bar)
        row = QHBoxLayout()
        self.counted, self.told = note(), note()  # what was just done stays to be read while lines come
        row.addWidget(self.counted)
        row.addWidget(self.told, stretch=1)
        self.delete_all = button(self.tr("Delete a&ll shown"), "danger")
        self.export = button(self.tr("&Export…"))
        for each in (self.delete_all, self.export):
            each.setEnabled(False)
        row.addWidget(self.delete_all)
        row.addWidget(self.export)
        column.addLayout(row)
        begin_as(self, WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.sieve.changed.connect(self.told.clear)
        self.sieve.changed.connect(self._look)
        self.lines.came.connect(self._count)
        self.list.selectionModel().selectionChanged.connect(self._show)
        self.detail.copied.connect(self._copy)
        self.detail.typed.connect(self._type)
        self.detail.read_again.connect(self._read_again)
        self.detail.deleted.connect(self._delete)
        self.detail.amended.connect(self._amend)
        self.undo_bar.changed.connect(self._hide_deleted)
        self.delete_all.clicked.connect(self._delete_all)
        self.export.clicked.connect(self._export)
        QShortcut(QKeySequence.StandardKey.Find, self, self.sieve.words.setFocus)
        keys, here = QKeySequence.StandardKey, Qt.ShortcutContext.WidgetShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Down), self.sieve.words, self._enter_list, context=here)
        QShortcut(keys.Copy, self.list, self._copy, context=here)
        QShortcut(keys.Delete, self.list, self._delete, context=here)

    @Slot(object)
    def _follow(self, event: object) -> None:
        if isinstance(event, ActionPerformed):
            self._again.start()
            if (
                event.utterance == 0 and not self.isVisible()
            ):  # typed again: come back, and leave the focus there
                self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
                self.show()

    def _refresh(self) -> None:
        settings = self._desk.settings_file.read()
        self._look()
        self._looking.run(self.history.known, self._offer)
        self._looking.run(partial(waiting, settings), self._offer_recovered)

    def _look(self) -> None:
        self.lines.look_for(self.sieve.wanted())

    def _offer(self, known: Known) -> None:
        self.sieve.offer(known)

    def _offer_recovered(self, found: Waiting) -> None:
        words = self.tr("{count} recordings never became text. Show them…")
        self.recovered.setText(words.format(count=len(found)))
        self.recovered.setVisible(bool(found))

    def _show_recovered(self) -> None:
        dialog = RecoveredRecordings(self._desk.settings_file.read, self)
        dialog.changed.connect(self._again.start)
        dialog.open()

    @Slot()
    def _count(self) -> None:
        self.counted.setText(self.lines.problem or self._how_many())
        for each in (self.delete_all, self.export):
            each.setEnabled(self.lines.total > 0)
        kept = self.detail.entry
        row = self.lines.row_of(kept.id) if kept else None
        if row is not None and not self.chosen():
            self._choose_row(row)
        elif kept is not None and row is None and not self.detail.is_changed:
            self._show()

    def _how_many(self) -> str:
        is_everything = self.sieve.wanted().is_everything
        if is_everything and not self.lines.total:
            return self.tr("Nothing yet. What you dictate is found here.")
        words = self.tr("{count} texts") if is_everything else self.tr("{count} texts found")
        return words.format(count=max(0, self.lines.total - len(self.undo_bar.numbers)))

    @Slot()
    def _show(self) -> None:
        entries = self.chosen()
        now = entries[0] if entries else None
        if now != self.detail.entry:
            self.detail.show_entry(now)

    def _enter_list(self) -> None:
        """Go from the search to what was found."""
        entries = self.lines.entries()
        row = self.lines.row_of(entries[0].id) if entries else None
        if row is not None:
            self.list.setFocus()
            self._choose_row(row)

    def _choose_row(self, row: int) -> None:
        self.list.selectionModel().setCurrentIndex(
            self.lines.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _copy(self) -> None:
        text = "\n".join(each.text for each in reversed(self.chosen()))
        QGuiApplication.clipboard().setText(text)
        self.told.setText(self.tr("Copied: {count} characters.").format(count=len(text)))

    def _type(self) -> None:
        """Make way, as a list of the clipboard's past does: the window before has the focus again then."""
        text = "\n".join(each.text for each in reversed(self.chosen()))
        application = QGuiApplication.instance()
        if application is not None:
            QTimer.singleShot(SETTLE_MS, application, partial(self._desk.post, Deliver(text)))
        self.close()

    def _read_again(self) -> None:
        entry = self.detail.entry
        if entry is None:
            return
        self.told.setText(self.tr("Reading…"))
        self.detail.redo.setEnabled(False)
        self._working.run(partial(read_again, entry), self._show_new, self._complain)

    def _show_new(self, number: int) -> None:
        self.list.clearSelection()
        self.detail.show_entry(self.history.entry(number))
        self._look()

    def _amend(self, text: str, is_remembered: bool) -> None:  # noqa: FBT001 -- Qt's signal
        entry = self.detail.entry
        if entry is None:
            return
        history = self.history

        def work() -> bool:
            history.amend(entry.id, text)
            return is_remembered and remember(entry.text, text)

        self._working.run(work, partial(self._amended, is_remembered), self._complain)

    def _amended(self, was_wanted: bool, is_remembered: bool) -> None:  # noqa: FBT001 -- what the errand found
        if was_wanted and not is_remembered:
            self.told.setText(
                self.tr("Corrected. It differs in more than one place, so nothing was remembered.")
            )
        else:
            self.told.setText(
                self.tr("Corrected, and remembered.") if is_remembered else self.tr("Corrected.")
            )
        self._look()

    def _delete(self) -> None:
        numbers = tuple(each.id for each in self.chosen())
        if numbers:
            self.undo_bar.take(numbers)

    def _delete_all(self) -> None:
        wanted, history = self.sieve.wanted(), self.history
        self._looking.run(
            lambda: tuple(each.id for each in history.page(wanted, limit=2**31)),
            self.undo_bar.take,
            self._complain,
        )

    @Slot()
    def _hide_deleted(self) -> None:
        before = self.lines.hidden
        self.lines.hide(frozenset(self.undo_bar.numbers))
        if before - self.lines.hidden and not self.undo_bar.numbers:
            self._look()

    def _delete_for_good(self, numbers: tuple[int, ...]) -> None:
        is_all = len(numbers) >= self.lines.total and self.sieve.wanted().is_everything
        work = self.history.clear if is_all else partial(self.history.delete, *numbers)
        self._working.run(work, lambda _done: self._look(), self._complain)

    def _export(self) -> None:
        found, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), "history.txt", FILES)
        if found:
            self.export_to(Path(found), self.sieve.wanted())

    def export_to(self, file: Path, wanted: Wanted) -> None:
        """Write the lines that are wanted into a file, beside the window."""
        words = self.tr("{count} texts are in {file}.")
        self._looking.run(
            partial(export, self.history, wanted, file),
            lambda count: self.told.setText(words.format(count=count, file=file.name)),
            self._complain,
        )

    def _complain(self, error: Exception) -> None:
        self.told.setText(said(error))
        self._show()
        if self.detail.entry is not None:
            self.detail.redo.setEnabled(True)
