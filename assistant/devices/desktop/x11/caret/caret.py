"""Where text goes in on X11."""

from assistant.devices.desktop.accessible.text import AccessibleText
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.errors import DeliveryError
from assistant.values.action import Window


class X11Caret:
    """Implements act.ports.Caret."""

    def __init__(self, desktop: X11Desktop, text: AccessibleText | None = None) -> None:
        """Look at the windows of `desktop`, through `text` where applications tell what is in them."""
        self._desktop = desktop
        self._text = text or AccessibleText()

    def before(self, window: Window | None) -> str | None:
        """Return the end of what stands before the caret; None where the application does not tell."""
        return None if window is None else self._text.before(lambda: self._process_of(window))

    def has_moved_since(self, when: float) -> bool:
        """Return whether the user typed or clicked after `when`, as far as the hotkeys' watcher saw."""
        return self._desktop.echoes.has_typed_since(when)

    def close(self) -> None:
        """Look no more."""
        self._text.close()

    def _process_of(self, window: Window) -> int | None:
        try:
            with self._desktop.acting() as session:
                found = session.connection.numbers(session.connection.window(window.handle), "_NET_WM_PID")
        except DeliveryError:
            return None
        return found[0] if found else None
