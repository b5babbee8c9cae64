"""Applications on X11: the window of one that runs, else the application itself."""

from time import monotonic, sleep

from assistant.devices.deeds.applications import Application, Installed, find
from assistant.devices.deeds.starting import start
from assistant.devices.desktop.x11.deeds.pager import Pager
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin, OpenApp

PATIENCE = 1.0
"""Seconds within which a window comes to the front, or closes."""
UNKNOWN = "That application is not installed here."
NOT_RUNNING = "That application has no window open."


class X11Applications:
    """Implements act.ports.Executor for OpenApp."""

    def __init__(self, desktop: X11Desktop, installed: Installed | None = None) -> None:
        self._desktop = desktop
        self._installed = installed or Installed()

    def execute(self, deed: OpenApp, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Bring it to the front; start it where it does not run."""
        application = find(deed.app, self._installed())
        if application is None:
            return Outcome(Result.FAILED, UNKNOWN, "application")
        return bring(self._desktop, application) or start(application.argv)


class X11RunningApplications:
    """Implements act.ports.BuiltinExecutor for applications that run."""

    names = frozenset({"app.switch", "app.close"})

    def __init__(self, desktop: X11Desktop, installed: Installed | None = None) -> None:
        self._desktop = desktop
        self._installed = installed or Installed()

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Bring all of an application to the front, or ask every window of it to close."""
        application = find(str(deed.value("app")), self._installed())
        if application is None:
            return Outcome(Result.FAILED, UNKNOWN, "application")
        done = bring if deed.name == "app.switch" else _close
        return done(self._desktop, application) or Outcome(Result.FAILED, NOT_RUNNING, "window manager")


def bring(desktop: X11Desktop, application: Application) -> Outcome | None:
    """Give the window of `application` that was used last the keyboard; None where it has none."""
    with desktop.acting() as session:
        pager = Pager(session)
        mine = _windows(pager, application)
        if not mine:
            return None
        pager.activate(mine[0].handle)
        end = monotonic() + PATIENCE
        while not pager.is_active(mine[0].handle) and monotonic() < end:
            sleep(0.02)
        result = Result.DONE if pager.is_active(mine[0].handle) else Result.UNCONFIRMED
    return Outcome(result, method="window manager", window=mine[0])


def _close(desktop: X11Desktop, application: Application) -> Outcome | None:
    with desktop.acting() as session:
        pager = Pager(session)
        mine = _windows(pager, application)
        for window in mine:
            pager.close(window.handle)
        end = monotonic() + PATIENCE
        while _windows(pager, application) and monotonic() < end:
            sleep(0.02)
        is_gone = not _windows(pager, application)
    if not mine:
        return None
    message = "" if is_gone else "It asks before it closes; look at its window."
    return Outcome(Result.DONE if is_gone else Result.UNCONFIRMED, message, "window manager", window=mine[0])


def _windows(pager: Pager, application: Application) -> list[Window]:
    return [window for window in pager.windows() if window.app.casefold() in application.classes]
