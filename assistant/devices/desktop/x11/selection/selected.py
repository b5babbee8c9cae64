"""What is selected in a window, and a text in its place.

Most programs offer what is selected as PRIMARY, and looking changes nothing. Where a window does not, it is
asked to copy (Ctrl+C); what the clipboard held is kept before and given back after, whatever happens. A
terminal is never sent Ctrl+C: there it ends programs.
"""

from time import monotonic, sleep

from assistant.devices.desktop.target.sentences import MOVED
from assistant.devices.desktop.x11.deeds.pressing import Presser
from assistant.devices.desktop.x11.desktop import Session, X11Desktop
from assistant.devices.desktop.x11.selection.peek import CLIPBOARD, PRIMARY, SelectionPeek
from assistant.errors import DeliveryError
from assistant.values.action import Outcome, Window

PATIENCE = 0.6
"""Seconds until a window that has not copied has nothing selected."""
LOOK = 0.01
NOT_KEPT = "What the clipboard holds can't be kept in full, so nothing was copied. Copy the text yourself."


class X11Selection:
    """Implements consult.ports.Selection."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def read(self, window: Window | None) -> str:
        """Return what is selected. Raises DeliveryError where that window has lost the focus."""
        with self._desktop.acting() as session, SelectionPeek(self._desktop.display) as peek:
            target = window or session.windows.active()
            if target is None or not session.windows.has_keyboard(target):
                raise DeliveryError(MOVED)
            if peek.owner(PRIMARY) in session.windows.clients(target):
                text = peek.text(PRIMARY)
                if text:
                    return text
            return "" if target.is_terminal else self._copied(session, peek, target)

    def replace(self, text: str, window: Window | None) -> Outcome:
        """Put `text` in the place of what is selected."""
        return self._desktop.replace(text, window)

    def _copied(self, session: Session, peek: SelectionPeek, target: Window) -> str:
        presser = Presser(session.connection, self._desktop.echoes)
        copy = presser.find("ctrl+c")
        if copy is None:
            return ""
        before = session.clipboard.keep()
        if not before.is_complete:
            raise DeliveryError(NOT_KEPT)
        was_empty = peek.owner(CLIPBOARD) is None
        with session.connection.grabbed():
            if not session.windows.has_keyboard(target):
                raise DeliveryError(MOVED)
            session.keyboard.prepare()
            session.keyboard.release_held()
            presser.press(copy)
        end = monotonic() + PATIENCE
        while monotonic() < end:
            owner = peek.owner(CLIPBOARD)
            if owner in session.windows.clients(target) and (was_empty or not session.clipboard.is_kept()):
                text = peek.text(CLIPBOARD) or ""
                session.clipboard.give_back(before)
                return text
            sleep(LOOK)
        return ""
