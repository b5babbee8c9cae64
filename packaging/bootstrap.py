"""Prepare this machine for `make run` or `make test`: system packages, then a virtual environment.

Runs on whatever python3 the machine has, with nothing but the standard library, and says what it does.
As root it installs missing Debian packages itself; otherwise it prints the one line to run, and stops.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST, NEWEST = (3, 11), (3, 14)

RUN_PACKAGES = (
    "libportaudio2 libasound2-plugins "  # microphone; the plugins lead to PulseAudio and PipeWire
    "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 "  # Qt at all
    "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 "  # Qt on X11
    "libwayland-cursor0"  # Qt on Wayland
).split()
TEST_PACKAGES = (
    "xvfb openbox xterm mousepad trayer x11-utils xdotool xclip dbus "  # a desktop, and windows to type into
    "sway foot wl-clipboard xwayland grim "  # the same on Wayland
    "strace "  # which sockets are opened
    "at-spi2-core "  # what those windows tell screen readers
    "gnome-keyring "  # a place for secrets
    "pulseaudio pulseaudio-utils "  # a sound server with a microphone made of files
    "espeak-ng flite fonts-noto-cjk"  # voices to hear, Chinese to see
).split()

PACKAGE_PACKAGES = "binutils debootstrap desktop-file-utils appstream".split()
"""What builds packages and tries them in an empty Debian."""

EXTRAS = {"run": "", "test": "[dev,conformance,media]", "package": "[dev,bundle,secrets,hant]"}
UNPINNED = ("funasr-onnx>=0.4.1",)
"""Installed without its dependencies: it forbids the numpy that everything else needs, and runs with it."""


def say(line: str) -> None:
    """Tell the user what happens now."""
    print(f"· {line}", flush=True)


def give_up(line: str) -> None:
    """Stop with one plain sentence. Raises SystemExit."""
    sys.exit(f"✗ {line}")


def find_python() -> str:
    """Return a Python that the wheels exist for: this one, or a newer one on the PATH."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    have = "{}.{}".format(*sys.version_info)
    give_up(
        f"Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed; this is {have}. Install python3.11 and try again."
    )
    raise AssertionError


def can_make_venv(python: str) -> bool:
    """Tell whether `python` has venv and ensurepip, which Debian packages apart."""
    return (
        subprocess.run([python, "-c", "import venv, ensurepip"], capture_output=True, check=False).returncode
        == 0
    )


def minor_version(python: str) -> str:
    """Return `3.11` of a Python 3.11."""
    code = "import sys; print('{}.{}'.format(*sys.version_info))"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def installed_packages() -> set[str]:
    """Return the installed Debian packages; what was renamed for 64-bit time, under its old name too."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package}\n"]
    lines = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    names = {line.split()[1] for line in lines if line.startswith("ii")}
    return names | {re.sub("t64$", "", name) for name in names}


def wanted_packages(target: str, python: str) -> list[str]:
    """Return the Debian packages `target` needs and this machine lacks."""
    wanted = RUN_PACKAGES + (TEST_PACKAGES if target != "run" else [])
    wanted += PACKAGE_PACKAGES if target == "package" else []
    have = installed_packages()
    if (
        "pipewire-alsa" in have
    ):  # the two exclude each other; a desktop that works is not taken apart for a test
        wanted = [name for name in wanted if name != "pulseaudio"]
    if not can_make_venv(python):
        wanted = [*wanted, f"python{minor_version(python)}-venv"]
    return [name for name in wanted if name not in have]


def install_system(target: str, python: str) -> None:
    """Install missing Debian packages, or name them and stop."""
    if not shutil.which("dpkg-query"):
        libraries = "PortAudio, and the xcb libraries of Qt 6"
        say(f"This is neither Debian nor Ubuntu: please have {libraries} installed. Going on.")
        return
    missing = wanted_packages(target, python)
    if not missing:
        say("System packages: all there.")
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", "--no-remove", *missing]
    if os.geteuid() != 0:
        give_up(
            f"{len(missing)} system packages are missing. Run this line, then try again:\n\n"
            f"  sudo {' '.join(command)}\n"
        )
    say(f"System packages: installing {len(missing)} ({', '.join(missing)}).")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        done = subprocess.run(
            step, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if done.returncode != 0:
            give_up(f"`{' '.join(step)}` failed:\n{done.stdout[-2000:]}")


def fingerprint(python: str) -> str:
    """Return a hash that changes when the environment would."""
    parts = [
        (ROOT / "pyproject.toml").read_bytes(),
        Path(__file__).read_bytes(),
        minor_version(python).encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_ready(target: str, mark: str) -> bool:
    """Tell whether the environment was made for `target`, or for more, from these very files."""
    stamps = [VENV / f".ready-{name}" for name in {target, "test"}]
    return any(stamp.exists() and stamp.read_text() == mark for stamp in stamps)


def pip(*arguments: str) -> None:
    """Run pip in the environment, showing only which package it is at."""
    command = [
        str(VENV / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--progress-bar=off",
    ]
    log = []
    with subprocess.Popen(
        [*command, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as run:
        for line in run.stdout or ():
            log.append(line)
            if sys.stdout.isatty() and line.startswith(("Collecting", "  Downloading", "Installing")):
                print(f"\r\033[K  {line.strip()[:76]}", end="", flush=True)
    if sys.stdout.isatty():
        print("\r\033[K", end="")
    if run.returncode != 0:
        give_up("pip could not install the Python packages (is this machine online?):\n" + "".join(log[-15:]))


def make_environment(target: str, python: str) -> None:
    """Create .venv and install the project into it, editable, unless that was done already."""
    mark = fingerprint(python)
    if (VENV / "bin" / "python").exists() and is_ready(target, mark):
        say("Python packages: up to date.")
        return
    if not (VENV / "bin" / "python").exists():
        say(f"Creating .venv with Python {minor_version(python)}.")
        subprocess.run([python, "-m", "venv", "--clear", str(VENV)], check=True)
    say("Python packages: installing; the first time this takes some minutes.")
    pip("--editable", f".{EXTRAS[target]}")
    if target == "test":
        pip("--no-deps", *UNPINNED)
    (VENV / f".ready-{target}").write_text(mark)


def main() -> None:
    """Prepare for the target named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=sorted(EXTRAS), help="what comes next")
    parser.add_argument(
        "--no-system", action="store_true", help="leave system packages alone and go on without"
    )
    chosen = parser.parse_args()
    python = find_python()
    if not chosen.no_system:
        install_system(chosen.target, python)
    make_environment(chosen.target, python)


if __name__ == "__main__":
    main()
