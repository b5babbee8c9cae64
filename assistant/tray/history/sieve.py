"""Search as you type, and filters: language, feeling, sound, application, outcome and time."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from assistant.devices.history import Known, Wanted
from assistant.tray.history.words import emotion_of, language_of, outcome_of, sound_of
from assistant.tray.looks.palette import GAP
from assistant.tray.looks.pieces import button
from assistant.tray.looks.sizes import room

PAUSE_MS = 150
"""A search begins when nothing was typed for so long."""
DAYS = (0, 1, 7, 30)


class Sieve(QWidget):
    """Says what is looked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Search: every word has to be in it"))
        self.words.setAccessibleName(self.tr("Search"))
        self.words.setClearButtonEnabled(True)
        for inside in self.words.findChildren(QToolButton):
            inside.setAccessibleName(self.tr("Clear the search"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.words.textChanged.connect(self._pause.start)
        column.addWidget(self.words)
        self.time = self._box(self.tr("Time"))
        self.time.addItem(self.tr("Any time"), 0)
        for days, name in zip(
            DAYS[1:], (self.tr("Today"), self.tr("7 days"), self.tr("30 days")), strict=True
        ):
            self.time.addItem(name, days)
        self.app, self.result = self._box(self.tr("Application")), self._box(self.tr("Outcome"))
        self.language, self.emotion = self._box(self.tr("Language")), self._box(self.tr("Feeling"))
        self.sound = self._box(self.tr("Sound"))
        self.boxes = (self.time, self.app, self.result, self.language, self.emotion, self.sound)
        self.clear = button(self.tr("&Clear"))
        self.clear.clicked.connect(self.reset)
        self.offer(Known())
        column.addLayout(self._rows())

    def _rows(self) -> QGridLayout:
        """Return all boxes side by side, or in two rows where the screen is too narrow."""
        rows = QGridLayout()
        rows.setSpacing(GAP)
        parts = (*self.boxes, self.clear)
        wanted = sum(each.sizeHint().width() + GAP for each in parts)
        columns = len(parts) if wanted < room().width() else (len(parts) + 1) // 2
        for number, each in enumerate(parts):
            rows.addWidget(each, number // columns, number % columns)
            rows.setColumnStretch(number % columns, 0 if number == columns - 1 and each is self.clear else 1)
        return rows

    def offer(self, known: Known) -> None:
        """Let what there is be chosen; what is chosen stays."""
        self._fill(self.app, self.tr("Every application"), known.apps, str)
        self._fill(self.result, self.tr("Every outcome"), known.results, outcome_of)
        self._fill(self.language, self.tr("Every language"), known.languages, language_of)
        self._fill(self.emotion, self.tr("Every feeling"), known.emotions, emotion_of)
        self._fill(self.sound, self.tr("Every sound"), known.sounds, sound_of)

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        days = int(self.time.currentData() or 0)
        since = None
        if days:
            midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
            since = midnight - timedelta(days=days - 1)
        return Wanted(
            self.words.text(),
            language=self.language.currentData() or "",
            emotion=self.emotion.currentData() or "",
            sound=self.sound.currentData() or "",
            app=self.app.currentData() or "",
            result=self.result.currentData() or "",
            since=since,
        )

    def reset(self) -> None:
        """Look for everything."""
        for box in self.boxes:
            box.setCurrentIndex(0)
        self.words.clear()
        self.changed.emit()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(7)
        box.activated.connect(lambda _index: self.changed.emit())
        return box

    @staticmethod
    def _fill(box: QComboBox, all_of_it: str, names: Iterable[str], called: Callable[[str], str]) -> None:
        chosen = box.currentData() or ""
        box.clear()
        box.addItem(all_of_it, "")
        for name in names:
            box.addItem(called(name), name)
        if chosen and box.findData(chosen) < 0:
            box.addItem(called(chosen), chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))
