"""Built-in deeds about windows and workspaces, through the window manager."""

from collections.abc import Callable
from time import monotonic, sleep

from assistant.devices.desktop.x11.deeds.manager import ADD, MAXIMIZED, REMOVE, TOGGLE, Manager
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

PATIENCE = 1.0
"""Seconds within which the effect has to show."""
FULL_SCREEN = "_NET_WM_STATE_FULLSCREEN"
NONE = "No window has the keyboard."

Deed = Callable[[Manager, Window, Builtin], Callable[[], bool]]
"""Asks for something and returns how to see that it has happened."""


class X11Windows:
    """Implements act.ports.BuiltinExecutor for windows and workspaces."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop
        self._of_window: dict[str, Deed] = {
            "window.close": _close,
            "window.minimize": _minimize,
            "window.maximize": _maximize,
            "window.restore": _restore,
            "window.fullscreen": _full_screen,
            "window.snap": _snap,
        }
        self._of_all: dict[str, Deed] = {
            "window.next": _next,
            "window.previous": _previous,
            "window.desktop": _show_desktop,
            "workspace.next": lambda manager, _, __: _go(manager, manager.desktop()[0] + 1),
            "workspace.previous": lambda manager, _, __: _go(manager, manager.desktop()[0] - 1),
            "workspace.go": lambda manager, _, deed: _go(manager, int(deed.value("n", 1)) - 1),
        }

    @property
    def names(self) -> frozenset[str]:
        """What can be done here."""
        return frozenset({*self._of_window, *self._of_all})

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:
        """Do it, and wait until it shows."""
        with self._desktop.acting() as session:
            manager = Manager(session)
            target = window or session.windows.active()
            if deed.name in self._of_window and target is None:
                return Outcome(Result.FAILED, NONE, "window manager")
            wanted = self._of_window.get(deed.name) or self._of_all[deed.name]
            shows = wanted(manager, target or Window(0), deed)
            end = monotonic() + PATIENCE
            while not shows():
                if monotonic() > end:
                    why = "The window manager did not do it; it may not be able to, or the window asks first."
                    return Outcome(Result.UNCONFIRMED, why, "window manager", window=target)
                sleep(0.02)
        return Outcome(Result.DONE, method="window manager", window=target)


def _handles(manager: Manager) -> list[int]:
    return [window.handle for window in manager.windows()]


def _close(manager: Manager, window: Window, _: Builtin) -> Callable[[], bool]:
    manager.close(window.handle)
    return lambda: window.handle not in _handles(manager)


def _minimize(manager: Manager, window: Window, _: Builtin) -> Callable[[], bool]:
    manager.minimize(window.handle)
    return lambda: manager.has(window.handle, "_NET_WM_STATE_HIDDEN")


def _maximize(manager: Manager, window: Window, _: Builtin) -> Callable[[], bool]:
    manager.change(window.handle, ADD, *MAXIMIZED)
    return lambda: manager.has(window.handle, *MAXIMIZED)


def _restore(manager: Manager, window: Window, _: Builtin) -> Callable[[], bool]:
    manager.change(window.handle, REMOVE, FULL_SCREEN)
    manager.change(window.handle, REMOVE, *MAXIMIZED)
    return lambda: not any(manager.has(window.handle, state) for state in (FULL_SCREEN, *MAXIMIZED))


def _full_screen(manager: Manager, window: Window, _: Builtin) -> Callable[[], bool]:
    was = manager.has(window.handle, FULL_SCREEN)
    manager.change(window.handle, TOGGLE, FULL_SCREEN)
    return lambda: manager.has(window.handle, FULL_SCREEN) is not was


def _snap(manager: Manager, window: Window, deed: Builtin) -> Callable[[], bool]:
    """Put a window on one half of the screen."""
    edge, top, width, height = manager.work_area()
    half = width // 2
    x = edge if str(deed.value("side", "left")) == "left" else edge + width - half
    manager.change(window.handle, REMOVE, FULL_SCREEN)
    manager.change(window.handle, REMOVE, *MAXIMIZED)
    manager.place(window.handle, (x, top, half, height))

    def is_there() -> bool:
        left, _, wide, _ = manager.box(window.handle)  # terminals take whole characters only
        return abs(left - x) < half // 8 and abs(wide - half) < half // 8

    return is_there


def _next(manager: Manager, _: Window, __: Builtin) -> Callable[[], bool]:
    """Go to the window used before this one."""
    return _activate(manager, _handles(manager)[1:2])


def _previous(manager: Manager, _: Window, __: Builtin) -> Callable[[], bool]:
    """Go to the window that was not used for longest."""
    return _activate(manager, _handles(manager)[1:][-1:])


def _activate(manager: Manager, numbers: list[int]) -> Callable[[], bool]:
    if not numbers:
        return lambda: True
    manager.activate(numbers[0])
    return lambda: manager.is_active(numbers[0])


def _show_desktop(manager: Manager, _: Window, __: Builtin) -> Callable[[], bool]:
    was = manager.is_desktop_shown()
    manager.show_desktop(is_shown=not was)
    return lambda: manager.is_desktop_shown() is not was


def _go(manager: Manager, number: int) -> Callable[[], bool]:
    """Go to a workspace, counted from 0, as far as there are any."""
    number = max(0, min(number, manager.desktop()[1] - 1))
    manager.use_desktop(number)
    return lambda: manager.desktop()[0] == number
