"""The lines of the history as Qt's views want them: days above their lines, a page at a time."""

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from assistant.devices.history import HistoryEntry, SqliteHistory, Wanted
from assistant.tray.errands import Errands
from assistant.tray.history.words import why_of
from assistant.tray.looks.said import said

PAGE = 200
MOST = 2000
"""Lines that are fetched at once."""
ENTRY = Qt.ItemDataRole.UserRole
"""The HistoryEntry of a line; None for a day."""
Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractListModel):
    """Newest first. Rows are fetched beside the window, so the view never waits for the disk."""

    came = Signal()
    """A page has come, or could not be fetched."""

    def __init__(self, history: SqliteHistory, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history, self._errands = history, errands
        self._rows: list[HistoryEntry | date] = []
        self._wanted = Wanted()
        self._search = 0
        self._is_coming = False
        self._has_more = True
        self.total = 0
        """How many lines are wanted, shown or not."""
        self.hidden: frozenset[int] = frozenset()
        """Numbers of lines that are about to be deleted."""
        self.problem = ""
        """Why nothing could be fetched."""

    def look_for(self, wanted: Wanted) -> None:
        """Show other lines; those that are shown stay until the first of them have come.

        The same looked for again comes as far as it was read (to a bound), so that nobody loses the place.
        """
        limit = min(MOST, max(PAGE, len(self._rows))) if wanted == self._wanted else PAGE
        self._wanted = wanted
        self._search += 1
        search = self._search
        history = self._history
        self._is_coming = True
        self._errands.run(
            lambda: (
                (history.count(wanted), history.page(wanted, limit=limit)) if self._search == search else None
            ),
            lambda found: self._begin(search, found, limit),
            lambda error: self._fail(search, error),
        )

    def refresh(self) -> None:
        """Look again for the same."""
        self.look_for(self._wanted)

    def hide(self, numbers: frozenset[int]) -> None:
        """Leave these lines out of sight."""
        self.beginResetModel()
        shown = [row for row in self._rows if isinstance(row, HistoryEntry) and row.id not in numbers]
        self._rows = _with_days(shown)
        self.hidden = numbers
        self.endResetModel()
        self.came.emit()

    def entries(self) -> list[HistoryEntry]:
        """Return the lines that have come."""
        return [row for row in self._rows if isinstance(row, HistoryEntry)]

    def row_of(self, number: int) -> int | None:
        """Return the row of the line with this number, where it has come."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if isinstance(row, HistoryEntry) and row.id == number), None)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 -- Qt's name
        """Return how many rows there are so far."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- as Qt has it
        """Return the text of a row, the words for a screen reader, or the line itself."""
        row = self._rows[index.row()]
        if role == ENTRY:
            return row if isinstance(row, HistoryEntry) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, HistoryEntry) else day_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not isinstance(row, HistoryEntry):
                return day_of(row)
            return f"{row.at.astimezone():%H:%M}, {row.app}: {row.text or why_of(row)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be chosen, and days only be read."""
        if isinstance(self._rows[index.row()], HistoryEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 -- Qt's name
        """Tell whether there are older lines."""
        return not parent.isValid() and self._has_more and not self._is_coming and bool(self._rows)

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802 -- Qt's name
        """Let the next page come."""
        if self._is_coming:
            return
        self._is_coming = True
        last = next(row for row in reversed(self._rows) if isinstance(row, HistoryEntry))
        search, wanted, history = self._search, self._wanted, self._history
        self._errands.run(
            lambda: history.page(wanted, before=last.id, limit=PAGE),
            lambda found: self._go_on(search, found),
            lambda error: self._fail(search, error),
        )

    def _begin(self, search: int, found: tuple[int, tuple[HistoryEntry, ...]] | None, limit: int) -> None:
        if search != self._search or found is None:
            return
        self.beginResetModel()
        self.total, page = found
        self.problem = ""
        self._rows = _with_days([each for each in page if each.id not in self.hidden])
        self._has_more = len(page) == limit
        self._is_coming = False
        self.endResetModel()
        self.came.emit()

    def _go_on(self, search: int, page: tuple[HistoryEntry, ...]) -> None:
        if search != self._search:
            return
        self._is_coming = False
        self._has_more = len(page) == PAGE
        last = next((row for row in reversed(self._rows) if isinstance(row, HistoryEntry)), None)
        rows = _with_days([each for each in page if each.id not in self.hidden], _day(last) if last else None)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self.came.emit()

    def _fail(self, search: int, error: Exception) -> None:
        if search == self._search:
            self._is_coming, self._has_more = False, False
            self.problem = said(error)
            self.came.emit()


def day_of(day: date) -> str:
    """Return a day as the user's own country writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def _day(entry: HistoryEntry) -> date:
    return entry.at.astimezone().date()


def _with_days(entries: list[HistoryEntry], before: date | None = None) -> list[HistoryEntry | date]:
    rows: list[HistoryEntry | date] = []
    for each in entries:
        if _day(each) != before:
            before = _day(each)
            rows.append(before)
        rows.append(each)
    return rows
