"""Build the one-dir bundle: a folder with the assistant, its Python and all its libraries.

It stands in build/frozen/on-device-assistant afterwards, with licences.txt of all that is in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from frozen.licences import compile_licences

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "work"
PLACE = ROOT / "build" / "frozen" / "on-device-assistant"


def freeze() -> None:
    """Run PyInstaller."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    command += ["--distpath", str(PLACE.parent), "--workpath", str(WORK)]
    command.append(str(ROOT / "packaging" / "frozen" / "assistant.spec"))
    # One seed, so that the same sources make the same bytecode.
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "1"})


def strip(bundle: Path) -> None:
    """Take the debugging symbols out of what Python itself brings; wheels have none."""
    tool = shutil.which("strip")
    if tool is None:
        print("· strip is not here (apt install binutils): the bundle is 17 MB larger than need be.")
        return
    inside = bundle / "_internal"
    for library in [*inside.glob("libpython*.so*"), *inside.glob("python3*/lib-dynload/*.so")]:
        subprocess.run([tool, "--strip-unneeded", str(library)], check=True)


def megabytes(folder: Path) -> float:
    """Return what a folder takes, each file once."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1e6


def build() -> Path:
    """Build the bundle and return its place."""
    freeze()
    strip(PLACE)
    text = compile_licences(WORK / "assistant", ROOT / "LICENSE")
    (PLACE / "licences.txt").write_text(text, encoding="utf-8")
    print(f"· Built {PLACE.relative_to(ROOT)}, {megabytes(PLACE):.0f} MB.")
    return PLACE
