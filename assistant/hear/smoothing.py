"""Verdicts on single frames -> where speech begins and ends."""

from collections import deque
from dataclasses import dataclass
from math import ceil

from assistant.values.audio import samples_in

BLIP = 2
"""Speech frames in a row that keep a span open; fewer are taken for a click."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Speech has begun."""

    ago: int
    """Frames since its first frame began, that one included."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Speech is over."""

    ago: int
    """Frames since its last frame ended."""


class Smoother:
    """Opens on enough speech within a little while, and closes on enough silence in a row."""

    def __init__(self, frame: int, onset_ms: int, silence_ms: int) -> None:
        """Judge frames of `frame` samples."""
        self._needed = max(1, ceil(samples_in(onset_ms) / frame))
        self.hangover = max(1, ceil(samples_in(silence_ms) / frame))
        """Frames of silence that close."""
        # half as long again as the onset itself: a plosive's closure must not hide a word's begin
        self._recent: deque[bool] = deque(maxlen=ceil(self._needed * 1.5))
        self._run = 0
        self._quiet = 0
        self.is_open = False

    def feed(self, is_speech: bool) -> Opened | Closed | None:  # noqa: FBT001 - a verdict is a bare bool
        """Take the verdict on the next frame and return the edge it makes, if any."""
        self._recent.append(is_speech)
        self._run = self._run + 1 if is_speech else 0
        if not self.is_open:
            return self._open() if sum(self._recent) >= self._needed else None
        self._quiet = 0 if self._run >= min(BLIP, self._needed) else self._quiet + 1
        if is_speech or self._quiet < self.hangover:
            return None
        quiet = self._quiet
        self.reset()
        return Closed(quiet)

    def reset(self) -> None:
        """Forget what came before."""
        self._recent.clear()
        self._run = self._quiet = 0
        self.is_open = False

    def _open(self) -> Opened:
        self.is_open = True
        self._quiet = 0
        return Opened(len(self._recent) - list(self._recent).index(True))
