"""What a desktop offers for mending texts: an eraser, a look at the caret, what is selected or copied."""

from assistant.act.ports import Caret, Desktop, Eraser, Marker
from assistant.consult.ports import Selection

X11 = "X11"


def find_eraser(desktop: Desktop) -> Eraser | None:
    """Return what takes text away on `desktop`; None where nothing can."""
    if desktop.name != X11:
        return None
    from assistant.devices.desktop.x11.caret.eraser import X11Eraser
    from assistant.devices.desktop.x11.desktop import X11Desktop

    return X11Eraser(desktop) if isinstance(desktop, X11Desktop) else None


def find_marker(desktop: Desktop) -> Marker | None:
    """Return what selects words on `desktop`; None where nothing can."""
    if desktop.name != X11:
        return None
    from assistant.devices.desktop.x11.caret.marker import X11Marker
    from assistant.devices.desktop.x11.desktop import X11Desktop

    return X11Marker(desktop) if isinstance(desktop, X11Desktop) else None


def find_caret(desktop: Desktop) -> Caret | None:
    """Return what knows of the caret on `desktop`; None where nothing does."""
    if desktop.name != X11:
        return None
    from assistant.devices.desktop.x11.caret.caret import X11Caret
    from assistant.devices.desktop.x11.desktop import X11Desktop

    return X11Caret(desktop) if isinstance(desktop, X11Desktop) else None


def find_selection(desktop: Desktop) -> Selection | None:
    """Return what reads and replaces selected text on `desktop`; None where nothing can."""
    if desktop.name != X11:
        return None
    from assistant.devices.desktop.x11.desktop import X11Desktop
    from assistant.devices.desktop.x11.selection.selected import X11Selection

    return X11Selection(desktop) if isinstance(desktop, X11Desktop) else None


def clipboard_text(desktop: Desktop) -> str | None:
    """Return the text on the clipboard of `desktop`; None where there is none, or no way to look."""
    if desktop.name != X11:
        return None
    from assistant.devices.desktop.x11.desktop import X11Desktop
    from assistant.devices.desktop.x11.selection.peek import CLIPBOARD, SelectionPeek
    from assistant.errors import NoDesktopError

    try:
        with SelectionPeek(desktop.display if isinstance(desktop, X11Desktop) else None) as peek:
            return peek.text(CLIPBOARD)
    except NoDesktopError:
        return None
