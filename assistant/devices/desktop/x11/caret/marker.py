"""Selects words before the caret: the caret steps to their end, and selects them backwards.

As with taking back, the program itself says by PRIMARY what is selected. Where it is anything else, the caret
goes back to where it was by the same number of keys.
"""

from assistant.devices.desktop.target.sentences import MOVED
from assistant.devices.desktop.x11.caret.clusters import clusters
from assistant.devices.desktop.x11.caret.eraser import CHANGED, METHOD, NO_KEYS
from assistant.devices.desktop.x11.caret.selecting import Hand, Selecting
from assistant.devices.desktop.x11.deeds.pressing import Presser
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.selection.peek import PRIMARY, SelectionPeek
from assistant.values.action import Outcome, Result, Window

FARTHEST = 1000
"""Characters between the words and the caret."""
TOO_FAR = "These words are too far from the caret to be selected by keys."
TERMINAL = "A terminal selects nothing by keys."
CHORDS = ("shift+left", "shift+right", "left", "right")


class X11Marker:
    """Implements act.ports.Marker."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def mark(self, words: str, after: str, window: Window | None) -> Outcome:
        """Select exactly these words. Raises DeliveryError where the X server is gone."""
        problem = _objection(words, after, window)
        if problem or window is None:
            return Outcome(Result.UNTOUCHED, problem or MOVED, METHOD, window=window)
        with self._desktop.acting() as session, SelectionPeek(self._desktop.display) as peek:
            session.keyboard.prepare()
            presser = Presser(session.connection, self._desktop.echoes)
            keys = [codes for codes in map(presser.find, CHORDS) if codes is not None]
            if len(keys) < len(CHORDS):
                return Outcome(Result.UNTOUCHED, NO_KEYS, METHOD, window=window)
            peek.empty(PRIMARY)
            walker = Hand(session, presser, window, (keys[2], keys[3]))
            walker.move(len(clusters(after)))
            hand = Hand(session, presser, window, (keys[0], keys[1]))
            if walker.is_lost or not Selecting(hand, peek).select(words):
                hand.move(-hand.moved)
                walker.move(-walker.moved)
                why = MOVED if walker.is_lost or hand.is_lost else CHANGED
                return Outcome(Result.UNTOUCHED, why, METHOD, window=window)
        return Outcome(Result.DONE, method=METHOD, window=window)

    def erase(self, words: str, window: Window | None) -> Outcome:
        """Take away exactly what is selected. Raises DeliveryError where the X server is gone."""
        if window is None:
            return Outcome(Result.UNTOUCHED, MOVED, METHOD)
        with self._desktop.acting() as session, SelectionPeek(self._desktop.display) as peek:
            session.keyboard.prepare()
            back = Presser(session.connection, self._desktop.echoes).find("backspace")
            is_marked = peek.owner(PRIMARY) in session.windows.clients(window)
            if back is None or not is_marked or peek.text(PRIMARY) != words:
                return Outcome(Result.UNTOUCHED, CHANGED, METHOD, window=window)
            with session.connection.grabbed():
                if not session.windows.has_keyboard(window):
                    return Outcome(Result.UNTOUCHED, MOVED, METHOD, window=window)
                session.keyboard.release_held()
                Presser(session.connection, self._desktop.echoes).press(back)
        return Outcome(Result.TAKEN_BACK, method=METHOD, window=window)


def _objection(words: str, after: str, window: Window | None) -> str:
    """Return why it is not even tried; empty where it is."""
    if window is not None and window.is_terminal:
        return TERMINAL
    return TOO_FAR if len(words) + len(after) > FARTHEST else ""
