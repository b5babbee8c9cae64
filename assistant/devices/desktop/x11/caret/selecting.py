"""Selects text backwards from the caret by keys, and looks, by PRIMARY, whether it is that very text."""

from time import monotonic, sleep

from assistant.devices.desktop.x11.caret.clusters import clusters
from assistant.devices.desktop.x11.deeds.pressing import Presser
from assistant.devices.desktop.x11.desktop import Session
from assistant.devices.desktop.x11.selection.peek import PRIMARY, SelectionPeek
from assistant.values.action import Window

PATIENCE = 1.0
"""Seconds without a change until a program is taken to have selected what we asked for."""
BUSY = 5.0
"""Seconds that it may be at work on some of our keys."""
AT_ONCE = 60
"""Characters selected before we look."""
LATE_APPS = ("libreoffice", "soffice")
"""They go on offering what was selected when they were first asked: they are asked once, and late."""
LATE, LATE_EACH = 0.3, 0.005
"""Seconds, and for each character as well."""
LOOK = 0.01
TRIES = 4


class Hand:
    """Moves the end of a selection by keys, in one window only."""

    def __init__(
        self,
        session: Session,
        presser: Presser,
        window: Window,
        keys: tuple[tuple[int, ...], tuple[int, ...]],
    ) -> None:
        self._session, self._presser, self._window = session, presser, window
        self._left, self._right = keys
        self.moved = 0
        """Steps to the left so far."""
        self.is_late = window.app.casefold().startswith(LATE_APPS)
        self.is_lost = False
        """Whether the window has lost the keyboard."""

    @property
    def clients(self) -> frozenset[int]:
        """The clients that may select on behalf of the window."""
        return self._session.windows.clients(self._window)

    def move(self, count: int) -> None:
        """Move `count` steps to the left, or to the right where it is negative."""
        with self._session.connection.grabbed():
            self.is_lost = not self._session.windows.has_keyboard(self._window)
            if self.is_lost:
                return
            self._session.keyboard.release_held()
            for _ in range(abs(count)):
                self._presser.press(self._left if count > 0 else self._right)
        self.moved += count


class Selecting:
    """Selects a text backwards from the caret, some characters at a time: GTK chokes on hundreds at once."""

    def __init__(self, hand: Hand, peek: SelectionPeek) -> None:
        self._hand, self._peek = hand, peek

    def select(self, text: str) -> bool:
        """Return whether the program has selected exactly `text`; at the first difference it is not."""
        pieces = clusters(text)
        step = len(pieces) if self._hand.is_late else AT_ONCE
        for stop in range(len(pieces), 0, -step):
            start = max(0, stop - step)
            self._hand.move(stop - start)
            if self._hand.is_late:
                sleep(LATE + LATE_EACH * len(pieces))
            if not self._reaches("".join(pieces[start:])):
                return False
        return True

    def _reaches(self, wanted: str) -> bool:
        """Return whether `wanted` is selected, if need be after a step more or less."""
        for _ in range(TRIES):
            found = None if self._hand.is_lost else self._selected(wanted)
            if found == wanted:
                return True
            missing = _missing(found, wanted)
            if not missing:
                return False
            self._hand.move(missing)
        return False

    def _selected(self, wanted: str) -> str | None:
        """Return what the program has selected, once it is `wanted` or nothing changes any more."""
        found, changed = None, monotonic()
        deadline = changed + BUSY
        while monotonic() < min(changed + PATIENCE, deadline):
            if self._peek.owner(PRIMARY) in self._hand.clients:
                now = _plain(self._peek.text(PRIMARY))
                if now == wanted:
                    return now
                if now is None or now != found:  # who does not answer is still at work on the keys
                    found, changed = now, monotonic()
            sleep(LOOK)
        return found


def _plain(text: str | None) -> str | None:
    """Return a text as it was given to the program, whatever it makes of line ends."""
    return None if text is None else text.replace("\r\n", "\n").replace("\u2029", "\n").replace("\u00a0", " ")


def _missing(found: str | None, text: str) -> int:
    """Return how many steps are missing, where what is selected fits so far; else 0."""
    if not found:
        return 0
    if text.endswith(found):
        return len(clusters(text[: -len(found)]))
    return -len(clusters(found[: -len(text)])) if found.endswith(text) else 0
