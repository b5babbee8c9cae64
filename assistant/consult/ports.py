"""What consulting needs from outside: a language model, a voice, and what is selected in a window."""

from collections.abc import Callable, Iterator
from typing import Protocol

from assistant.values.action import Outcome, Window
from assistant.values.consult import Reply, Request, Turn


class Stop(Protocol):
    """Says when to stop: `engine.work.CancelToken` is one."""

    @property
    def is_set(self) -> bool:
        """True once it was asked to stop."""

    def watch(self, stop: Callable[[], None]) -> Callable[[], None]:
        """Call `stop` when it is asked to (at once if it was); the result ends the watch."""


class LanguageModel(Protocol):
    """Answers requests."""

    def warm(self) -> None:
        """Load what the first request would else wait for. Nobody is asked anything."""

    def reply(self, request: Request, token: Stop) -> Iterator[Reply]:
        """Yield the reply as it comes, ended by one Finished.

        Closing the iterator, or `token`, ends it within 0.1 s, and the server is let go.
        Raises ConsultError with one sentence that says what is wrong and what to do; CancelledError.
        """

    def close(self) -> None:
        """Let go of every connection. Callable from any thread, and more than once."""


class Voice(Protocol):
    """Says texts aloud."""

    def speak(self, text: str, language: str, token: Stop) -> None:
        """Say `text` and return when it has been said, or within 0.1 s after `token` is set.

        `language` is a code (`en`, `zh`), or empty where nobody knows. Called by one thread at a time.
        Raises ConsultError where there is no way to speak.
        """

    def close(self) -> None:
        """Be silent, and let go of what speaks. Callable from any thread, and more than once."""


class Selection(Protocol):
    """Knows what is selected in a window."""

    def read(self, window: Window | None) -> str:
        """Return what is selected in `window` (None: in the one with the focus); empty where nothing is.

        On every path clipboard and PRIMARY hold afterwards, byte for byte, what they held before.
        Raises DeliveryError where the desktop is gone, or where that window has lost the focus.
        """

    def replace(self, text: str, window: Window | None) -> Outcome:
        """Put `text` in the place of what is selected, exactly once, as act.ports.Desktop.insert does."""


class ConversationKeeper(Protocol):
    """Keeps a conversation on disk."""

    def load(self) -> tuple[Turn, ...]:
        """Return what was kept; nothing where it cannot be read. Never raises."""

    def save(self, turns: tuple[Turn, ...]) -> None:
        """Keep these turns instead of those before. Raises OSError."""

    def clear(self) -> None:
        """Keep nothing. Raises OSError."""
