"""macOS: a property list in ~/Library/LaunchAgents, which the session reads when it begins."""

import plistlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from assistant.devices import places

NAME = f"{places.APP_ID}.plist"


class LaunchAgentAutostart:
    """Implements Autostart."""

    def __init__(self, launcher: Sequence[str], folder: Path | None = None) -> None:
        """Start `launcher`; `folder` is where the session looks."""
        self._launcher = tuple(launcher)
        self._file = (folder or Path.home() / "Library" / "LaunchAgents") / NAME
        self.place = str(self._file)

    def is_on(self) -> bool:
        """Tell whether the session would start it."""
        command = self.command()
        return bool(command) and shutil.which(command[0]) is not None

    def command(self) -> tuple[str, ...]:
        """Return what it would start."""
        try:
            with self._file.open("rb") as file:
                agent = plistlib.load(file)
        except (FileNotFoundError, plistlib.InvalidFileException, ExpatError, ValueError):
            return ()
        is_off = not agent.get("RunAtLoad") or agent.get("Disabled")
        words = agent.get("ProgramArguments") or ()
        return () if is_off else tuple(map(str, words))

    def set(self, *, on: bool) -> None:
        """Write the agent, or remove it; it is not started now, and not ended."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        agent = {
            "Label": places.APP_ID,
            "ProgramArguments": list(self._launcher),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._file.parent, prefix=".", delete=False) as fresh:
            plistlib.dump(agent, fresh)
        Path(fresh.name).replace(self._file)
