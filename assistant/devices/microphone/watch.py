"""Notices when the sound server records from another source than the one that was opened."""

from assistant.devices.microphone import pulse
from assistant.devices.microphone.reports import Reporter
from assistant.devices.microphone.stream import Microphone

OFTEN, SELDOM = 3.0, 10.0
"""Seconds between looks where it matters now, and at rest: one costs some 7 ms of another process."""


class SourceWatch:
    """Looks now and then at where the audio of a stream really comes from."""

    def __init__(self, microphone: Microphone, wanted: str | None, reporter: Reporter) -> None:
        """Watch a stream that was opened on `microphone` because `wanted` was asked for."""
        self.has_strayed = False
        """True where the microphone that was asked for had gone, and is there again."""
        self._wanted = microphone.source if wanted is not None else ""
        self._current = microphone.source
        self._reporter = reporter
        self._is_on_stand_in = False
        self._index: int | None = None
        self._last: float | None = None

    def look(self, now: float, *, soon: bool) -> None:
        """Look, if it is time to at `now`, and report what has changed."""
        wait = OFTEN if soon or self._is_on_stand_in else SELDOM
        if not self._current or (self._last is not None and now < self._last + wait):
            return
        self._last = now
        index = pulse.recorded_source()
        if index is None or (index == self._index and not self._is_on_stand_in):
            return
        self._index = index
        sources = {each.index: each for each in pulse.sources() or []}
        is_there = self._wanted in {each.name for each in sources.values()}
        if index in sources and sources[index].name != self._current:
            self._current = sources[index].name
            # whoever moves the stream by hand, while the microphone is there, is not to be contradicted
            self._is_on_stand_in = bool(self._wanted) and not is_there
            self._reporter.moved(sources[index].label)
        self.has_strayed = self._is_on_stand_in and is_there
