"""Which sockets a program and all its children open, as the kernel sees it: in C as well as in Python."""

import re
import shutil
from pathlib import Path

import pytest

_SOCKET = re.compile(r"\bsocket\((AF_\w+)")
SILENCERS = ("CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS")
"""Variables of a developer's machine that keep libraries quiet; a user has none of them."""


class TracedSockets:
    """Writes down every socket of what is started with `command`."""

    def __init__(self, folder: Path) -> None:
        """Prepare, or skip the test where calls can't be traced."""
        if shutil.which("strace") is None:
            pytest.skip("strace is not here, so no system call can be seen (apt-get install strace)")
        self._log = folder / "sockets.strace"

    @property
    def command(self) -> tuple[str, ...]:
        """Return what to put before the program's own command."""
        calls = "trace=socket,connect,sendto"
        return ("strace", "-D", "-f", "-qq", "-s", "200", "-e", calls, "-o", str(self._log))

    @property
    def families(self) -> set[str]:
        """Return the families of all sockets that were opened: `AF_UNIX`, `AF_INET`, ..."""
        return set(_SOCKET.findall(self._log.read_text()))

    @property
    def internet(self) -> list[str]:
        """Return the calls that opened a socket to the internet, or used one."""
        return [line for line in self._log.read_text().splitlines() if "AF_INET" in line]
