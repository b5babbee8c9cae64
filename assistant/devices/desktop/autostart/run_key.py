"""Windows: a value under the user's key `Run`. Task Manager switches it off under `StartupApproved`."""

import shlex
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Protocol

from assistant.devices import places

EXPLORER = r"Software\Microsoft\Windows\CurrentVersion"
RUN = rf"{EXPLORER}\Run"
APPROVED = rf"{EXPLORER}\Explorer\StartupApproved\Run"
SWITCHED_OFF = 1
"""Bit of the first byte that Task Manager writes."""


class Registry(Protocol):
    """What we need of the module `winreg`."""

    HKEY_CURRENT_USER: Any
    KEY_SET_VALUE: int
    REG_SZ: int

    def OpenKey(self, key: Any, sub_key: str) -> Any: ...  # noqa: ANN401, D102, N802 - winreg's own
    def CreateKeyEx(self, key: Any, sub_key: str, reserved: int, access: int) -> Any: ...  # noqa: ANN401, D102, N802 - winreg's own
    def QueryValueEx(self, key: Any, value_name: str) -> tuple[Any, int]: ...  # noqa: ANN401, D102, N802 - winreg's own
    def DeleteValue(self, key: Any, value: str) -> None: ...  # noqa: ANN401, D102, N802 - winreg's own
    def SetValueEx(self, *entry: Any) -> None: ...  # noqa: ANN401, D102, N802 - winreg's own


class RunKeyAutostart:
    """Implements Autostart."""

    def __init__(self, launcher: Sequence[str], registry: Registry) -> None:
        """Start `launcher`; `registry` is the module `winreg`."""
        self._launcher = tuple(launcher)
        self._registry = registry
        self.place = rf"HKEY_CURRENT_USER\{RUN}\{places.APP}"

    def is_on(self) -> bool:
        """Tell whether the session would start it."""
        command = self.command()
        return bool(command) and shutil.which(command[0]) is not None

    def command(self) -> tuple[str, ...]:
        """Return what it would start; nothing where Task Manager has switched it off."""
        line = self._value(RUN)
        approved = self._value(APPROVED)
        if not isinstance(line, str) or (
            isinstance(approved, bytes) and approved[:1] and approved[0] & SWITCHED_OFF
        ):
            return ()
        words = shlex.split(line, posix=False)
        return tuple(word.strip('"') for word in words)

    def set(self, *, on: bool) -> None:
        """Write the value, or remove it; what Task Manager says about it is taken back."""
        for key in (APPROVED,) if on else (APPROVED, RUN):
            with suppress(FileNotFoundError), self._open(key) as there:
                self._registry.DeleteValue(there, places.APP)
        if on:
            line = subprocess.list2cmdline(self._launcher)
            with self._open(RUN) as there:
                self._registry.SetValueEx(there, places.APP, 0, self._registry.REG_SZ, line)

    def _open(self, key: str) -> Any:  # noqa: ANN401 - winreg's own handle
        user = self._registry.HKEY_CURRENT_USER
        return self._registry.CreateKeyEx(user, key, 0, self._registry.KEY_SET_VALUE)

    def _value(self, key: str) -> object:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, key) as there:
                value: object = self._registry.QueryValueEx(there, places.APP)[0]
                return value
        except FileNotFoundError:
            return None
