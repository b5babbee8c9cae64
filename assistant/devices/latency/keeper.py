"""Follows what happens and writes down how long it took: an observer, called on the engine's threads."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic

from assistant.devices.latency.ledger import LatencyLedger
from assistant.devices.latency.timing import Stages, Timing
from assistant.values.action import Outcome, Result
from assistant.values.audio import Trigger, Utterance, seconds
from assistant.values.event import (
    ActionPerformed,
    Event,
    IntentRouted,
    PrivacyChanged,
    TranscriptReady,
    UtteranceDropped,
    UtteranceEnded,
)
from assistant.values.settings import KeepSettings

MOST_OPEN = 16
"""Utterances under way that are remembered; one that nothing was done about is forgotten in the end."""
ACTED = {Result.DELIVERED, Result.UNCONFIRMED, Result.DONE}


@dataclass(slots=True)
class _Course:
    """How far one utterance is."""

    utterance: Utterance
    ended: float
    """When it was known to have ended, seconds of the clock..."""
    heard: int | None
    """...and the sample at the microphone at that moment."""
    routed: float = 0.0
    model: str = ""
    stages: Stages = field(default_factory=Stages)


class LatencyKeeper:
    """Keeps the timings of what was delivered or carried out; in private mode, none."""

    def __init__(
        self,
        position: Callable[[float], int | None],
        settings: KeepSettings,
        ledger: LatencyLedger | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Take `position`, which tells the sample that was at the microphone at a time of `clock`."""
        self._position = position
        self.fit(settings)
        self._ledger = ledger or LatencyLedger()
        self._clock = clock
        self._open: dict[int, _Course] = {}

    def fit(self, settings: KeepSettings) -> None:
        """Keep nothing more than these settings allow."""
        self._is_private = settings.private
        self._unstored = frozenset(app.casefold() for app in settings.never_store)

    def __call__(self, event: Event) -> None:
        """Look at what happened. Never raises: timings are not worth a trouble."""
        match event:
            case UtteranceEnded(utterance) if utterance.trigger is not Trigger.FILE:
                now = self._clock()
                self._open[utterance.number] = _Course(utterance, now, self._position(now))
                self._open.pop(utterance.number - MOST_OPEN, None)
            case UtteranceDropped(number):
                self._open.pop(number, None)
            case PrivacyChanged(is_private):
                self._is_private = is_private
            case TranscriptReady(transcript) if transcript.is_final:
                course = self._open.get(transcript.utterance)
                if course is not None:
                    spent = transcript.timings
                    course.model = transcript.model
                    course.stages = replace(
                        course.stages, features=spent.features, model=spent.model, decode=spent.decode
                    )
            case IntentRouted(number, _, took):
                course = self._open.get(number)
                if course is not None:
                    course.routed = self._clock()
                    course.stages = replace(course.stages, route=took)
            case ActionPerformed(number, _, outcome):
                course = self._open.pop(number, None)
                if course is not None and course.model and self._is_wanted(outcome):
                    self._write(course, outcome)
            case _:
                pass

    def _is_wanted(self, outcome: Outcome) -> bool:
        app = outcome.window.app.casefold() if outcome.window else ""
        return outcome.result in ACTED and not self._is_private and app not in self._unstored

    def _write(self, course: _Course, outcome: Outcome) -> None:
        now, utterance = self._clock(), course.utterance
        spent = course.stages
        released = self._since(course, utterance.released)
        spoken = self._since(course, utterance.spoken_until)
        work = spent.features + spent.model + spent.decode + spent.route
        stages = replace(
            spent,
            ending=(spoken if released is None else released) or 0.0,
            waiting=max(0.0, course.routed - course.ended - work),
            writing=max(0.0, now - course.routed - outcome.seconds),
            delivery=outcome.seconds,
        )
        timing = Timing(
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            model=course.model,
            audio=seconds(len(utterance.samples)),
            is_by_key=released is not None,
            after_speech=None if spoken is None else spoken + now - course.ended,
            stages=stages,
        )
        try:
            self._ledger.add(timing)
        except OSError:
            self._is_private = True  # a disk that refuses is told by the history; here it only ends this

    @staticmethod
    def _since(course: _Course, index: int | None) -> float | None:
        """Return the seconds from sample `index` to the moment the utterance was known to have ended."""
        if index is None or course.heard is None:
            return None
        return max(0.0, seconds(course.heard - index))
