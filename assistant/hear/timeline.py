"""The recent past: samples, what the detector made of them, and where some were lost."""

from collections.abc import Callable
from math import ceil

import numpy as np

from assistant.hear.framer import Framer
from assistant.hear.ports import Detector
from assistant.values.audio import AudioChunk, Gap, GapReason, Samples, read_only, samples_in, seconds
from assistant.values.settings import HearSettings

ROOM = 1 << 18
"""Samples that the buffer holds before it has to grow (16 s)."""


class Timeline:
    """Remembers audio by position, and a verdict for every frame of it.

    The detector hears everything once and in order. Whoever asks later, or asks again, gets the
    same verdicts: that is why nothing depends on when a question is asked.
    """

    def __init__(self, detector: Detector) -> None:
        """Judge frames with `detector` from the first sample on."""
        self.frame = detector.frame
        self.gaps: list[Gap] = []
        self.start = 0
        """Oldest sample that is still known."""
        self.stop = 0
        """Index after the newest sample."""
        self._detector = detector
        self._framer = Framer(detector.frame)
        self._origin = 0
        self._buffer = np.zeros(ROOM, np.int16)
        self._base = 0
        self._verdicts: list[bool] = []
        self._first_verdict = 0

    def add(self, chunk: AudioChunk) -> None:
        """Take the next chunk. Raises ValueError where it does not go on at `stop`."""
        if self.stop == self._origin and not self._verdicts:
            self._begin(chunk.start)
        frames = self._framer.feed(chunk)
        self._verdicts += [self._detector.is_speech(f.samples) for f in frames if isinstance(f, AudioChunk)]
        count = len(chunk.samples)
        if self.stop - self._base + count > len(self._buffer):
            self._make_room(count)
        at = self.stop - self._base
        self._buffer[at : at + count] = chunk.samples
        self.stop += count

    def hear_with(self, detector: Detector) -> None:
        """Judge what comes with another detector; what was judged stays as it was.

        Raises ValueError where its frames are of another length.
        """
        if detector.frame != self.frame:
            raise ValueError(f"frames of {detector.frame} samples do not fit those of {self.frame}")
        self._detector = detector

    def samples(self, start: int, stop: int) -> Samples:
        """Return a read-only copy of samples [start, stop), which must be known."""
        return read_only(self._buffer[start - self._base : stop - self._base].copy())

    def frames_before(self, position: int) -> int:
        """Return how many whole frames end at or before `position`: the index of the next one."""
        return (position - self._origin) // self.frame

    def frame_start(self, index: int) -> int:
        """Return where a frame begins."""
        return self._origin + index * self.frame

    def is_speech(self, index: int) -> bool:
        """Return the verdict on a frame; what is forgotten, or was never heard, is silence."""
        at = index - self._first_verdict
        return 0 <= at < len(self._verdicts) and self._verdicts[at]

    def quiet_before(self, index: int, most: int, is_silent: Callable[[int, int], bool] | None = None) -> int:
        """Count the frames without speech that end where frame `index` begins, up to `most`.

        A frame that `is_silent` is without, too, whatever the detector thinks of it.
        """

        def speaks(frame: int) -> bool:
            heard = is_silent is not None and is_silent(self.frame_start(frame), self.frame_start(frame + 1))
            return self.is_speech(frame) and not heard

        return next((n for n in range(most) if speaks(index - 1 - n)), most)

    def tail_end(
        self, release: int, known: int, settings: HearSettings, is_silent: Callable[[int, int], bool]
    ) -> int | None:
        """Return where speech ends that was released at `release`; None if audio up to `known` does not tell.

        At the release itself where it was quiet before, else where it has become quiet, and never
        later than the settings allow. What lies behind `known` is not looked at.
        """
        latest = release + samples_in(settings.tail_max_ms)
        index = self.frames_before(release)
        enough = ceil(samples_in(settings.tail_quiet_ms) / self.frame)
        if self.quiet_before(index, enough, is_silent) == enough:
            return release
        enough = ceil(samples_in(settings.tail_silence_ms) / self.frame)
        while (stop := self.frame_start(index + 1)) <= min(known, latest):
            index += 1
            if self.quiet_before(index, enough, is_silent) == enough:
                return stop
        return latest if known >= latest else None

    def voiced(self, start: int, stop: int) -> float:
        """Return how many seconds of the whole frames in a range were speech."""
        first, last = self.frames_before(start + self.frame - 1), self.frames_before(stop)
        return seconds(self.frame * sum(self.is_speech(index) for index in range(first, last)))

    def spoken_until(self, start: int, stop: int) -> int | None:
        """Return where the last frame of a range ends that was speech; None where none was."""
        last = self.frames_before(stop)
        most = last - self.frames_before(start + self.frame - 1)
        quiet = self.quiet_before(last, max(0, most))
        return self.frame_start(last - quiet) if quiet < most else None

    def gaps_within(self, start: int, stop: int) -> tuple[Gap, ...]:
        """Return the gaps inside a range, its edges not included."""
        return tuple(gap for gap in self.gaps if start < gap.start < stop)

    def reopened_before(self, position: int) -> int:
        """Return where the microphone was last opened at or before `position`; 0 where it never was again."""
        starts = (gap.start for gap in self.gaps if gap.why is GapReason.REOPENED)
        return max((start for start in starts if start <= position), default=0)

    def forget(self, before: int) -> None:
        """Let go of what lies before a position."""
        self.start = max(self.start, min(before, self.stop))
        stale = self.frames_before(self.start) - self._first_verdict
        if stale > len(self._verdicts) // 2 > 0:
            del self._verdicts[:stale]
            self._first_verdict += stale
        self.gaps = [gap for gap in self.gaps if gap.start >= self.start]

    def _begin(self, start: int) -> None:
        self._origin = self._base = self.start = self.stop = start

    def _make_room(self, count: int) -> None:
        kept = self._buffer[self.start - self._base : self.stop - self._base]
        buffer = np.zeros(max(ROOM, 2 * (len(kept) + count)), np.int16)
        buffer[: len(kept)] = kept
        self._buffer, self._base = buffer, self.start
