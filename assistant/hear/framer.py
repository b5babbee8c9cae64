"""Chunks of any size -> frames of one size, each with its place."""

from collections.abc import Iterator

import numpy as np

from assistant.values.audio import AudioChunk, Gap, Samples, read_only


class Framer:
    """Re-blocks audio into frames that abut, beginning where the first chunk begins.

    A gap does not break a frame: positions go on without the samples that were lost, so the grid
    of frames does too, and depends on nothing but positions.
    """

    def __init__(self, size: int) -> None:
        """Make frames of `size` samples."""
        self._size = size
        self._pieces: list[Samples] = []
        self._start: int | None = None
        self._held = 0

    def feed(self, item: AudioChunk | Gap) -> Iterator[AudioChunk | Gap]:
        """Take the next chunk and yield the frames it completes; a gap passes through at once.

        Raises ValueError where a chunk does not begin where the one before it ended.
        """
        if isinstance(item, Gap):
            yield item
            return
        if self._start is None:
            self._start = item.start
        elif item.start != self._start + self._held:
            raise ValueError(f"audio must go on at sample {self._start + self._held}, not at {item.start}")
        self._pieces.append(item.samples)
        self._held += len(item.samples)
        if self._held >= self._size:
            yield from self._frames(self._start)

    def _frames(self, start: int) -> Iterator[AudioChunk]:
        samples = read_only(np.concatenate(self._pieces))
        whole = len(samples) - len(samples) % self._size
        self._pieces, self._start, self._held = [samples[whole:]], start + whole, len(samples) - whole
        for at in range(0, whole, self._size):
            yield AudioChunk(start + at, samples[at : at + self._size])

    def flush(self) -> Iterator[AudioChunk]:
        """Yield the last frame, shorter than the others, if there is any."""
        if self._held and self._start is not None:
            yield AudioChunk(self._start, read_only(np.concatenate(self._pieces)))
        self._pieces, self._start, self._held = [], None, 0
