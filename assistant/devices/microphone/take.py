"""What one stream brings: blocks at the device's rate -> chunks at positions, gaps, and troubles."""

import numpy as np

from assistant.devices.microphone.clock import SampleClock
from assistant.devices.microphone.reports import Reporter
from assistant.devices.microphone.stream import Block, PortAudioStream
from assistant.devices.microphone.zeros import Change, ZeroWatch
from assistant.hear.resample import Resampler
from assistant.values.audio import SAMPLE_RATE, GapReason, Samples, read_only


class Take:
    """Turns the blocks of one stream into audio at 16 kHz that goes on where the last stream ended."""

    def __init__(self, stream: PortAudioStream, before: "Take | None", reporter: Reporter) -> None:
        """Record from `stream` after `before`, if there was a stream before it."""
        self.position: int = before.position if before else 0
        """Where the next sample goes."""
        self.clock = SampleClock(self.position, stream.rate)
        self.has_begun = False
        self.lost_at = float("-inf")
        """When samples were last missed, monotonic seconds: so it is when the server moves the stream."""
        self._ended_at = before.clock.end if before else None
        self._channels = stream.channels
        self._resampler = Resampler(stream.rate, stream.channels)
        self._zeros = ZeroWatch()
        self._reporter = reporter
        self._waiting: list[Samples] = []

    def feed(self, block: Block) -> None:
        """Take the next block; what it brings waits for `post`, and so does not wake anybody by itself."""
        samples = np.frombuffer(block.audio, np.int16).reshape(-1, self._channels)
        missing = self.clock.note(block.arrived, block.age, len(samples))
        begin = self.clock.begin
        if not self.has_begun and self._ended_at is not None and begin is not None:
            outage = max(0, round((begin - self._ended_at) * SAMPLE_RATE))
            self._gap(outage, GapReason.REOPENED)
        self.has_begun = True
        if missing:
            self.lost_at = block.arrived
            self._gap(missing, GapReason.LOST)
        elif block.status.input_overflow:
            self._gap(0, GapReason.OVERFLOW)
        self._waiting.append(self._resampler.feed(samples))

    def post(self) -> None:
        """Post what has been fed, as one piece."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._post(waiting[0] if len(waiting) == 1 else read_only(np.concatenate(waiting)))

    def end(self) -> None:
        """Post all, and what the resampler still holds."""
        if self.has_begun:
            self._waiting.append(self._resampler.flush())
            self.post()

    def _gap(self, missing: int, why: GapReason) -> None:
        self.post()
        self._reporter.gap(self.position, missing, why)

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
