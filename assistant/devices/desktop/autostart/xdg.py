"""Linux: a desktop entry in the folder `autostart`, which every session of the freedesktop kind reads."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assistant.devices import places
from assistant.devices.desktop.autostart.entry import exec_line, read_entry, read_exec, rewritten

NAME = f"{places.APP_ID}.desktop"


def desktop_entry() -> Path:
    """Return our desktop entry as it was shipped."""
    return places.resources() / "desktop" / NAME


def config_home() -> Path:
    """Return the user's folder of settings by the custom of freedesktop."""
    return _folder("XDG_CONFIG_HOME", ".config")


def data_home() -> Path:
    """Return the user's folder of data by that custom."""
    return _folder("XDG_DATA_HOME", ".local/share")


class XdgAutostart:
    """Implements Autostart."""

    def __init__(self, launcher: Sequence[str], folder: Path | None = None) -> None:
        """Start `launcher`; `folder` is where the session looks."""
        self._launcher = tuple(launcher)
        self._file = (folder or config_home() / "autostart") / NAME
        self.place = str(self._file)

    def is_on(self) -> bool:
        """Tell whether the session would start it: neither hidden nor switched off, and the program there."""
        command = self.command()
        return bool(command) and shutil.which(command[0]) is not None

    def command(self) -> tuple[str, ...]:
        """Return what it would start."""
        keys = read_entry(self._file)
        is_off = keys.get("Hidden") == "true" or keys.get("X-GNOME-Autostart-enabled") == "false"
        try:
            return () if is_off else read_exec(keys.get("Exec", ""))
        except ValueError:  # a quote that never ends: no session could start that either
            return ()

    def set(self, *, on: bool) -> None:
        """Write the entry, or remove it."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        template = desktop_entry().read_text(encoding="utf-8")
        changed = {
            "Exec": exec_line(self._launcher),
            "TryExec": self._launcher[0],  # a session leaves it alone once the program is gone
            "X-GNOME-Autostart-enabled": "true",
        }
        write_text(self._file, rewritten(template, changed))


def write_text(file: Path, text: str) -> None:
    """Write a file whole or not at all. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=file.parent, prefix=".", delete=False
    ) as fresh:
        fresh.write(text)
    Path(fresh.name).chmod(0o644)
    Path(fresh.name).replace(file)


def _folder(variable: str, usual: str) -> Path:
    """Return what the variable says, which counts only where it is an absolute path."""
    said = os.environ.get(variable, "")
    return Path(said) if said.startswith("/") else Path.home() / usual
