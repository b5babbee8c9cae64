"""Fetch llama.cpp's real server for the slow tests: one wheel, without dependencies, into .venv.

The package `xllamacpp` carries llama.cpp's own HTTP server, built for this processor; only tests start it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
PACKAGE = "xllamacpp>=2026.10"


def main() -> None:
    """Install it unless it is there; where that cannot be, say so and go on: its tests are skipped."""
    look = [str(PYTHON), "-c", "import xllamacpp"]
    if subprocess.run(look, capture_output=True, check=False).returncode == 0:
        print("· llama.cpp's server: there.", flush=True)
        return
    print(f"· llama.cpp's server: installing {PACKAGE} (34 MB).", flush=True)
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:", PACKAGE]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"· It could not be had, so its tests are skipped:\n{done.stderr[-600:]}", file=sys.stderr)


if __name__ == "__main__":
    main()
