"""Which desktop this is. The only module that asks for the platform."""

import os
import sys
from collections.abc import Callable, Iterator

from assistant.act.ports import Desktop, Hotkeys
from assistant.errors import NoDesktopError
from assistant.values.settings import ActSettings


def find_desktop(settings: ActSettings) -> Desktop | None:
    """Return the desktop of this session; None where there is none that the assistant can act on."""
    for make in _desktops():
        try:
            return make(settings)
        except NoDesktopError:
            continue
    return None


def _desktops() -> Iterator[Callable[[ActSettings], Desktop]]:
    """Yield what may be here, best first: on Wayland, X11 reaches only the windows of old programs."""
    if sys.platform == "linux" and os.environ.get("WAYLAND_DISPLAY"):
        from assistant.devices.desktop.wayland.desktop import WlrootsDesktop

        yield WlrootsDesktop
    if sys.platform == "linux" and os.environ.get("DISPLAY"):
        from assistant.devices.desktop.x11.desktop import X11Desktop

        yield X11Desktop


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
