"""The settings window: pages on the left, a search above; every change counts at once and can be undone."""

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.devices.settings_file.catalogue import Page
from assistant.tray.desk import Desk
from assistant.tray.looks.palette import GAP, WIDE
from assistant.tray.looks.pieces import button, note, verdict
from assistant.tray.looks.said import said
from assistant.tray.settings.choices import Choices, all_pages
from assistant.tray.settings.page import SettingsPage
from assistant.tray.settings.pages import make_page

SIDEBAR = 210
SIZE = 900, 640


class SettingsWindow(QWidget):
    """Shows one page at a time; each is made when it is first turned to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.choices = Choices(desk)
        self._known = {page.name: page for page in all_pages()}
        self._made: dict[str, SettingsPage] = {}
        self._row = 0
        self.setWindowTitle(self.tr("Settings"))
        self.resize(*SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the search"))
        self.sidebar = QListWidget()
        self.sidebar.setProperty("look", "sidebar")
        self.sidebar.setAccessibleName(self.tr("Pages"))
        self.stack = QStackedWidget()
        self.told = note()
        self.undo = button(self.tr("Undo"))
        self.trouble = verdict("", "bad")
        self._lay_out()
        self._connect()
        self.show_page("general")

    def show_page(self, name: str) -> None:
        """Turn to a page; a name that is none changes nothing."""
        names = list(self._known)
        if name in names:
            self.search.clear()
            self.sidebar.setCurrentRow(names.index(name))
            self._turn(names.index(name))

    def page(self, name: str) -> SettingsPage:
        """Return a page, made where it is not yet."""
        if name not in self._made:
            self._made[name] = make_page(self._known[name], self.choices, self._desk)
            self.stack.addWidget(self._made[name])
        return self._made[name]

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Let go of what goes on beside the window."""
        for page in self._made.values():
            page.close_page()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        for page in self._known.values():
            item = QListWidgetItem(page.title)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * GAP))
            self.sidebar.addItem(item)
        left = QWidget()
        left.setFixedWidth(SIDEBAR)
        column = QVBoxLayout(left)
        column.setContentsMargins(WIDE, WIDE, 0, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.sidebar)
        foot = QHBoxLayout()
        foot.setContentsMargins(WIDE, 0, WIDE, GAP)
        foot.addWidget(self.told, stretch=1)
        foot.addWidget(self.undo)
        right = QVBoxLayout()
        right.addWidget(self.trouble)
        right.addWidget(self.stack, stretch=1)
        right.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(left)
        whole.addLayout(right, stretch=1)
        self.undo.hide()
        self._show_problems()

    def _connect(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _text: self._later.start())
        self.sidebar.currentRowChanged.connect(self._turn)
        self.sidebar.itemClicked.connect(lambda item: self._turn(self.sidebar.row(item)))
        self.undo.clicked.connect(self._undo)
        self.choices.done.connect(self._done)
        self.choices.changed.connect(self._show_problems)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._undo)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave_search)

    @Slot(int)
    def _turn(self, row: int) -> None:
        if 0 <= row < len(self._known):
            self._row = row
            self.sidebar.item(row).setSelected(True)
            if self.search.text():
                self.search.clear()
            self.stack.setCurrentWidget(self.page(list(self._known)[row]))

    @Slot()
    def _find(self) -> None:
        text = self.search.text().strip()
        if not text:
            self._turn(self._row)
            return
        self.sidebar.clearSelection()  # the row stays the current one, or Tab would turn the page
        found = tuple(field for page in self._known.values() for field in page.fields if field.matches(text))
        title = self.tr("{count} settings found").format(count=len(found))
        results = make_page(Page("found", title, found), self.choices, self._desk)
        before = self._made.pop("found", None)
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        self._made["found"] = results
        self.stack.addWidget(results)
        self.stack.setCurrentWidget(results)

    def _leave_search(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()

    @Slot(str)
    def _done(self, title: str) -> None:
        self.told.setText(self.tr("Changed: {title}").format(title=title))
        self.undo.setVisible(self.choices.can_undo)

    @Slot()
    def _undo(self) -> None:
        self.choices.undo()
        self.undo.setVisible(self.choices.can_undo)

    @Slot()
    def _show_problems(self) -> None:
        self.trouble.setText("\n".join(map(said, self.choices.problems)))
        self.trouble.setVisible(bool(self.choices.problems))
