"""Plays recordings beside the window, from anywhere in them, and stops when told."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.devices.audio_file import AudioFile
from assistant.devices.microphone.player import play
from assistant.errors import AssistantError
from assistant.tray.errands import Errands
from assistant.tray.history.sound.waveform import peaks
from assistant.tray.looks.said import said
from assistant.values.audio import SAMPLE_RATE, Samples

BLOCK = SAMPLE_RATE // 20
GLANCE_MS = 50


class Player(QObject):
    """One recording at a time. Decoding and playing happen on errands of its own."""

    opened = Signal(object)
    """The peaks of the recording that was opened."""
    moved = Signal(float)
    """Where it plays, 0...1."""
    changed = Signal()
    """It began or ended."""
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._errands = Errands()
        self._samples: Samples | None = None
        self._path: Path | None = None
        self._at = 0
        self._run = 0
        self._timer = QTimer(self)
        self._timer.setInterval(GLANCE_MS)
        self._timer.timeout.connect(self._glance)
        self.is_playing = False

    def open(self, path: Path | None) -> None:
        """Decode another recording; None for nothing."""
        self.stop()
        self._path, self._samples, self._at = path, None, 0
        if path is None:
            return

        def decode() -> tuple[Samples, list[float]]:
            samples = AudioFile.read(path)
            return samples, peaks(samples)

        self._errands.run(decode, lambda found: self._opened(path, *found), self._fail)

    def toggle(self) -> None:
        """Play from where it was, or stop."""
        if self.is_playing:
            self.stop()
        else:
            self.play_from(self._at / max(1, len(self._samples)) if self._samples is not None else 0.0)

    def play_from(self, fraction: float) -> None:
        """Play from there to the end."""
        samples = self._samples
        if samples is None:
            return
        self._run += 1
        start = round(fraction * len(samples))
        self._at = 0 if start >= len(samples) else start
        self._turn(is_playing=True)
        run = self._run
        self._errands.run(
            lambda: play(self._blocks(samples, run)), lambda _seconds: self._ended(run), self._fail
        )

    def stop(self) -> None:
        """Be silent after the next block."""
        self._run += 1
        self._turn(is_playing=False)

    def close(self) -> None:
        """Stop for good."""
        self.stop()
        self._errands.close()

    def _blocks(self, samples: Samples, run: int) -> Iterator[Samples]:
        while self._run == run and self._at < len(samples):
            block = samples[self._at : self._at + BLOCK]
            yield block
            self._at += len(block)

    def _opened(self, path: Path, samples: Samples, found: list[float]) -> None:
        if path == self._path:
            self._samples = samples
            self.opened.emit(found)

    def _ended(self, run: int) -> None:
        if run == self._run:
            self._at = 0
            self._glance()
            self._turn(is_playing=False)

    def _fail(self, error: AssistantError | OSError) -> None:
        self._turn(is_playing=False)
        self.failed.emit(said(error))

    def _glance(self) -> None:
        if self._samples is not None:
            self.moved.emit(self._at / max(1, len(self._samples)))

    def _turn(self, *, is_playing: bool) -> None:
        self.is_playing = is_playing
        if is_playing:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
