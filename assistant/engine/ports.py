"""What the engine needs from outside besides the ports of its rooms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from assistant.values.action import Action, Outcome, Result
from assistant.values.audio import Segment, SpeechStarted, Utterance
from assistant.values.event import Event
from assistant.values.intent import Intent
from assistant.values.settings import Settings
from assistant.values.transcript import Transcript

if TYPE_CHECKING:  # heavy: the icon has no use for what they bring along
    from assistant.engine.consult.rooms import ConsultRooms
    from assistant.recognize.ports import Cancellation

Observer = Callable[[Event], None]
"""Is called on the engine's threads and must return at once."""


class Journal(Protocol):
    """Keeps the audio of an utterance on disk until its text is delivered."""

    def append(self, segment: Segment) -> None:
        """Write the next piece; a kill afterwards does not lose it. Raises OSError."""

    def complete(self, utterance: Utterance) -> None:
        """Make the entry hold exactly this utterance. Raises OSError."""

    def drop(self, number: int) -> None:
        """Forget the entry: its text is delivered, or it was cancelled. Raises OSError."""

    def keep(self, number: int) -> Path | None:
        """Keep the entry as delivered (audio history), and tell where it is. Raises OSError."""

    def place(self, number: int) -> Path | None:
        """Return where the recording of a complete utterance waits to be delivered."""


class History(Protocol):
    """Remembers what was said and what became of it."""

    def add(self, transcript: Transcript, intent: Intent, action: Action, outcome: Outcome) -> int:
        """Write one line of history, and return its number. Raises OSError."""

    def attach(self, number: int, audio: Path) -> None:
        """Note where the recording of a line is kept. Raises OSError."""

    def settle(self, number: int, result: Result) -> None:
        """Note what became of a line afterwards. Raises OSError."""

    def last_kept(self) -> str | None:
        """Return the newest text that was kept back or not delivered."""


@dataclass(frozen=True, slots=True)
class Keepers:
    """What remembers; both may be absent."""

    journal: Journal | None = None
    history: History | None = None


@runtime_checkable
class Multilingual(Protocol):
    """A recogniser that can be told which languages to expect next."""

    def speak(self, languages: tuple[str, ...]) -> None:
        """Expect these languages from now on; none: those of the settings. Cheap where nothing changes."""


class Recognizer(Protocol):
    """Reads utterances."""

    def feed(
        self,
        item: SpeechStarted | Segment | Utterance,
        cancellation: "Cancellation | None" = None,
        *,
        for_commands: bool = False,
    ) -> Iterator[Transcript]:
        """Take the next item; a final transcript follows every Utterance.

        `for_commands` says that it may be a command, and is the same for all items of an utterance.
        Raises CancelledError, ModelError.
        """


class Fitter(Protocol):
    """Fits the rooms to other settings; each method is called on its room's thread, between utterances."""

    def hear(self, settings: Settings) -> None:
        """Let the ear find speech as these settings say."""

    def keep(self, settings: Settings) -> Keepers:
        """Return who remembers what is said from now on. Raises OSError."""

    def think(self, settings: Settings) -> Recognizer | None:
        """Let the brain understand by these settings; return who recognises, None: as before.

        Raises ModelError, after which the one before goes on; SettingsError where a setting makes no sense.
        """

    def consult(self, settings: Settings) -> "ConsultRooms | None":
        """Return how a language model is asked by these settings; None: it is not. On the brain's thread."""

    def act(self, settings: Settings) -> None:
        """Let the hands act by these settings."""
