"""History & privacy: what is open to the network, what is kept and where, and how all of it goes."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from assistant.devices.open_sockets import open_sockets
from assistant.errors import AssistantError
from assistant.tray.errands import Errands
from assistant.tray.looks.palette import GAP
from assistant.tray.looks.pieces import button, card, heading, note, relook, verdict
from assistant.tray.looks.said import said
from assistant.tray.settings.fields.control import in_row
from assistant.tray.settings.plain import PlainPage
from assistant.tray.settings.wiping import kept_in, wipe
from assistant.values.control import Forget

EVERY_MS = 2000


class PrivacyPage(PlainPage):
    """Counts open connections, shows where things are, and deletes them."""

    def begin(self) -> None:
        """Add the count of connections."""
        self.errands = Errands()
        self.network = verdict("", "good")
        self.add(card(heading(self.tr("Network")), self.network, note(self._about_network())))
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.count)
        self._timer.start()
        self.count()

    def end(self) -> None:
        """Add where everything is, and the way to delete it."""
        self.add(card(heading(self.tr("Where it is")), self._folders()))
        self.add(card(heading(self.tr("Delete everything that was said")), self._wipe()))

    def close_page(self) -> None:
        """Count no more."""
        self._timer.stop()
        self.errands.close()

    @Slot()
    def count(self) -> None:
        """Ask the system how many connections are open."""
        count = open_sockets()
        if count is None:
            self.network.setText(self.tr("This system does not tell which connections are open."))
        elif count == 0:
            self.network.setText(self.tr("✓ No network connection is open."))
        else:
            self.network.setText(self.tr("! Open network connections: {count}").format(count=count))
        relook(self.network, "good" if count == 0 else "warning")

    def _about_network(self) -> str:
        return self.tr(
            "Counted every two seconds, for the assistant and every program it started, from what the "
            "system tells. Only a model download, a language model and a command that calls an address open "
            "any."
        )

    def _folders(self) -> QWidget:
        names = {
            "settings": self.tr("Settings, words, commands"),
            "history": self.tr("History"),
            "recordings": self.tr("Recordings"),
            "models": self.tr("Models"),
            "cache": self.tr("What can be made again"),
        }
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        for row, (name, place) in enumerate(kept_in(self.choices.settings.keep)):
            grid.addWidget(QLabel(names[name]), row, 0)
            path = note(str(place))
            path.setWordWrap(True)
            grid.addWidget(path, row, 1)
            opener = button(self.tr("Open"))
            opener.setAccessibleName(self.tr("Open the folder: {name}").format(name=names[name]))
            opener.clicked.connect(lambda _on=False, place=place: _open(place))
            grid.addWidget(opener, row, 2)
        return whole

    def _wipe(self) -> QWidget:
        self.wipe = button(self.tr("Delete…"), "danger")
        self.really = button(self.tr("Yes, delete all of it for good"), "danger")
        self.never_mind = button(self.tr("Keep it"))
        self.wiped = note(self.tr("History, recordings, timings and the conversation with a language model."))
        self.wipe.clicked.connect(lambda: self._ask(is_asked=True))
        self.never_mind.clicked.connect(lambda: self._ask(is_asked=False))
        self.really.clicked.connect(self._delete)
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.wiped, 0, 0)
        grid.addWidget(in_row(self.wipe, self.really, self.never_mind), 1, 0)
        self._ask(is_asked=False)
        return whole

    def _ask(self, *, is_asked: bool) -> None:
        self.wipe.setVisible(not is_asked)
        self.really.setVisible(is_asked)
        self.never_mind.setVisible(is_asked)
        if is_asked:
            self.never_mind.setFocus()

    def _delete(self) -> None:
        self._ask(is_asked=False)
        self.desk.post(Forget())
        settings = self.choices.settings.keep
        self.errands.run(lambda: wipe(settings), self._deleted, self._not_deleted)

    def _deleted(self, count: int) -> None:
        self.wiped.setText(self.tr("Deleted for good. Texts: {count}").format(count=count))

    def _not_deleted(self, error: AssistantError | OSError) -> None:
        self.wiped.setText(self.tr("Not all of it could be deleted: {why}").format(why=said(error)))


def _open(place: Path) -> None:
    folder = place if place.suffix == "" else place.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
