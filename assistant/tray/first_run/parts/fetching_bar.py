"""How far a model is: a bar, bytes, rate and time left, with pause and cancel."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from assistant.cli.models.line import megabytes
from assistant.devices.store.progress import Progress, Step
from assistant.tray.first_run.parts.fetch import Fetch, Phase
from assistant.tray.looks.pieces import button, note
from assistant.tray.looks.said import said

STEPS = 1000


class FetchingBar(QWidget):
    """Is there while a model is on its way, or paused."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self._fetch = fetch
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(self.tr("Progress"))
        row.addWidget(self.bar, stretch=1)
        self.pause = button(self.tr("&Pause"))
        self.pause.clicked.connect(self._pause)
        row.addWidget(self.pause)
        self.cancel = button(self.tr("Cance&l"))
        self.cancel.clicked.connect(fetch.call_off)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.line = note()
        column.addWidget(self.line)
        fetch.changed.connect(self._follow)
        fetch.progressed.connect(self._draw)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        phase = self._fetch.phase
        self.setVisible(phase in {Phase.WORKING, Phase.PAUSED})
        self.pause.setText(self.tr("&Resume") if phase is Phase.PAUSED else self.tr("&Pause"))

    @Slot(object)
    def _draw(self, progress: Progress) -> None:
        if progress.step in {Step.NOTE, Step.WAITING}:
            self.line.setText(said(progress.message))
            return
        if progress.total:
            self.bar.setValue(round(STEPS * min(1.0, progress.done / progress.total)))
        self.line.setText(self._words(progress))

    def _words(self, progress: Progress) -> str:
        names = {
            Step.DOWNLOADING: self.tr("Downloading"),
            Step.CHECKING: self.tr("Checking"),
            Step.UNPACKING: self.tr("Unpacking"),
            Step.COPYING: self.tr("Copying"),
            Step.TESTING: self.tr("Trying"),
        }
        words = [f"{names.get(progress.step, '')} {progress.what}".strip()]
        if progress.total:
            of = self.tr("{done} of {total}")
            words.append(of.format(done=megabytes(progress.done), total=megabytes(progress.total)))
        if progress.rate:
            words.append(f"{megabytes(round(progress.rate))}/s")
        if progress.left_s is not None:
            minutes, seconds = divmod(round(progress.left_s), 60)
            words.append(self.tr("{time} left").format(time=f"{minutes}:{seconds:02d}"))
        return " · ".join(words)

    def _pause(self) -> None:
        if self._fetch.phase is Phase.PAUSED:
            self._fetch.resume()
        else:
            self._fetch.pause()
