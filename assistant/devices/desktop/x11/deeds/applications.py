"""OpenApp on X11: the window of an application that runs, else the application."""

from time import monotonic, sleep

from assistant.devices.deeds.applications import Application, find, installed
from assistant.devices.deeds.starting import start
from assistant.devices.desktop.x11.deeds.manager import Manager
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import OpenApp

PATIENCE = 1.0
"""Seconds within which a window comes to the front."""


class X11Applications:
    """Implements act.ports.Executor for OpenApp."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def execute(self, deed: OpenApp, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Bring it to the front; start it where it does not run."""
        application = find(deed.app, installed())
        if application is None:
            return Outcome(Result.FAILED, "That application is not installed here.", "application")
        raised = self._raise(application)
        return raised or start(application.argv)

    def _raise(self, application: Application) -> Outcome | None:
        with self._desktop.acting() as session:
            manager = Manager(session)
            mine = [window for window in manager.windows() if window.app.casefold() in application.classes]
            if not mine:
                return None
            manager.activate(mine[0].handle)
            end = monotonic() + PATIENCE
            while not manager.is_active(mine[0].handle) and monotonic() < end:
                sleep(0.02)
            is_there = manager.is_active(mine[0].handle)
        return Outcome(
            Result.DONE if is_there else Result.UNCONFIRMED, method="window manager", window=mine[0]
        )
