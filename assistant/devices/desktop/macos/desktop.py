"""The user's desktop on macOS: the pasteboard and Cmd+V, or key events that carry the characters.

The pasteboard tells nobody who read it, so a delivery here is UNCONFIRMED, which is what is known of it.
"""

from collections.abc import Iterator
from threading import Timer

from assistant.devices.desktop.macos.calls import Formats, MacCalls
from assistant.devices.desktop.target.methods import best_method
from assistant.devices.desktop.target.sentences import MOVED, UNFOCUSED
from assistant.devices.desktop.target.terminals import is_terminal, without_control
from assistant.devices.desktop.target.turns import Turns
from assistant.values.action import Method, Outcome, Result, Window
from assistant.values.settings import ActSettings

CHUNK = 20
"""UTF-16 units that one key event carries; the rest would be cut off."""
SLOW = 1.0
"""Seconds until the old contents come back: nothing tells when the text was read."""
V_KEY, RETURN_KEY, TAB_KEY = 9, 36, 48
KEYS = {"\n": RETURN_KEY, "\t": TAB_KEY}
TEXT = "public.utf8-plain-text"
HIDDEN = ("org.nspasteboard.TransientType", "org.nspasteboard.ConcealedType")
"""Clipboard histories leave alone what carries these (nspasteboard.org)."""

SECURE = (
    "A password field keeps the keyboard to itself, so nothing can be typed. The text is kept. "
    "If no password is being asked for, the program that had asked for one last still blocks it: close it."
)
UNTRUSTED = (
    "macOS does not let the assistant type. The text is on the clipboard: paste it, and allow the assistant "
    "in System Settings, Privacy & Security, Accessibility."
)


class MacDesktop:
    """Implements act.ports.Desktop. Its methods may be called from any thread."""

    def __init__(self, settings: ActSettings, calls: MacCalls) -> None:
        self._restores = settings.restore_clipboard
        self._calls = calls
        self._turns = Turns()
        self._before: Formats | None = None
        self._count = -1
        self._timer: Timer | None = None

    def fit(self, settings: ActSettings) -> None:
        """Give the clipboard back, or not, from the next text on."""
        self._restores = settings.restore_clipboard

    @property
    def name(self) -> str:
        """Which desktop it is, for people."""
        return "macOS"

    def active_window(self) -> Window | None:
        """Return the application that has the keyboard, as its window."""
        found = self._calls.frontmost()
        if found is None:
            return None
        return Window(found.process, found.bundle, found.name, is_terminal(found.bundle))

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:
        """Put `text` at the caret exactly once. Raises DeliveryError after `close`."""
        return self._turns.take(lambda: self._insert(text, window, method))

    def close(self) -> None:
        """Give back the pasteboard. May be called twice."""
        self._turns.end(self._give_back)

    def _insert(self, text: str, window: Window | None, wanted: Method) -> Outcome:
        active = self.active_window()
        target = window or active
        if target is not None and (active is None or active.handle != target.handle):
            return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
        text = without_control(text) if target is not None and target.is_terminal else text
        if not text:
            return Outcome(Result.NOTHING, window=target)
        if self._calls.is_secure():
            return Outcome(Result.KEPT, SECURE, window=target)
        if target is None or not self._calls.is_trusted():
            self._lend(text)
            self._before = None  # the pasteboard is now the place to find it
            return Outcome(
                Result.ON_CLIPBOARD, UNTRUSTED if target else UNFOCUSED, "clipboard", window=target
            )
        if best_method(target, wanted, Method.CTRL_V) is Method.KEYS:
            for chunk in chunks(text):
                if chunk in KEYS:
                    self._calls.press(KEYS[chunk], with_command=False)
                else:
                    self._calls.type(chunk)
            return Outcome(Result.UNCONFIRMED, method="keys", window=target)
        self._lend(text)
        self._calls.press(V_KEY, with_command=True)
        self._timer = Timer(SLOW, self._give_back)
        self._timer.name = "give back"
        self._timer.daemon = True
        self._timer.start()
        return Outcome(Result.UNCONFIRMED, method="clipboard", window=target)

    def _lend(self, text: str) -> None:
        """Save what the pasteboard holds, unless the last text is still on loan, and put `text` there."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        is_lent = self._before is not None and self._calls.change_count() == self._count
        if not is_lent:
            self._before = self._calls.pasteboard() if self._restores else None
        self._count = self._calls.put({TEXT: text.encode("utf-8", "replace"), **dict.fromkeys(HIDDEN, b"")})

    def _give_back(self) -> None:
        with self._turns.lock:
            before, self._before = self._before, None
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            if before is not None and self._calls.change_count() == self._count:
                self._calls.put(before)


def chunks(text: str) -> Iterator[str]:
    """Cut text into what one event carries; line breaks and tabs are keys and stand alone.

    A character is never cut in two, whatever UTF-16 makes of it.
    """
    held, size = "", 0
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        length = len(character.encode("utf-16-le", "replace")) // 2
        if held and (character in KEYS or size + length > CHUNK):
            yield held
            held, size = "", 0
        if character in KEYS:
            yield character
        else:
            held, size = held + character, size + length
    if held:
        yield held
