"""What the rooms of the engine hand to each other, and how it can be called off."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from assistant.engine.ports import Keepers
from assistant.values.action import Action
from assistant.values.audio import Segment, SpeechStarted, Utterance
from assistant.values.control import Say
from assistant.values.intent import Context, Intent
from assistant.values.settings import Settings
from assistant.values.transcript import Transcript

if TYPE_CHECKING:
    from assistant.engine.consult.polish import Polish

IN_FLIGHT = 8
"""Utterances that can still be called off; older ones are long done."""


class CancelToken:
    """A request to stop that can be made once, from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stops: list[Callable[[], None]] = []
        self._is_set = False

    @property
    def is_set(self) -> bool:
        """True once `set` was called."""
        return self._is_set

    def set(self) -> None:
        """Ask everything that watches to stop."""
        with self._lock:
            self._is_set = True
            stops, self._stops = self._stops, []
        for stop in stops:
            stop()

    def watch(self, stop: Callable[[], None]) -> Callable[[], None]:
        """Call `stop` when the token is set (at once if it was); the result ends the watch."""
        with self._lock:
            if not self._is_set:
                self._stops.append(stop)
                return lambda: self._forget(stop)
        stop()
        return lambda: None

    def child(self) -> "CancelToken":
        """Return a token that is set with this one and can be set alone."""
        child = CancelToken()
        self.watch(child.set)
        return child

    def _forget(self, stop: Callable[[], None]) -> None:
        with self._lock:
            if stop in self._stops:
                self._stops.remove(stop)


class InFlight:
    """Hands out the tokens of utterances, and calls off what is decoded on approval once it is of no use."""

    def __init__(self) -> None:
        self._tokens: dict[int, CancelToken] = {}
        self._guess: tuple[int, CancelToken] | None = None
        """Where the utterance may have ended, and the token of its decoding on approval."""

    def token_for(self, found: SpeechStarted | Segment | Utterance) -> CancelToken:
        """Return the token that the work on `found` is to watch."""
        number = found.number if isinstance(found, Utterance) else found.utterance
        match found:
            case SpeechStarted():
                self._tokens[number] = CancelToken()
                self._tokens.pop(number - IN_FLIGHT, None)
            case Segment() if found.pause is not None:
                self._disapprove()
                token = self._tokens[number].child()
                self._guess = found.pause, token
                return token
            case Segment() if found.is_cut:
                self._disapprove()
            case Utterance() if self._guess is not None and self._guess[0] != found.silent_from:
                self._disapprove()  # the end has come elsewhere: what is wanted now must not wait for it
            case _:
                pass
        return self._tokens[number]

    def drop(self, number: int) -> None:
        """Call one off."""
        self._tokens[number].set()

    def drop_all(self) -> None:
        """Call off every utterance that is still being worked on."""
        for token in tuple(self._tokens.values()):
            token.set()

    def _disapprove(self) -> None:
        if self._guess is not None:
            self._guess[1].set()
        self._guess = None


@dataclass(frozen=True, slots=True)
class Work:
    """From the ear to the brain: something heard, for whom, and how it can be called off."""

    item: SpeechStarted | Segment | Utterance | Say
    context: Context = field(default_factory=Context)
    token: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class Order:
    """From the brain to the hands: something to do."""

    transcript: Transcript
    intent: Intent
    action: Action
    is_stored: bool = True
    """False where nothing of it may be written down."""
    polish: "Polish | None" = None
    """Where the text comes from that is typed instead, if it comes in time and can be trusted."""


@dataclass(frozen=True, slots=True)
class Fit:
    """From the ear through all rooms: what comes behind it is done by these settings.

    It travels in the order of the utterances, so each is heard, read and acted on by one and the same.
    """

    settings: Settings
    keepers: Keepers = field(default_factory=Keepers)


@dataclass(frozen=True, slots=True)
class Redeliver:
    """To the hands: deliver a text that the user has seen, or the newest that was kept."""

    text: str | None = field(repr=False, default=None)
    """None for the one that was kept."""


@dataclass(frozen=True, slots=True)
class Drop:
    """To the hands: the user cancelled this utterance; forget its journal entry."""

    number: int


@dataclass(frozen=True, slots=True)
class End:
    """The source has ended and everything before this has been dealt with."""
