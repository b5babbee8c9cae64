"""Takes back what was typed: selects it with the keyboard, looks whether it is that very text, deletes it.

The program itself says, by PRIMARY, what is selected. So nothing else is ever deleted: where the caret has
moved, where something was typed since, or where the program has changed the text, the selection is undone
by the same number of keys and the user is told. A terminal selects nothing by keyboard; there the user's
keys are watched, and any of them since makes it too late.
"""

from time import monotonic, sleep

from assistant.devices.desktop.target.sentences import MOVED
from assistant.devices.desktop.x11.caret.clusters import clusters
from assistant.devices.desktop.x11.deeds.pressing import Presser
from assistant.devices.desktop.x11.desktop import Session, X11Desktop
from assistant.devices.desktop.x11.selection.peek import PRIMARY, SelectionPeek
from assistant.values.action import Insertion, Outcome, Result, Window

LONGEST = 4000
"""Characters; longer texts take too many keys."""
PATIENCE = 1.0
"""Seconds without a change until a program is taken to have selected what we asked for."""
BUSY = 5.0
"""Seconds that it may be at work on some of our keys."""
AT_ONCE = 60
"""Characters selected before we look."""
HEARSAY = 0.03
"""Seconds until who watches the keys has told of the last one."""
LATE_APPS = ("libreoffice", "soffice")
"""They go on offering what was selected when they were first asked: they are asked once, and late."""
LATE, LATE_EACH = 0.3, 0.005
"""Seconds, and for each character as well."""
LOOK = 0.01
TRIES = 4
METHOD = "keys"

CHANGED = "Something else stands before the caret by now, so nothing was taken back."
TOO_LONG = "The text is too long to take back by keys. Undo it in the program itself."
TYPED_SINCE = "Keys were pressed since then, so nothing was taken back."
UNWATCHED = "Nobody watched the keys, so nothing was taken back in this terminal."
SENT = (
    "A terminal may have run its line breaks, or deletes such characters in pieces; nothing was taken back."
)
NO_KEYS = "This keyboard lacks the keys for it."


class X11Eraser:
    """Implements act.ports.Eraser."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def take_back(self, insertion: Insertion) -> Outcome:
        """Take exactly this text away. Raises DeliveryError where the X server is gone."""
        window = insertion.window
        if window is None:
            return Outcome(Result.UNTOUCHED, MOVED, METHOD)
        if len(insertion.text) > LONGEST:
            return Outcome(Result.UNTOUCHED, TOO_LONG, METHOD, window=window)
        started = monotonic()
        with self._desktop.acting() as session:
            session.keyboard.prepare()
            presser = Presser(session.connection, self._desktop.echoes)
            erase = self._erase_keys if window.is_terminal else self._erase_selected
            problem = erase(session, presser, insertion, window)
        result = Result.UNTOUCHED if problem else Result.TAKEN_BACK
        return Outcome(result, problem, METHOD, monotonic() - started, window)

    def _erase_keys(self, session: Session, presser: Presser, insertion: Insertion, window: Window) -> str:
        """Take text from a terminal's line by as many backspaces; return what is in the way, if anything."""
        text = insertion.text.rstrip("\n")
        back = presser.find("backspace")
        echoes = self._desktop.echoes
        if not echoes.is_watched:
            return UNWATCHED
        if "\n" in text or not text.isprintable() or len(clusters(text)) != len(text):
            return SENT
        if back is None:
            return NO_KEYS
        sleep(HEARSAY)
        with session.connection.grabbed():
            if not session.windows.has_keyboard(window):
                return MOVED
            if echoes.has_typed_since(insertion.at):
                return TYPED_SINCE
            session.keyboard.release_held()
            for _ in text:
                presser.press(back)
        return ""

    def _erase_selected(
        self, session: Session, presser: Presser, insertion: Insertion, window: Window
    ) -> str:
        text = insertion.text
        keys = [presser.find(chord) for chord in ("shift+left", "shift+right", "backspace")]
        left, right, back = keys
        if left is None or right is None or back is None:
            return NO_KEYS
        with SelectionPeek(self._desktop.display) as peek:
            peek.empty(PRIMARY)
            hand = _Hand(session, presser, window, (left, right))
            selecting = _Selecting(hand, peek)
            if not selecting.select(text):
                hand.move(-hand.moved)
                return MOVED if hand.is_lost else CHANGED
            with session.connection.grabbed():
                if not session.windows.has_keyboard(window):
                    return MOVED
                presser.press(back)
        return ""


class _Hand:
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


class _Selecting:
    """Selects a text backwards from the caret, some characters at a time: GTK chokes on hundreds at once."""

    def __init__(self, hand: _Hand, peek: SelectionPeek) -> None:
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
