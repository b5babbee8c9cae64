"""Which window has the keyboard, whose it is, and whether it is a terminal."""

from Xlib import X, Xatom
from Xlib.error import XError

from assistant.devices.desktop.target.terminals import is_terminal
from assistant.devices.desktop.x11.connection import Connection, XWindow
from assistant.values.action import Window


class WindowFinder:
    """Looks at the windows of a display."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def active(self) -> Window | None:
        """Return the window that has the keyboard: as the window manager says, else by the focus."""
        if self._has_manager():
            numbers = self._connection.numbers(self._connection.root, "_NET_ACTIVE_WINDOW")
            return self.describe(numbers[0]) if numbers and numbers[0] else None
        focus = self._focus()
        return None if focus is None else self.describe(self._application_of(focus))

    def has_keyboard(self, window: Window) -> bool:
        """Return whether keys go to `window` now: it is the active one, and the input focus is inside it."""
        active = self.active()
        if active is None or active.handle != window.handle:
            return False
        focus = self._focus()
        # Toolkits give the focus to a helper window of their own; embedded windows are another client's.
        return focus is None or bool(
            self._connection.client_of(focus) == self._connection.client_of(window.handle)
            or window.handle in self._ancestors(focus)
        )

    def clients(self, window: Window) -> frozenset[int]:
        """Return the clients that may ask for text on behalf of `window`."""
        numbers = {window.handle}
        focus = self._focus()
        if focus is not None:
            numbers.add(focus)
        return frozenset(map(self._connection.client_of, numbers))

    def _has_manager(self) -> bool:
        """Look for a living window manager; a dead one leaves its properties behind."""
        check = "_NET_SUPPORTING_WM_CHECK"
        found = self._connection.numbers(self._connection.root, check)
        return bool(found) and self._connection.numbers(self._connection.window(found[0]), check) == found

    def _focus(self) -> int | None:
        """Return the window with the input focus; with focus-follows-pointer the one below the pointer."""
        focus = self._connection.display.get_input_focus().focus
        if focus == X.PointerRoot or (focus != X.NONE and focus.id == self._connection.root.id):
            child = self._connection.root.query_pointer().child
            return None if child == X.NONE else int(child.id)
        return None if focus == X.NONE else int(focus.id)

    def _application_of(self, number: int) -> int:
        """Return the nearest window at or around `number` that says what it is."""
        around = self._ancestors(number)
        for each in around:
            if self._class_of(self._connection.window(each)):
                return each
        return around[-1] if around else number

    def _ancestors(self, number: int) -> list[int]:
        """Return `number` and the windows around it, without the root."""
        found = []
        try:
            window = self._connection.window(number)
            while window != X.NONE and window.id != self._connection.root.id:
                found.append(int(window.id))
                window = window.query_tree().parent
        except XError:
            return found
        return found

    def describe(self, number: int) -> Window | None:
        """Return what a window says of itself; None where it has gone."""
        window = self._connection.window(number)
        try:
            names = self._class_of(window) or ()
            title = self._title_of(window)
        except XError:
            return None
        return Window(number, names[-1] if names else "", title, is_terminal(*names))

    def _class_of(self, window: XWindow) -> tuple[str, str] | None:
        try:
            found: tuple[str, str] | None = window.get_wm_class()
        except XError:
            return None
        return found

    def _title_of(self, window: XWindow) -> str:
        utf8 = window.get_full_property(self._connection.atom("_NET_WM_NAME"), X.AnyPropertyType)
        if utf8 is not None and utf8.format == 8:  # noqa: PLR2004 - bits of an item
            return str(utf8.value.decode("utf-8", "replace"))
        old = window.get_full_property(Xatom.WM_NAME, X.AnyPropertyType)
        return str(old.value.decode("latin-1")) if old is not None and old.format == 8 else ""  # noqa: PLR2004 - bits
