"""Built-in deeds about windows and workspaces, through the window manager."""

from collections.abc import Callable
from time import monotonic, sleep

from assistant.devices.desktop.x11.deeds.pager import ADD, MAXIMIZED, REMOVE, TOGGLE, Pager
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

PATIENCE = 1.0
"""Seconds within which the effect has to show."""
FULL_SCREEN = "_NET_WM_STATE_FULLSCREEN"
HIDDEN = "_NET_WM_STATE_HIDDEN"
NONE = "No window has the keyboard."

Deed = Callable[[Pager, Window, Builtin], Callable[[], bool]]
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
            "workspace.next": lambda pager, _, __: _go(pager, pager.desktop()[0] + 1),
            "workspace.previous": lambda pager, _, __: _go(pager, pager.desktop()[0] - 1),
            "workspace.go": lambda pager, _, deed: _go(pager, int(deed.value("n", 1)) - 1),
        }

    @property
    def names(self) -> frozenset[str]:
        """What can be done here."""
        return frozenset({*self._of_window, *self._of_all})

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:
        """Do it, and wait until it shows."""
        with self._desktop.acting() as session:
            pager = Pager(session)
            target = window or session.windows.active()
            if deed.name in self._of_window and target is None:
                return Outcome(Result.FAILED, NONE, "window manager")
            wanted = self._of_window.get(deed.name) or self._of_all[deed.name]
            shows = wanted(pager, target or Window(0), deed)
            end = monotonic() + PATIENCE
            while not shows():
                if monotonic() > end:
                    why = "The window manager did not do it; it may not be able to, or the window asks first."
                    return Outcome(Result.UNCONFIRMED, why, "window manager", window=target)
                sleep(0.02)
        return Outcome(Result.DONE, method="window manager", window=target)


def _handles(pager: Pager) -> list[int]:
    return [window.handle for window in pager.windows()]


def _close(pager: Pager, window: Window, _: Builtin) -> Callable[[], bool]:
    pager.close(window.handle)
    return lambda: window.handle not in _handles(pager)


def _minimize(pager: Pager, window: Window, _: Builtin) -> Callable[[], bool]:
    pager.minimize(window.handle)
    return lambda: pager.has(window.handle, HIDDEN)


def _maximize(pager: Pager, window: Window, _: Builtin) -> Callable[[], bool]:
    pager.change(window.handle, ADD, *MAXIMIZED)
    return lambda: pager.has(window.handle, *MAXIMIZED)


def _restore(pager: Pager, window: Window, _: Builtin) -> Callable[[], bool]:
    pager.change(window.handle, REMOVE, FULL_SCREEN)
    pager.change(window.handle, REMOVE, *MAXIMIZED)
    if pager.has(window.handle, HIDDEN):
        pager.activate(window.handle)
    return lambda: not any(pager.has(window.handle, state) for state in (FULL_SCREEN, HIDDEN, *MAXIMIZED))


def _full_screen(pager: Pager, window: Window, _: Builtin) -> Callable[[], bool]:
    was = pager.has(window.handle, FULL_SCREEN)
    pager.change(window.handle, TOGGLE, FULL_SCREEN)
    return lambda: pager.has(window.handle, FULL_SCREEN) is not was


def _snap(pager: Pager, window: Window, deed: Builtin) -> Callable[[], bool]:
    """Put a window on one half of the screen."""
    edge, top, width, height = pager.work_area()
    half = width // 2
    x = edge if str(deed.value("side", "left")) == "left" else edge + width - half
    pager.change(window.handle, REMOVE, FULL_SCREEN)
    pager.change(window.handle, REMOVE, *MAXIMIZED)
    pager.place(window.handle, (x, top, half, height))

    def is_there() -> bool:
        left, _, wide, _ = pager.box(window.handle)  # terminals take whole characters only
        return abs(left - x) < half // 8 and abs(wide - half) < half // 8

    return is_there


def _next(pager: Pager, _: Window, __: Builtin) -> Callable[[], bool]:
    """Go to the window used before this one."""
    return _activate(pager, _handles(pager)[1:2])


def _previous(pager: Pager, _: Window, __: Builtin) -> Callable[[], bool]:
    """Go to the window that was not used for longest."""
    return _activate(pager, _handles(pager)[1:][-1:])


def _activate(pager: Pager, numbers: list[int]) -> Callable[[], bool]:
    if not numbers:
        return lambda: True
    pager.activate(numbers[0])
    return lambda: pager.is_active(numbers[0])


def _show_desktop(pager: Pager, _: Window, __: Builtin) -> Callable[[], bool]:
    was = pager.is_desktop_shown()
    pager.show_desktop(is_shown=not was)
    return lambda: pager.is_desktop_shown() is not was


def _go(pager: Pager, number: int) -> Callable[[], bool]:
    """Go to a workspace, counted from 0, as far as there are any."""
    number = max(0, min(number, pager.desktop()[1] - 1))
    pager.use_desktop(number)
    return lambda: pager.desktop()[0] == number
