"""Opens the microphone when it is needed and lets it rest otherwise: on demand, locked or paused.

It also says when somebody speaks: only then is it worth waking for every block of audio.
"""

from assistant.engine.ports import Observer
from assistant.hear.ports import Eager, Rousable, Source
from assistant.values.audio import SpeechStarted
from assistant.values.control import Mode, Press, SetLock, SetMode, SetPause
from assistant.values.event import Event, Rest, UtteranceDropped, UtteranceEnded
from assistant.values.settings import HearSettings

ATTENTIVE, IDLE = 0.1, 0.5
"""Seconds for which audio may gather: where speech is waited for or a level shown; where a key counts."""
LINGER = 3.0
"""Seconds that a microphone on demand stays open after an utterance, for the next one."""


class Attendant:
    """Follows what the ear takes and tells, on its thread; a source that cannot rest is left alone."""

    def __init__(self, source: Source, settings: HearSettings, mode: Mode) -> None:
        self._source = source if isinstance(source, Rousable) else None
        self._eager = source if isinstance(source, Eager) else None
        self._mode = mode
        self._is_locked = False
        self._is_paused = False
        self._is_watched = False
        self._obey(settings)
        self._pace()

    def fit(self, settings: HearSettings) -> None:
        """Open and close the microphone as other settings say."""
        before = self._is_on_demand, self._is_locked
        self._obey(settings)
        self._is_locked = self._is_locked and self._closes_on_lock
        if (self._is_on_demand, self._is_locked) != before:
            self._settle()

    def _obey(self, settings: HearSettings) -> None:
        self._is_on_demand = settings.microphone_use == "on_demand"
        self._closes_on_lock = settings.close_on_lock

    def take(self, item: object) -> None:
        """Look at what comes to the ear, before the ear does."""
        match item:
            case Press() if not self._is_shut:
                self._wake()
                self._hurry()
            case SetMode(mode):
                self._mode = mode
                self._settle()
                self._pace()
            case SetLock(is_locked) if self._closes_on_lock:
                self._is_locked = is_locked
                self._settle()
            case SetPause(is_paused):
                self._is_paused = is_paused
                self._settle()
            case _:
                pass

    def watch(self, *, is_watched: bool) -> None:
        """Take note whether anybody looks at the level; callable from any thread."""
        self._is_watched = is_watched
        self._pace()

    def follow(self, event: Event) -> None:
        """Look at what the ear tells."""
        match event:
            case SpeechStarted():
                self._hurry()
            case UtteranceEnded() | UtteranceDropped():
                if self._eager is not None:
                    self._eager.ease()
                if self._rests_between():
                    self._rest(Rest.ON_DEMAND, LINGER)
            case _:
                pass

    def around(self, report: Observer) -> Observer:
        """Return `report`, watched."""

        def watched(event: Event) -> None:
            report(event)
            self.follow(event)

        return watched

    def _settle(self) -> None:
        if self._is_shut:
            self._rest(Rest.PAUSED if self._is_paused else Rest.LOCKED, 0.0)
        elif self._rests_between():
            self._rest(Rest.ON_DEMAND, 0.0)
        else:
            self._wake()

    @property
    def _is_shut(self) -> bool:
        return self._is_locked or self._is_paused

    def _rests_between(self) -> bool:
        return self._is_on_demand and self._mode is Mode.PUSH_TO_TALK and not self._is_shut

    def _pace(self) -> None:
        if self._eager is not None:
            only_keys = self._mode is Mode.PUSH_TO_TALK and not self._is_watched
            self._eager.gather(IDLE if only_keys else ATTENTIVE)

    def _hurry(self) -> None:
        if self._eager is not None:
            self._eager.hurry()

    def _wake(self) -> None:
        if self._source is not None:
            self._source.wake()

    def _rest(self, why: Rest, after: float) -> None:
        if self._source is not None:
            self._source.rest(why, after)
