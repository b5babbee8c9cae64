"""Build everything that can be installed: the wheel, the one-dir bundle, and the Debian package made of it.

usage: .venv/bin/python packaging/package.py [wheel] [bundle] [deb]      (nothing: all three)

They stand in dist/ and build/frozen/ afterwards; `packaging/smoke.py` tries them.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from deb import build as deb
from frozen import build as frozen

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
KINDS = ("wheel", "bundle", "deb")


def build_wheel(folder: Path = DIST) -> Path:
    """Build the wheel into `folder` and return its path."""
    for old in folder.glob("*.whl"):
        old.unlink()
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True)
    wheel = next(folder.glob("*.whl"))
    print(f"· Built {wheel.relative_to(ROOT)}, {wheel.stat().st_size / 1e6:.1f} MB.")
    return wheel


def main() -> None:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help="what to build (default: all)")
    kinds = parser.parse_args().kinds or KINDS
    if "wheel" in kinds:
        build_wheel()
    if "bundle" in kinds:
        frozen.build()
    if "deb" in kinds and shutil.which("dpkg-deb") is None:
        print("· No Debian package: dpkg-deb is not here.")
    elif "deb" in kinds:
        deb.build(frozen.PLACE)


if __name__ == "__main__":
    main()
