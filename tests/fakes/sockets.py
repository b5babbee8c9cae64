"""Law 10 in tests: which sockets to the network are open, of Python's making or of anybody's."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
INTERNET = {socket.AF_INET, socket.AF_INET6}


def internet_sockets(pid: int | str = "self") -> list[str]:
    """Return the kernel's lines about every internet socket that a process holds, in C or in Python."""
    links = [link for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()]
    held = {str(link.readlink()).removeprefix("socket:[").removesuffix("]") for link in links}
    lines: list[str] = []
    for table in TABLES:
        path = Path(f"/proc/{pid}/net/{table}")
        if path.exists():
            rows = path.read_text(encoding="ascii").splitlines()[1:]
            lines += [f"{table} {row}" for row in rows if row.split()[9] in held]
    return lines


class RecordingSockets:
    """Remembers every internet socket that Python code opens, however briefly."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self._is_watching = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._is_watching and event == "socket.__new__" and arguments[1] in INTERNET:
            self.opened.append(f"family {arguments[1]}")

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Watch for a while; a hook, once set, can't be taken away."""
        self._is_watching = True
        try:
            yield
        finally:
            self._is_watching = False
