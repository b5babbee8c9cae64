"""How many network connections this program and its children hold open, as the system tells; opening none."""

import os
from pathlib import Path

_TABLES = ("tcp", "tcp6", "udp", "udp6")
_PROC = Path("/proc")


def open_sockets(root: int | None = None, proc: Path = _PROC) -> int | None:
    """Count the internet sockets of a process (None: this one) and of all below it; None where nobody tells.

    What lies between programs of this computer alone (Unix sockets: the sound server, the screen) is none.
    """
    inodes = _internet(proc)
    if inodes is None:
        return None
    family = _family(root or os.getpid(), proc)
    return sum(len(_held(each, proc) & inodes) for each in family)


def _internet(proc: Path) -> set[str] | None:
    found: set[str] = set()
    try:
        for table in _TABLES:
            file = proc / "net" / table
            lines = file.read_text(encoding="ascii").splitlines()[1:] if file.exists() else []
            found.update(line.split()[9] for line in lines)
    except (OSError, IndexError):
        return None
    return found if (proc / "net" / "tcp").exists() else None


def _family(root: int, proc: Path) -> set[int]:
    parents: dict[int, int] = {}
    for folder in proc.iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue  # it has ended
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _held(process: int, proc: Path) -> set[str]:
    held = set()
    try:
        for link in (proc / str(process) / "fd").iterdir():
            try:
                target = str(link.readlink())
            except OSError:
                continue
            if target.startswith("socket:["):
                held.add(target[8:-1])
    except OSError:
        pass
    return held
