"""The latency panel."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from assistant.cli.latency.figures import LENGTHS, Figures, Spread, figures, models
from assistant.devices.latency import LatencyLedger, Timing
from assistant.tray.desk import Desk
from assistant.tray.errands import Errands
from assistant.tray.latency.bars import Bars
from assistant.tray.looks.palette import EDGE, GAP, WIDE
from assistant.tray.looks.pieces import button, card, heading, note, title
from assistant.tray.looks.said import said
from assistant.tray.looks.sizes import Scrolled, begin_as
from assistant.values.event import ActionPerformed

SETTLE_MS = 300


class LatencyWindow(QWidget):
    """Shows what `assistant latency` prints, as it comes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("How fast it is"))
        self.ledger = LatencyLedger()
        self._errands = Errands()
        self._timings: list[Timing] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(WIDE)
        column.addWidget(
            note(self.tr("From your own use on this computer, the last 2,000 texts. No words are kept."))
        )
        column.addLayout(self._choices())
        self.released, self.spoken = title(""), title("")
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addWidget(card(note(self.tr("From letting go of the key to the text")), self.released))
        both.addWidget(card(note(self.tr("From the end of speech to the text")), self.spoken))
        column.addLayout(both)
        self.bars = Bars()
        column.addWidget(card(heading(self.tr("Where the time goes")), self.bars))
        self.told = note("")
        column.addWidget(self.told)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside))
        begin_as(self, 38, 34)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(SETTLE_MS)
        self._again.timeout.connect(self.look)
        desk.bridge.happened.connect(self._follow)
        self.look()

    def look(self) -> None:
        """Read what was measured, beside the window."""
        self._errands.run(self.ledger.read, self._take, self._complain)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Be told nothing any more."""
        self._errands.close()
        event.accept()

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.model, self.length = QComboBox(), QComboBox()
        self.model.setAccessibleName(self.tr("Model"))
        self.length.setAccessibleName(self.tr("Length of speech"))
        self.model.addItem(self.tr("Every model"), "")
        names = (self.tr("up to 2 s"), self.tr("2 to 5 s"), self.tr("5 to 15 s"), self.tr("over 15 s"))
        self.length.addItem(self.tr("Every length"), -1)
        for number, name in enumerate(names):
            self.length.addItem(name, number)
        for box in (self.model, self.length):
            box.activated.connect(self._show)
            row.addWidget(box)
        row.addStretch()
        self.reset = button(self.tr("&Reset"))
        self.reset.clicked.connect(self._reset)
        row.addWidget(self.reset)
        return row

    @Slot(object)
    def _follow(self, event: object) -> None:
        if isinstance(event, ActionPerformed):
            self._again.start()

    def _take(self, timings: list[Timing]) -> None:
        self._timings = timings
        chosen = self.model.currentData()
        while self.model.count() > 1:
            self.model.removeItem(1)
        for name in models(timings):
            self.model.addItem(name, name)
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)))
        self._show()

    @Slot()
    def _show(self) -> None:
        found = figures(self._chosen())
        self.released.setText(_words(found.after_release))
        self.spoken.setText(_words(found.after_speech))
        self.bars.show_rows(self._rows(found))
        self.reset.setEnabled(bool(self._timings))
        if found.count:
            told = self.tr(
                "{count} texts. The first number: half of them took no longer; the second: 95 of 100."
            )
            self.told.setText(told.format(count=found.count))
        else:
            self.told.setText(
                self.tr("Nothing was measured yet. Dictate something: it appears here by itself.")
            )

    def _chosen(self) -> list[Timing]:
        model, length = self.model.currentData(), self.length.currentData()
        chosen = [one for one in self._timings if model in {"", one.model}]
        if length is None or length < 0:
            return chosen
        _, shortest, longest = LENGTHS[length]
        return [one for one in chosen if shortest < one.audio <= longest]

    def _rows(self, found: Figures) -> list[tuple[str, Spread]]:
        names = {
            "ending": self.tr("end of speech"),
            "waiting": self.tr("waiting"),
            "features": self.tr("features"),
            "model": self.tr("model"),
            "decode": self.tr("words"),
            "route": self.tr("meaning"),
            "writing": self.tr("writing"),
            "delivery": self.tr("delivery"),
        }
        return [(names[stage], spread) for stage, spread in found.stages.items()]

    def _reset(self) -> None:
        self._errands.run(self.ledger.reset, lambda _done: self.look(), self._complain)

    def _complain(self, error: Exception) -> None:
        self.told.setText(said(error))


def _words(spread: Spread) -> str:
    return f"{1000 * spread.p50:.0f} / {1000 * spread.p95:.0f} ms" if spread.count else "–"
