"""What one stream brings: blocks at the device's rate -> chunks at positions, gaps, and troubles."""

from assistant.devices.microphone.clock import SampleClock
from assistant.devices.microphone.reports import Reporter
from assistant.devices.microphone.stream import Block, PortAudioStream
from assistant.devices.microphone.zeros import Change, ZeroWatch
from assistant.hear.resample import Resampler
from assistant.values.audio import SAMPLE_RATE, GapReason, Samples


class Take:
    """Turns the blocks of one stream into audio at 16 kHz that goes on where the last stream ended."""

    def __init__(self, stream: PortAudioStream, before: "Take | None", reporter: Reporter) -> None:
        """Record from `stream` after `before`, if there was a stream before it."""
        self.position: int = before.position if before else 0
        """Where the next sample goes."""
        self.clock = SampleClock(self.position, stream.rate)
        self.has_begun = False
        self._ended_at = before.clock.end if before else None
        self._resampler = Resampler(stream.rate, stream.channels)
        self._zeros = ZeroWatch()
        self._reporter = reporter

    def feed(self, block: Block) -> None:
        """Take the next block and post what it brings."""
        missing = self.clock.note(block.arrived, block.age, len(block.samples))
        begin = self.clock.begin
        if not self.has_begun and self._ended_at is not None and begin is not None:
            outage = max(0, round((begin - self._ended_at) * SAMPLE_RATE))
            self._reporter.gap(self.position, outage, GapReason.REOPENED)
        self.has_begun = True
        if missing:
            self._reporter.gap(self.position, missing, GapReason.LOST)
        elif block.is_overflow:
            self._reporter.gap(self.position, 0, GapReason.OVERFLOW)
        self._post(self._resampler.feed(block.samples))

    def end(self) -> None:
        """Post what the resampler still holds."""
        if self.has_begun:
            self._post(self._resampler.flush())

    def _post(self, samples: Samples) -> None:
        if not len(samples):
            return
        change = self._zeros.feed(samples)
        if change is Change.FELL_SILENT:
            self._reporter.silent()
        elif change is Change.IS_BACK:
            self._reporter.heard_again()
        self._reporter.audio(self.position, samples)
        self.position += len(samples)
