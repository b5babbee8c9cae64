"""Whose work is in a bundle, and under which licences: read from what PyInstaller says that it took.

Python packages bring their licences in their metadata, the system's libraries in /usr/share/doc.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

MARKS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "THIRDPARTY")
QT = {"PySide6_Essentials", "PySide6-Essentials", "shiboken6"}
QT_NOTE = """\
Qt, Qt for Python and Shiboken are used under the GNU Lesser General Public License, version 3. Its text is in
/usr/share/common-licenses/LGPL-3 and at https://www.gnu.org/licenses/lgpl-3.0.txt. Their sources are at
https://download.qt.io/official_releases/. Each is a file of its own in the folder PySide6, to be replaced by
another build of the same version if you like."""
HEAD = """\
On-device assistant
===================

The program itself is under the Apache License 2.0, whose text stands first. The demonstration model and the
recordings have their own: see README.md beside them. What follows is whose work else is in this bundle.
"""


def taken(work: Path) -> set[Path]:
    """Return the files that went into the bundle, by the notes in PyInstaller's work folder."""
    collected = ast.literal_eval((work / "COLLECT-00.toc").read_text(encoding="utf-8"))[0]
    archived = ast.literal_eval((work / "PYZ-00.toc").read_text(encoding="utf-8"))[1]
    return {Path(source).absolute() for _, source, _ in [*collected, *archived] if source.startswith("/")}


def owners(files: set[Path]) -> list[Distribution]:
    """Return the Python distributions that the files belong to, by name."""
    found = []
    for distribution in distributions():
        own = {Path(str(distribution.locate_file(file))) for file in distribution.files or ()}
        if own & files:
            found.append(distribution)
    return sorted(found, key=lambda each: each.name.lower())


def system_packages(files: Iterable[Path]) -> list[str]:
    """Return the Debian packages that the files belong to; none where this is not a Debian."""
    inside = [
        str(file.resolve()) for file in files if file.is_relative_to("/lib") or file.is_relative_to("/usr")
    ]
    if not inside:
        return []
    # /lib is a link to /usr/lib, and dpkg knows a file by only one of the two names.
    names = [name for file in inside for name in (file, file.removeprefix("/usr"))]
    done = subprocess.run(["dpkg", "-S", *names], capture_output=True, text=True, check=False)
    return sorted({line.split(":")[0] for line in done.stdout.splitlines() if ": " in line})


def _title(text: str) -> str:
    return f"\n\n{'-' * 100}\n{text}\n{'-' * 100}\n"


def _python_part(distribution: Distribution) -> Iterator[str]:
    named = distribution.metadata
    licence = (named.get_all("License-Expression") or named.get_all("License") or ["see below"])[0]
    home = (named.get_all("Home-page") or named.get_all("Project-URL") or [""])[0].split(", ")[-1]
    yield _title(f"{distribution.name} {distribution.version}: {licence.splitlines()[0]}\n{home}".rstrip())
    if distribution.name in QT:
        yield QT_NOTE
    for file in distribution.files or ():
        if any(mark in file.name.upper() for mark in MARKS) and file.suffix != ".py":
            yield Path(str(distribution.locate_file(file))).read_text(encoding="utf-8", errors="replace")


def _system_part(package: str) -> Iterator[str]:
    text = Path("/usr/share/doc") / package / "copyright"
    yield _title(f"{package}, a library of Debian: https://packages.debian.org/{package}")
    yield text.read_text(encoding="utf-8", errors="replace")


def _table_part(table: Path) -> Iterator[str]:
    """Yield the licence that a file of ours begins with, since it was made of somebody else's work."""
    yield _title(f"{table.name}, a table in this program")
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip()


def compile_licences(work: Path, own: Path) -> str:
    """Return the text for the bundle built in `work`; `own` is our own licence. Raises OSError."""
    files = taken(work)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    parts = [HEAD, own.read_text(encoding="utf-8"), _title(f"Python {sys.version.split()[0]}")]
    parts.append(python.read_text(encoding="utf-8"))
    parts += _table_part(own.parent / "assistant" / "values" / "mandarin.txt")
    for distribution in owners(files):
        if distribution.name != "on-device-assistant":
            parts += _python_part(distribution)
    for package in system_packages(files):
        parts += _system_part(package)
    return "\n".join(parts) + "\n"
