"""Which desktop this is. The only module that asks for the platform."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.act.ports import Desktop, Hotkeys
from assistant.devices.desktop.autostart.ports import Autostart
from assistant.errors import NoDesktopError
from assistant.values.settings import ActSettings

if TYPE_CHECKING:
    from assistant.devices.desktop.autostart.menu_entry import MenuEntry
    from assistant.devices.desktop.quiet.quieter import Quieter


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

        from assistant.devices.desktop.portal.desktop import PortalDesktop
        from assistant.devices.places import places

        yield lambda settings: PortalDesktop(settings, places().state / "portal-token")
    if sys.platform == "linux" and os.environ.get("DISPLAY"):
        from assistant.devices.desktop.x11.desktop import X11Desktop

        yield X11Desktop
    if sys.platform == "win32":
        from ctypes import WinDLL

        from assistant.devices.desktop.windows.desktop import WindowsDesktop
        from assistant.devices.desktop.windows.user32 import User32Calls

        yield lambda settings: WindowsDesktop(settings, User32Calls(WinDLL))
    if sys.platform == "darwin":
        from ctypes import CDLL

        from assistant.devices.desktop.macos.desktop import MacDesktop
        from assistant.devices.desktop.macos.quartz import QuartzCalls

        yield lambda settings: MacDesktop(settings, QuartzCalls(CDLL))


def has_message_bus() -> bool:
    """Return whether services of the desktop are reached over a message bus here."""
    return sys.platform == "linux"


def find_hotkeys(settings: ActSettings, desktop: Desktop) -> Hotkeys | None:
    """Return who watches the hotkeys on `desktop`; None where nobody can, see `hotkey_advice`."""
    if sys.platform == "win32":
        from assistant.devices.desktop.system_keys import SystemHotkeys
        from assistant.devices.desktop.windows.keyboard import WindowsKeyboard

        return SystemHotkeys(settings.hotkeys, WindowsKeyboard(), desktop.active_window)
    if sys.platform == "darwin":
        from assistant.devices.desktop.macos.keyboard import MacKeyboard
        from assistant.devices.desktop.system_keys import SystemHotkeys

        return SystemHotkeys(settings.hotkeys, MacKeyboard(), desktop.active_window)
    if os.environ.get("WAYLAND_DISPLAY"):
        return _wayland_hotkeys(settings, desktop)
    from assistant.devices.desktop.x11.desktop import X11Desktop
    from assistant.devices.desktop.x11.hotkeys import X11Hotkeys

    return X11Hotkeys(settings.hotkeys, desktop) if isinstance(desktop, X11Desktop) else None


def _wayland_hotkeys(settings: ActSettings, desktop: Desktop) -> Hotkeys | None:
    """Return the portal's hotkeys, or those of the device files where the user asked for them."""
    from assistant.devices.desktop.system_keys import SystemHotkeys
    from assistant.devices.desktop.wayland.hotkeys.evdev import EvdevKeyboard
    from assistant.devices.desktop.wayland.hotkeys.portal import PortalHotkeys

    if settings.evdev:
        return SystemHotkeys(settings.hotkeys, EvdevKeyboard(), desktop.active_window)
    portal = PortalHotkeys(settings.hotkeys, desktop.active_window)
    return portal if portal.is_offered() else None


def find_focus_place() -> Callable[[], tuple[int, int, int, int] | None] | None:
    """Return what tells x, y, width and height of the focused window, in pixels; None where nobody can tell.

    To be called on one thread only.
    """
    if sys.platform != "linux" or os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return None
    from assistant.devices.desktop.x11.focus_place import FocusPlace

    return FocusPlace()


def hotkey_advice() -> str:
    """Return what the user does where nobody can watch keys: the desktop itself runs our verbs."""
    from assistant.devices.desktop.wayland.hotkeys.binding import binding_advice

    return binding_advice(os.environ)


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


def find_quieter(wanted: Literal["leave", "pause", "lower"], note: Path) -> "Quieter | None":
    """Return who makes other programs quiet while the user speaks; None where nobody is to, or can."""
    if sys.platform != "linux" or (wanted == "leave" and not note.exists()):
        return None
    from assistant.devices.desktop.quiet.players import MprisPlayers
    from assistant.devices.desktop.quiet.ports import Others
    from assistant.devices.desktop.quiet.quieter import Quieter
    from assistant.devices.desktop.quiet.volumes import PulseVolumes

    players, volumes = MprisPlayers(), PulseVolumes()
    # Whatever an earlier run has changed is undone, also where the user has switched this off meanwhile.
    chosen: dict[str, tuple[Others, ...]] = {"leave": (), "pause": (players,), "lower": (volumes,)}
    return Quieter(chosen[wanted], (players, volumes), note)


def find_autostart() -> Autostart:
    """Return who knows whether this system starts the assistant with the session."""
    from assistant.devices.desktop.autostart.itself import launcher

    if sys.platform == "win32":
        import winreg

        from assistant.devices.desktop.autostart.run_key import RunKeyAutostart

        return RunKeyAutostart(launcher(), winreg)
    if sys.platform == "darwin":
        from assistant.devices.desktop.autostart.launch_agent import LaunchAgentAutostart

        return LaunchAgentAutostart(launcher())
    from assistant.devices.desktop.autostart.xdg import XdgAutostart

    return XdgAutostart(launcher())


def find_menu_entry() -> "MenuEntry | None":
    """Return the assistant's place in the menu of programs; None where a system knows none of that kind."""
    if sys.platform in {"win32", "darwin"}:
        return None
    from assistant.devices.desktop.autostart.itself import launcher
    from assistant.devices.desktop.autostart.menu_entry import MenuEntry

    return MenuEntry(launcher())
