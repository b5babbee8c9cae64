"""Takes back what was typed: selects it with the keyboard, looks whether it is that very text, deletes it.

The program itself says, by PRIMARY, what is selected. So nothing else is ever deleted: where the caret has
moved, where something was typed since, or where the program has changed the text, the selection is undone
by the same number of keys and the user is told. A terminal selects nothing by keyboard; there the user's
keys are watched, and any of them since makes it too late.
"""

from time import monotonic, sleep

from assistant.devices.desktop.target.sentences import MOVED
from assistant.devices.desktop.x11.caret.clusters import clusters
from assistant.devices.desktop.x11.caret.selecting import Hand, Selecting
from assistant.devices.desktop.x11.deeds.pressing import Presser
from assistant.devices.desktop.x11.desktop import Session, X11Desktop
from assistant.devices.desktop.x11.selection.peek import PRIMARY, SelectionPeek
from assistant.values.action import Insertion, Outcome, Result, Window

LONGEST = 4000
"""Characters; longer texts take too many keys."""
HEARSAY = 0.03
"""Seconds until who watches the keys has told of the last one."""
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
            hand = Hand(session, presser, window, (left, right))
            selecting = Selecting(hand, peek)
            if not selecting.select(text):
                hand.move(-hand.moved)
                return MOVED if hand.is_lost else CHANGED
            with session.connection.grabbed():
                if not session.windows.has_keyboard(window):
                    return MOVED
                presser.press(back)
        return ""
