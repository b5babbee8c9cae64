"""What acting needs from outside: a desktop to act on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from assistant.values.action import Insertion, Method, Outcome, Window
from assistant.values.commands.deed import (
    Builtin,
    CallHttp,
    CallPython,
    Deed,
    OpenApp,
    OpenUrl,
    PressKeys,
    RunHook,
    RunProgram,
    TypeText,
)
from assistant.values.event import Recovered, Trouble
from assistant.values.settings import ActSettings, Hotkey


class Desktop(Protocol):
    """The user's desktop."""

    @property
    def name(self) -> str:
        """Which desktop it is, for people: `X11`, `no desktop (printing)`."""

    def active_window(self) -> Window | None:
        """Return the window that has the keyboard focus."""

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:
        """Put `text` at the caret exactly once and wait for the receipt, at most about 2 s.

        With a `window`, nothing is sent where another one has the focus by now (WRONG_WINDOW).
        Held modifiers are released first; the clipboard is given back afterwards. Never raises for
        what a target does: that is what the outcome says. Raises DeliveryError where the desktop
        itself is gone.
        """

    def close(self) -> None:
        """Give back connections, and the clipboard what it held. May be called twice."""


@runtime_checkable
class Adjustable(Protocol):
    """A desktop that does otherwise while it runs, when the user wants it to."""

    def fit(self, settings: ActSettings) -> None:
        """Do as these settings say from the next text on."""


class Eraser(Protocol):
    """Takes texts away again that were put into a window."""

    def take_back(self, insertion: Insertion) -> Outcome:
        """Take exactly the text of `insertion` away, if it still stands before the caret.

        TAKEN_BACK where it is gone; UNTOUCHED, with one plain sentence, wherever there is doubt: another
        window has the focus, or something else stands there by now. Raises DeliveryError where the desktop
        itself is gone.
        """


class Caret(Protocol):
    """Knows where text goes in."""

    def before(self, window: Window | None) -> str | None:
        """Return the end of what stands before the caret, within 0.1 s; None where that cannot be known."""

    def has_moved_since(self, when: float) -> bool:
        """Return whether the user typed or clicked after `when` (time.monotonic), as far as is known."""

    def close(self) -> None:
        """Give back what it is connected to. Callable from any thread, and more than once."""


class Marker(Protocol):
    """Selects words that stand before the caret."""

    def mark(self, words: str, after: str, window: Window | None) -> Outcome:
        """Select `words`, between which and the caret only `after` stands.

        DONE where the program says that exactly these are selected; UNTOUCHED, with one plain sentence and
        the caret back where it was, wherever there is doubt. Raises DeliveryError where the desktop is gone.
        """

    def erase(self, words: str, window: Window | None) -> Outcome:
        """Take away what is selected, where the program says that it is exactly `words`; else UNTOUCHED."""


class WordKeeper(Protocol):
    """Keeps the user's own words."""

    def remember(self, before: str, after: str) -> None:
        """Write `after` from now on where `before` was heard. Raises OSError."""


class KeyListener(Protocol):
    """Is told what the hotkeys do. Called on the hotkey thread; must return at once.

    Times are those of time.monotonic. Each press is ended by exactly one of `released` and `chorded`.
    """

    def pressed(self, when: float, window: Window | None, hotkey: Hotkey) -> None:
        """Tell that a hotkey went down at `when` while `window` had the focus."""

    def released(self, when: float, hotkey: Hotkey) -> None:
        """Tell that it came up at `when`, or was found up after its release was missed."""

    def chorded(self, when: float, hotkey: Hotkey) -> None:
        """Tell that another key went down while it, a bare modifier, was held: it was a shortcut."""

    def escaped(self, when: float) -> None:
        """Tell that Escape went down while it was taken for us."""


class Hotkeys(Protocol):
    """Watches the hotkeys everywhere on the desktop."""

    def start(self, listener: KeyListener, trouble: Callable[[Trouble | Recovered], None]) -> None:
        """Begin to watch. Raises HotkeyError where none of the keys exists and is free.

        A key among several that can't be watched is told as a Trouble; the others are watched.
        """

    def take_escape(self, *, is_taken: bool) -> None:
        """Keep Escape from the programs and tell of it, or leave it alone again.

        Returns at once; callable from any thread. Where the desktop has no way, it does nothing.
        """

    def stop(self) -> None:
        """End within a second. May be called twice."""


DeedT_contra = TypeVar("DeedT_contra", bound=Deed, contravariant=True)


class Executor(Protocol[DeedT_contra]):
    """Does one kind of deed. Never raises for what a target does: that is what the outcome says."""

    def execute(self, deed: DeedT_contra, window: Window | None) -> Outcome:
        """Do it, and return within about 2 s.

        DONE where the effect was seen or is certain, UNCONFIRMED where keys were sent and nothing tells,
        WRONG_WINDOW where `window` has lost the focus and the deed is meant for it, FAILED with one plain
        sentence otherwise. What is in a slot is data: never a line for a shell.
        Raises DeliveryError where the desktop itself is gone.
        """


class BuiltinExecutor(Executor[Builtin], Protocol):
    """Does the built-in deeds of one theme: windows, media, timers."""

    @property
    def names(self) -> frozenset[str]:
        """The built-in deeds that it knows of: `window.snap`, `timer.set`."""


@runtime_checkable
class Selective(Protocol):
    """A tool that may not be able to do here and now all that it knows of."""

    @property
    def available(self) -> frozenset[str]:
        """What of it would work now; none: nothing. May take some calls over the message bus."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Whatever there is to act with; None is told to the user as not available on this desktop."""

    keys: Executor[PressKeys] | None = None
    text: Executor[TypeText] | None = None
    apps: Executor[OpenApp] | None = None
    urls: Executor[OpenUrl] | None = None
    programs: Executor[RunProgram] | None = None
    http: Executor[CallHttp] | None = None
    hooks: Executor[RunHook] | None = None
    python: Executor[CallPython] | None = None
    builtins: tuple[BuiltinExecutor, ...] = ()
