"""What the window changes: one setting at a time, in the file, at once, and back again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from assistant.devices.settings_file import SettingsFile
from assistant.devices.settings_file.catalogue import Page, SettingField, catalogue, pages
from assistant.devices.settings_file.keys import take_value, value_of
from assistant.devices.settings_file.taking import BadValueError
from assistant.devices.settings_file.writing import plain
from assistant.errors import SettingsError
from assistant.tray.desk import Desk
from assistant.tray.looks.said import said
from assistant.values.event import SettingsChanged
from assistant.values.settings import Settings

LONGEST_UNDO = 100


@dataclass(frozen=True, slots=True)
class _Deed:
    """What was changed, and what it was before."""

    key: str
    before: object
    was_chosen: bool


class Choices(QObject):
    """The settings as the file has them. `changed` comes after every change, whoever made it."""

    changed = Signal()
    done = Signal(str)
    """The title of a setting that was just changed here."""
    failed = Signal(str, str)
    """The key of a setting that could not be changed, and why."""

    def __init__(self, desk: Desk) -> None:
        """Look at the file of `desk`, and again whenever the engine has taken up other settings."""
        super().__init__()
        self._file: SettingsFile = desk.settings_file
        self._deeds: list[_Deed] = []
        self.settings: Settings = self._file.read()
        self.chosen: frozenset[str] = self._file.chosen()
        """Keys of the settings that somebody has set."""
        desk.bridge.happened.connect(self._follow)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, a sentence each."""
        return self._file.problems

    def value(self, key: str) -> object:
        """Return what a setting is now."""
        return value_of(self.settings, key)

    def set(self, key: str, value: object) -> bool:
        """Change a setting; False, and `failed`, where that could not be."""
        if _taken(key, value) == self.value(key):
            return True
        deed = _Deed(key, self.value(key), key in self.chosen)
        return self._try(key, lambda: self._file.set(key, value), deed)

    def reset(self, key: str) -> bool:
        """Let a setting be as it always was."""
        deed = _Deed(key, self.value(key), key in self.chosen)
        return self._try(key, lambda: self._file.reset(key), deed)

    def undo(self) -> None:
        """Take the newest change of this window back."""
        if self._deeds:
            deed = self._deeds.pop()
            if deed.was_chosen:
                self._try(deed.key, lambda: self._file.set(deed.key, deed.before))
            else:
                self._try(deed.key, lambda: self._file.reset(deed.key))

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._deeds)

    def look(self) -> None:
        """Read the file again."""
        before = self.settings, self.chosen
        self.settings, self.chosen = self._file.read(), self._file.chosen()
        if (self.settings, self.chosen) != before:
            self.changed.emit()

    def _try(self, key: str, change: Callable[[], None], deed: _Deed | None = None) -> bool:
        try:
            change()
        except (SettingsError, OSError) as error:
            self.failed.emit(key, said(error))
            return False
        self._deeds = [*self._deeds, deed][-LONGEST_UNDO:] if deed is not None else self._deeds
        self.look()
        self.done.emit(field_of(key).title)
        return True

    @Slot(object)
    def _follow(self, event: object) -> None:
        if isinstance(event, SettingsChanged):
            self.look()


def _taken(key: str, value: object) -> object:
    """Return a value as the setting would take it; as it is where it would not, which the file then tells."""
    try:
        return take_value(key, plain(value))
    except BadValueError:
        return value


def language() -> str:
    """Return the language in which settings are described, the one that the windows speak."""
    # Translated with the name of this language's file in resources/settings.
    return QCoreApplication.translate("Settings", "en")


def field_of(key: str) -> SettingField:
    """Return all about a setting, in the language of the windows."""
    return catalogue(language())[key]


def all_pages() -> tuple[Page, ...]:
    """Return every page, in the language of the windows."""
    return pages(language())
