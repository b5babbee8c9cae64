"""The assistant in the menu of programs, for one user, where no package has put it there."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from assistant.devices import places
from assistant.devices.desktop.autostart.entry import exec_line, read_entry, read_exec, rewritten
from assistant.devices.desktop.autostart.xdg import NAME, data_home, desktop_entry, write_text


class MenuEntry:
    """A desktop entry and its icon below the user's folder of data."""

    def __init__(self, launcher: Sequence[str], folder: Path | None = None) -> None:
        """Start `launcher`; `folder` is where programs of this user are looked for."""
        self._launcher = tuple(launcher)
        root = folder or data_home()
        self.entry = root / "applications" / NAME
        self.icon = root / "icons" / "hicolor" / "scalable" / "apps" / f"{places.APP_ID}.svg"

    def is_there(self) -> bool:
        """Tell whether it is in the menu and starts something that is there. Raises OSError."""
        command = self.command()
        return bool(command) and shutil.which(command[0]) is not None

    def command(self) -> tuple[str, ...]:
        """Return what it starts; empty where it is not in the menu. Raises OSError."""
        try:
            return read_exec(read_entry(self.entry).get("Exec", ""))
        except ValueError:
            return ()

    def add(self) -> None:
        """Put it there, or renew it. Raises OSError."""
        drawing = places.resources() / "icons" / "assistant.svg"
        write_text(self.icon, drawing.read_text(encoding="utf-8"))
        template = desktop_entry().read_text(encoding="utf-8")
        changed = {"Exec": exec_line(self._launcher), "TryExec": self._launcher[0]}
        write_text(self.entry, rewritten(template, changed))

    def remove(self) -> None:
        """Take it away; folders stay, since others use them. Raises OSError."""
        self.entry.unlink(missing_ok=True)
        self.icon.unlink(missing_ok=True)
