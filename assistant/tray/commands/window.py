"""What can I say? Everything that works in this window and mode, found by typing a word of it."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from assistant.tray.commands.groups import Groups, group_of
from assistant.tray.desk import Desk
from assistant.tray.errands import Errands
from assistant.tray.frame.announcing import announce
from assistant.tray.looks.palette import EDGE, GAP
from assistant.tray.looks.pieces import button, note, title
from assistant.tray.menu.sentences import Sentences
from assistant.values.commands.asked import HelpWanted
from assistant.values.commands.definition import CONFIRMED
from assistant.values.commands.offer import Offer
from assistant.values.control import Mode

WIDTH, HEIGHT = 620, 560
MOST_WAYS = 3
"""Other ways to say it that are shown beside the first."""
_ROLE = Qt.ItemDataRole.UserRole


class CommandsWindow(QWidget):
    """Lists commands by what they are about; `follow` shows those that the user asked for aloud."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._groups, self._sentences = Groups(self), Sentences(self)
        self._language = QLocale().name().split("_")[0]
        self.setWindowTitle(self.tr("What can I say?"))
        self.resize(WIDTH, HEIGHT)
        self.where = note(self.tr("Looking through the commands…"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search: a word of the command"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = self._make_list()
        self.groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        """Each group with its commands."""
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(title(self.tr("What can I say?")))
        for widget in (self.where, self.search, self.list):
            column.addWidget(widget)
        if desk.has("settings"):
            self.more = button(self.tr("Every command, and add your own…"))
            self.more.clicked.connect(lambda: desk.open("settings:commands"))
            column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignRight)
        self.search.setFocus()
        self._errands = Errands()
        self._errands.run(self._read, self._show_all)
        self.destroyed.connect(self._errands.close)

    def follow(self, event: object) -> None:
        """Show what works in the window and mode that the user was in when asking."""
        if isinstance(event, HelpWanted):
            self._errands.forget_waiting()
            self._errands.close()
            self._language = event.language or self._language
            app = event.app or self.tr("this window")
            mode = self._sentences.mode(event.mode)
            self._fill(event.offers, self.tr("In {app} · {mode}").format(app=app, mode=mode))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _read(self) -> list[Offer]:
        from assistant.wiring import load_router  # takes a moment, on the errands' thread

        router = load_router(self._desk.settings_file.read())
        return [offer for _, offer in router.offers(Mode.COMMAND, "", self._language)]

    def _show_all(self, offers: list[Offer]) -> None:
        self._fill(tuple(offers), self.tr("Say it with the command key, or in a mode that hears commands."))

    def _fill(self, offers: tuple[Offer, ...], where: str) -> None:
        self.list.clear()
        self.groups = []
        groups: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        for offer in offers:
            ways = [way.rstrip("。.") for way in offer.spoken(self._language)]
            if not ways:
                continue
            name = self._groups.name(group_of(offer.name))
            if name not in groups:
                groups[name] = self._group(name), []
                self.groups.append(groups[name])
            others = " · ".join(ways[1 : 1 + MOST_WAYS])
            first = self.tr("{phrase} (asks first)").format(phrase=ways[0])
            line = [first if offer.danger >= CONFIRMED else ways[0], others]
            group, children = groups[name]
            item = QTreeWidgetItem(group, line)
            children.append(item)
            item.setData(0, _ROLE, " ".join(ways).casefold())
        self.list.expandAll()
        self.where.setText(where)
        announce(self, where)
        self._filter(self.search.text())

    def _filter(self, words: str) -> None:
        """Hide what has not every word in it; a group without anything left goes too."""
        wanted = words.casefold().split()
        for group, children in self.groups:
            shown = 0
            for child in children:
                is_found = all(word in str(child.data(0, _ROLE)) for word in wanted)
                child.setHidden(not is_found)
                shown += is_found
            group.setHidden(shown == 0)

    def _group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.list, [name])
        group.setFirstColumnSpanned(True)
        font = self.font()
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Commands"))
        tree.setHeaderLabels([self.tr("Say"), self.tr("or")])
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        tree.setRootIsDecorated(False)
        tree.setAlternatingRowColors(True)
        tree.setTabKeyNavigation(False)
        tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        return tree
