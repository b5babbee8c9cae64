"""Which desktop this is. The only module that asks for the platform."""

import os
import sys
from collections.abc import Callable

from assistant.act.ports import Desktop, Hotkeys
from assistant.errors import NoDesktopError
from assistant.values.settings import ActSettings


def find_desktop(settings: ActSettings) -> Desktop | None:
    """Return the desktop of this session; None where there is none that the assistant can act on."""
    if sys.platform == "linux" and os.environ.get("DISPLAY"):
        from assistant.devices.desktop.x11.desktop import X11Desktop

        try:
            return X11Desktop(settings)
        except NoDesktopError:
            return None
    return None


def find_hotkeys(settings: ActSettings, desktop: Desktop) -> Hotkeys | None:
    """Return who watches the push-to-talk key on `desktop`; None where nobody can."""
    if sys.platform == "linux":
        from assistant.devices.desktop.x11.desktop import X11Desktop
        from assistant.devices.desktop.x11.hotkeys import X11Hotkeys

        if isinstance(desktop, X11Desktop):
            return X11Hotkeys(settings.hotkeys, desktop)
    return None


def watch_screen_lock(told: Callable[[bool], None]) -> Callable[[], None] | None:
    """Tell `told` when the screen is locked and unlocked. What is returned ends that; None: nobody knows."""
    if sys.platform != "linux":
        return None
    from assistant.devices.desktop.dbus.screen_lock import ScreenLock

    lock = ScreenLock(told)
    if lock.start():
        return lock.stop
    lock.stop()
    return None
