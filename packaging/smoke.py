"""Try everything that can be installed: start it where nothing else of us is, and see that it works.

usage: .venv/bin/python packaging/smoke.py [wheel] [bundle] [deb]        (nothing: all three)

They are taken from dist/ and build/frozen, and built where missing. For each: the version, the doctor,
the recorded demo word for word, the tray on a desktop of its own with each of its windows, and a picture
of it in build/smoke.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from proofs.program import Program, ask_doctor, play_demo, tell_version

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for what the tests have: an X server, a message bus, a sound server

KINDS = ("wheel", "bundle", "deb")
PICTURES = ROOT / "build" / "smoke"


def try_wheel(place: Path) -> None:
    """Try the wheel in an empty virtual environment."""
    import package
    from proofs import wheel

    built = next((ROOT / "dist").glob("*.whl"), None) or package.build_wheel()
    wheel.check_contents(built)
    _try(wheel.installed(built, place))


def try_bundle(place: Path) -> None:
    """Try the one-dir bundle, from another folder than it was built in."""
    from frozen import build

    if not build.PLACE.exists():
        build.build()
    moved, home = place / "moved", place / "elsewhere"
    shutil.copytree(build.PLACE, moved, symlinks=True)
    home.mkdir()
    _try(Program("bundle", (str(moved / "assistant"),), home, {"PATH": "/usr/bin:/bin"}))


def try_deb(place: Path) -> None:
    """Try the Debian package in an empty Debian; without root that cannot be made, and is said."""
    from deb import build
    from frozen import build as frozen
    from proofs import deb

    built = next((ROOT / "dist").glob("*.deb"), None) or build.build(frozen.PLACE)
    deb.check_size(built)
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("· deb: NOT installed: that takes root and debootstrap (apt install debootstrap).")
        return
    with deb.installed(built, ROOT / "build" / "bare", place) as program:
        _try(program)


def _try(program: Program) -> None:
    from proofs.tray import desk, show_tray
    from proofs.windows import open_windows

    tell_version(program)
    play_demo(program)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with desk() as here:
        ask_doctor(program, **here.environment)
        show_tray(program, here, PICTURES / f"{program.name}.png")
        open_windows(program, here)
    print(f"· {program.name} is good.", flush=True)


def main() -> None:
    """Try what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help="what to try (default: all)")
    kinds = parser.parse_args().kinds or KINDS
    tries = {"wheel": try_wheel, "bundle": try_bundle, "deb": try_deb}
    for kind in kinds:
        with tempfile.TemporaryDirectory(prefix="assistant-") as place:
            tries[kind](Path(place))


if __name__ == "__main__":
    main()
