"""What acting needs from outside: a desktop to act on."""

from collections.abc import Callable
from typing import Protocol

from assistant.values.action import Outcome, Window
from assistant.values.event import Recovered, Trouble


class Desktop(Protocol):
    """The user's desktop."""

    @property
    def name(self) -> str:
        """Which desktop it is, for people: `X11`, `no desktop (printing)`."""

    def active_window(self) -> Window | None:
        """Return the window that has the keyboard focus."""

    def insert(self, text: str, window: Window | None) -> Outcome:
        """Put `text` at the caret exactly once and wait for the receipt, at most about 2 s.

        With a `window`, nothing is sent where another one has the focus by now (WRONG_WINDOW).
        Held modifiers are released first; the clipboard is given back afterwards. Never raises for
        what a target does: that is what the outcome says. Raises DeliveryError where the desktop
        itself is gone.
        """

    def close(self) -> None:
        """Give back connections, and the clipboard what it held. May be called twice."""


class KeyListener(Protocol):
    """Is told what the push-to-talk key does. Called on the hotkey thread; must return at once."""

    def pressed(self, when: float, window: Window | None) -> None:
        """Tell that the key went down at `when` (time.monotonic) while `window` had the focus."""

    def released(self, when: float) -> None:
        """Tell that the key came up at `when`, or was found up after its release was missed."""

    def chorded(self, when: float) -> None:
        """Tell that another key went down while a bare modifier was held: it was a shortcut."""


class Hotkeys(Protocol):
    """Watches the push-to-talk key everywhere on the desktop."""

    def start(self, listener: KeyListener, trouble: Callable[[Trouble | Recovered], None]) -> None:
        """Begin to watch. Raises HotkeyError for a key that does not exist or is taken."""

    def stop(self) -> None:
        """End within a second. May be called twice."""
