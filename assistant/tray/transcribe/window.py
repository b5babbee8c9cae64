"""The window that files are dropped on."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from assistant.tray.desk import Desk
from assistant.tray.looks.palette import EDGE, GAP
from assistant.tray.looks.pieces import button, note
from assistant.tray.looks.said import said
from assistant.tray.looks.sizes import begin_as
from assistant.tray.transcribe.export import KINDS, written
from assistant.tray.transcribe.jobs import Job, Jobs, Phase

JOB = Qt.ItemDataRole.UserRole
SOUNDS = "*.wav *.flac *.ogg *.opus *.mp3 *.m4a *.mp4 *.webm *.aac *.mkv"
STEPS = 1000


class TranscribeWindow(QWidget):
    """Files in, text out; several wait for each other, and nobody else waits for them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Transcribe files"))
        self.jobs = Jobs()
        self._shown: Job | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        self.invitation = note(self.tr("Drop recordings here, of any length. They stay on this computer."))
        column.addWidget(self.invitation)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files"))
        self.list.itemSelectionChanged.connect(self._choose)
        column.addWidget(self.list, stretch=2)
        self._build_progress(column)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text"))
        column.addWidget(self.text, stretch=3)
        self._build_buttons(column)
        self.told = note()
        column.addWidget(self.told)
        begin_as(self, 38, 34)
        self.jobs.changed.connect(self._follow)
        desk.bridge.happened.connect(self.jobs.follow)
        self._show()

    def show_page(self, name: str) -> None:
        """Take the file of this name."""
        self.add(Path(name))

    def add(self, path: Path) -> None:
        """Take a file."""
        item = QListWidgetItem(path.name)
        item.setToolTip(str(path))
        item.setData(JOB, self.jobs.add(path))
        self.list.addItem(item)
        if self._shown is None or self._shown.phase is not Phase.READING:
            self.list.setCurrentItem(item)
        self._write(item)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Stop reading; the same file goes on from there another time."""
        self.jobs.close()
        event.accept()

    def _build_progress(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(self.tr("Progress"))
        row.addWidget(self.bar, stretch=1)
        self.left = note()
        row.addWidget(self.left)
        self.cancel = button(self.tr("S&top"))
        self.cancel.clicked.connect(self._stop_or_go_on)
        row.addWidget(self.cancel)
        column.addLayout(row)

    def _build_buttons(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.choose = button(self.tr("&Choose files…"), "first")
        self.choose.clicked.connect(self._choose_files)
        self.copy = button(self.tr("C&opy"))
        self.copy.clicked.connect(self._copy)
        self.export = button(self.tr("&Export as"))
        menu = QMenu(self.export)
        names = {
            "text": self.tr("Text"),
            "srt": self.tr("Subtitles (SubRip)"),
            "vtt": self.tr("Subtitles (WebVTT)"),
            "tsv": self.tr("Table with times"),
            "json": self.tr("JSON with everything"),
        }
        for kind, ending in KINDS.items():
            menu.addAction(f"{names[kind]} (.{ending})", partial(self._export, kind))
        self.export.setMenu(menu)
        for each in (self.choose, self.copy, self.export):
            row.addWidget(each)
        row.addStretch()
        column.addLayout(row)

    @Slot(object)
    def _follow(self, job: Job) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(JOB) is job:
                self._write(item)
        if job.phase is Phase.READING and (self._shown is None or self._shown.phase is Phase.WAITING):
            self._turn_to(job)
        if job is self._shown:
            self._show()

    def _turn_to(self, job: Job) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(JOB) is job:
                self.list.setCurrentRow(row)

    def _write(self, item: QListWidgetItem) -> None:
        job: Job = item.data(JOB)
        states = {
            Phase.WAITING: self.tr("waits"),
            Phase.READING: f"{job.fraction:.0%}",
            Phase.DONE: self.tr("done"),
            Phase.CALLED_OFF: self.tr("stopped at {part}").format(part=f"{job.fraction:.0%}"),
            Phase.FAILED: self.tr("failed"),
        }
        item.setText(f"{job.path.name} — {states[job.phase]}")

    def _choose(self) -> None:
        chosen = self.list.selectedItems()
        self._shown = chosen[0].data(JOB) if chosen else None
        self.text.clear()
        self._show()

    def _show(self) -> None:
        job = self._shown
        phase = job.phase if job else None
        self.bar.setValue(round(STEPS * job.fraction) if job else 0)
        self.bar.setEnabled(phase is Phase.READING)
        self.cancel.setEnabled(phase not in {None, Phase.DONE})
        is_over = phase in {Phase.CALLED_OFF, Phase.FAILED}
        self.cancel.setText(self.tr("&Go on") if is_over else self.tr("S&top"))
        left = job.left_s if job else None
        self.left.setText(self.tr("{time} left").format(time=_clock(left)) if left is not None else "")
        self.told.setText(job.problem if job else "")
        self.export.setEnabled(phase is Phase.DONE)
        self.copy.setEnabled(bool(job and job.text))
        if job and self.text.toPlainText() != job.text:
            self.text.setPlainText(job.text)
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _stop_or_go_on(self) -> None:
        job = self._shown
        if job is None:
            return
        if job.phase in {Phase.CALLED_OFF, Phase.FAILED}:
            self.jobs.again(job)
        else:
            self.jobs.call_off(job)

    def _choose_files(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Recordings"), "", self.tr("Recordings ({kinds})").format(kinds=SOUNDS)
        )
        for name in found:
            self.add(Path(name))

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.text)

    def _export(self, kind: str) -> None:
        job = self._shown
        if job is None or not job.result:
            return
        proposed = str(job.path.with_suffix(f".{KINDS[kind]}"))
        found, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), proposed)
        if found:
            self.export_to(Path(found), kind)

    def export_to(self, file: Path, kind: str) -> None:
        """Write the transcript that is shown into a file."""
        job = self._shown
        if job is None or not job.result:
            return
        try:
            file.write_text(written(job.path, job.result, kind), encoding="utf-8")
        except OSError as error:
            self.told.setText(said(error))
        else:
            self.told.setText(self.tr("Written: {file}").format(file=file.name))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
