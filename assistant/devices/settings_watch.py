"""Notices that the settings file has changed: by a text editor, the tray, or `assistant models use`."""

from collections.abc import Callable
from threading import Event, Thread

from assistant.devices.settings_file import SettingsFile
from assistant.values.settings import Settings

INTERVAL = 1.0
"""Seconds between two looks. A look is one question to the file system."""


class SettingsWatch:
    """Calls `changed` with the new settings, on a thread of its own."""

    def __init__(self, file: SettingsFile, changed: Callable[[Settings], None]) -> None:
        self._file = file
        self._changed = changed
        self._stopped = Event()
        self._seen = self._stamp()
        self._thread = Thread(target=self._run, name="settings", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End at once. May be called twice."""
        self._stopped.set()
        if self._thread.ident is not None:
            self._thread.join(1.0)

    def _run(self) -> None:
        while not self._stopped.wait(INTERVAL):
            stamp = self._stamp()
            if stamp != self._seen:
                self._seen = stamp
                self._changed(self._file.read())

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self._file.path.stat()
        except OSError:
            return None  # no file is a state like any other
        return status.st_mtime_ns, status.st_ino
