"""A recording with its button: what plays it in the history, and among what was recovered."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.tray.history.sound.player import Player
from assistant.tray.history.sound.waveform import Waveform
from assistant.tray.looks.pieces import button, note


class SoundStrip(QWidget):
    """Shows and plays one recording; is not there without one."""

    def __init__(self) -> None:
        super().__init__()
        self.player = Player()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.play = button(self.tr("&Play"))
        self.play.clicked.connect(self.player.toggle)
        row.addWidget(self.play)
        self.picture = Waveform()
        row.addWidget(self.picture, stretch=1)
        column.addLayout(row)
        self.told = note()
        self.told.hide()
        column.addWidget(self.told)
        self.player.opened.connect(self.picture.show_peaks)
        self.player.moved.connect(self.picture.show_position)
        self.player.changed.connect(self._follow)
        self.player.failed.connect(self._complain)
        self.picture.sought.connect(self.player.play_from)
        self.hide()

    def show_recording(self, path: Path | None) -> None:
        """Show another recording, or none."""
        self.picture.show_peaks([])
        self.told.hide()
        self.player.open(path)
        self.setVisible(path is not None)

    def close_sound(self) -> None:
        """Be silent for good."""
        self.player.close()

    @Slot()
    def _follow(self) -> None:
        self.play.setText(self.tr("Sto&p") if self.player.is_playing else self.tr("&Play"))

    @Slot(str)
    def _complain(self, message: str) -> None:
        self.told.setText(message)
        self.told.show()
