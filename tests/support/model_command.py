"""`assistant models ...` as a user runs it: a process of its own, in a home of its own."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.model_shop import environment

PATIENCE = 300.0


@dataclass(frozen=True)
class ModelCommand:
    """Starts the command line with one home."""

    home: Path
    catalogue: Path | None = None
    before: tuple[str, ...] = ()
    """What to start it with: `unshare -n`, for one."""

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start it and do not wait."""
        extra = ["--catalogue", str(self.catalogue)] if self.catalogue and arguments[0] == "models" else []
        return subprocess.Popen(
            [*self.before, sys.executable, "-m", "assistant", *arguments, *extra],
            env=environment(self.home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        with self.start(*arguments) as process:
            out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def download(self, url: str, name: str = "tiny") -> tuple[str, ...]:
        """Return the arguments that download from a mirror."""
        return ("models", "download", name, "--mirror", url, "--accept-licence")

    def parts(self, name: str = "tiny") -> int:
        """Return the bytes of the part that is on its way."""
        folder = self.home / "data" / "models" / ".arriving" / f"{name}.parts"
        return sum(path.stat().st_size for path in folder.glob("*.part")) if folder.is_dir() else 0

    def installed(self, name: str = "tiny") -> Path:
        """Return where the model stands when it is installed."""
        return self.home / "data" / "models" / name
