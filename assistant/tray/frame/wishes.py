"""What the user wants, as the settings file has it at this moment."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from assistant.devices.places import private_folder
from assistant.devices.settings_file import SettingsFile

CALM_MS = 150
"""A file is read once it has been left alone for so long."""


class Wishes(QObject):
    """Reads the settings again whenever their file changes, and tells: `changed` carries the new ones."""

    changed = Signal(object)

    def __init__(self, file: SettingsFile) -> None:
        super().__init__()
        self._file = file
        self.settings = file.read()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._read)
        # The folder, and not the file: who writes in one step puts another file in its place.
        self._watcher = QFileSystemWatcher([str(private_folder(file.path.parent))], self)
        self._watcher.directoryChanged.connect(self._calm.start)

    def change(self, key: str, value: object) -> None:
        """Set one setting: `change("look.theme", "dark")`. Raises SettingsError, OSError."""
        self._file.set(key, value)
        self._read()

    @Slot()
    def _read(self) -> None:
        before, self.settings = self.settings, self._file.read()
        if self.settings != before:
            self.changed.emit(self.settings)
