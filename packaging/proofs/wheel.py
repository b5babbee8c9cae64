"""The wheel: what is in it, and that it runs from an empty virtual environment."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

from proofs.program import Program

BUNDLED = (
    "assistant/bundled/models/nano/",
    "assistant/bundled/resources/recordings/",
    "assistant/bundled/resources/icons/",
    "assistant/bundled/resources/desktop/",
)


def check_contents(wheel: Path) -> None:
    """Exit where something that has to ship is not in the wheel, or something is that must not be."""
    names = zipfile.ZipFile(wheel).namelist()
    missing = [part for part in BUNDLED if not any(name.startswith(part) for name in names)]
    if missing:
        sys.exit(f"✗ The wheel lacks {', '.join(missing)}")
    strange = [name for name in names if name.split("/")[0] != "assistant" and ".dist-info/" not in name]
    if strange:
        sys.exit(f"✗ The wheel would install outside its package: {', '.join(strange[:5])}")
    print(
        f"· wheel: {len(names)} files, {wheel.stat().st_size / 1e6:.1f} MB, the demonstration model inside."
    )


def installed(wheel: Path, folder: Path) -> Program:
    """Install `wheel` into an empty environment in `folder`."""
    venv.create(folder / "venv", with_pip=True)
    commands = folder / "venv" / "bin"
    pip = [str(commands / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, str(wheel)], check=True)
    home = folder / "elsewhere"
    home.mkdir()
    print("· wheel: installed into an empty environment.")
    return Program("wheel", (str(commands / "assistant"),), home)
