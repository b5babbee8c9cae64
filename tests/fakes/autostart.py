"""A registry of Windows in memory, as the module `winreg` shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class ScriptedRegistry:
    """Implements Registry."""

    HKEY_CURRENT_USER = "HKCU"
    KEY_SET_VALUE = 2
    REG_SZ = 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, Any]] = {}

    @contextmanager
    def _handle(self, sub_key: str) -> Iterator[dict[str, Any]]:
        yield self.keys[sub_key]

    def OpenKey(self, key: Any, sub_key: str) -> Any:  # noqa: ANN401, N802 - winreg's own
        assert key == self.HKEY_CURRENT_USER
        if sub_key not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return self._handle(sub_key)

    def CreateKeyEx(self, key: Any, sub_key: str, reserved: int, access: int) -> Any:  # noqa: ANN401, N802 - winreg's own
        assert (key, reserved, access) == (self.HKEY_CURRENT_USER, 0, self.KEY_SET_VALUE)
        self.keys.setdefault(sub_key, {})
        return self._handle(sub_key)

    def QueryValueEx(self, key: Any, value_name: str) -> tuple[Any, int]:  # noqa: ANN401, N802 - winreg's own
        if value_name not in key:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return key[value_name], self.REG_SZ

    def DeleteValue(self, key: Any, value: str) -> None:  # noqa: ANN401, N802 - winreg's own
        if value not in key:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        del key[value]

    def SetValueEx(self, *entry: Any) -> None:  # noqa: ANN401, N802 - winreg's own
        key, name, reserved, kind, value = entry
        assert (reserved, kind) == (0, self.REG_SZ)
        key[name] = value
