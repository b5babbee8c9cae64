"""The first run: four pages, each of which can be skipped, over an assistant that runs behind them."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from assistant.devices.store.catalogue import Catalogue
from assistant.devices.store.progress import Report
from assistant.devices.store.store import ModelStore
from assistant.errors import ModelError
from assistant.tray.desk import Desk
from assistant.tray.errands import Errands
from assistant.tray.first_run.pages.key import KeyPage
from assistant.tray.first_run.pages.microphone import MicrophonePage
from assistant.tray.first_run.pages.model import ModelPage
from assistant.tray.first_run.pages.page import Means, Page
from assistant.tray.first_run.pages.trial import TrialPage
from assistant.tray.first_run.parts.fetch import Fetch
from assistant.tray.first_run.stamp import note_first_run
from assistant.tray.looks.palette import EDGE, WIDE
from assistant.tray.looks.pieces import button, relook, title
from assistant.tray.looks.sizes import Scrolled, begin_as

WIDTH, HEIGHT = 40, 28
"""Of the window, in heights of a line."""


def _own_store(report: Report) -> ModelStore:
    try:
        return ModelStore(report=report)
    except ModelError:  # a catalogue of the user's own that is not there: no reason not to start
        return ModelStore(Catalogue((), {}), report=report)


class FirstRun(QWidget):
    """Leads from the microphone to words in a box. Closing it at any moment is fine."""

    def __init__(self, desk: Desk, store: Callable[[Report], ModelStore] = _own_store) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Welcome"))
        self._errands, self._fetching = Errands(), Errands()
        self.fetch = Fetch(self._fetching, store)
        means = Means(desk, self._errands)
        self.microphone, self.key = MicrophonePage(means), KeyPage(means)
        self.model, self.trial = ModelPage(means, self.fetch), TrialPage(means)
        self.pages: tuple[Page, ...] = (self.microphone, self.key, self.model, self.trial)
        self._names = {
            "microphone": self.tr("Microphone"),
            "key": self.tr("Key"),
            "model": self.tr("Model"),
            "try": self.tr("Try it here"),
        }
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
            page.changed.connect(self._draw)
        self._build()
        desk.bridge.happened.connect(self._follow)
        with suppress(OSError):  # then it is shown once more
            note_first_run()
        self.turn(0)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self._stack.currentIndex()]

    def show_page(self, name: str) -> None:
        """Turn to `microphone`, `key`, `model` or `try`."""
        names = list(self._names)
        if name in names:
            self.turn(names.index(name))

    def turn(self, index: int) -> None:
        """Turn to a page by its number."""
        self.page.leave()
        self._stack.setCurrentIndex(index)
        self.page.enter()
        self._draw()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Leave everything in order; a download can be gone on with."""
        self.page.leave()
        self.fetch.close()
        self._errands.close()
        self._fetching.close()
        event.accept()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(WIDE)
        self._steps = QHBoxLayout()
        self._labels = [QLabel() for _ in self.pages]
        for label in self._labels:
            self._steps.addWidget(label)
        self._steps.addStretch()
        column.addLayout(self._steps)
        self.title = title("")
        column.addWidget(self.title)
        column.addWidget(Scrolled(self._stack), stretch=1)
        row = QHBoxLayout()
        self.later = button(self.tr("&Skip the setup"))
        self.later.clicked.connect(self.close)
        row.addWidget(self.later)
        row.addStretch()
        self.back = button(self.tr("&Back"))
        self.back.clicked.connect(lambda: self.turn(self._stack.currentIndex() - 1))
        row.addWidget(self.back)
        self.next = button("", "first")
        self.next.setDefault(True)
        self.next.clicked.connect(self._go_on)
        row.addWidget(self.next)
        column.addLayout(row)
        begin_as(self, WIDTH, HEIGHT)

    @Slot()
    def _draw(self) -> None:
        here = self._stack.currentIndex()
        for number, (label, name, page) in enumerate(
            zip(self._labels, self._names.values(), self.pages, strict=True), 1
        ):
            mark = "✓" if page.is_done else f"{number}"
            label.setText(f"{mark} {name}")
            relook(label, "" if number - 1 == here else "good" if page.is_done else "note")
            font = label.font()
            font.setBold(number - 1 == here)
            label.setFont(font)
        self.title.setText(list(self._names.values())[here])
        self.back.setVisible(here > 0)
        self.later.setVisible(here < len(self.pages) - 1)
        if here == len(self.pages) - 1:
            self.next.setText(self.tr("&Finish"))
        elif self.page.is_done:
            self.next.setText(self.tr("&Next"))
        else:
            self.next.setText(self.tr("Skip this &page"))

    @Slot(object)
    def _follow(self, event: object) -> None:
        if self.isVisible():
            self.page.follow(event)

    def _go_on(self) -> None:
        here = self._stack.currentIndex()
        if here == len(self.pages) - 1:
            self.close()
        else:
            self.turn(here + 1)
