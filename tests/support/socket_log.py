"""Law 10 in other programs: every internet socket that Python opens, in children too, is written down."""

import os
from pathlib import Path

_HOOK = """\
import os, socket, sys

def _hear(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        with open(os.environ["SOCKET_LOG"], "a") as log:
            log.write(" ".join(sys.orig_argv) + "\\n")

sys.addaudithook(_hear)
"""


class SocketLog:
    """Makes an environment whose Python programs write their internet sockets down."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "sitecustomize.py").write_text(_HOOK)
        self._log = folder / "sockets.log"
        self._folder = folder

    @property
    def environment(self) -> dict[str, str]:
        paths = [str(self._folder), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {"PYTHONPATH": os.pathsep.join(paths), "SOCKET_LOG": str(self._log)}

    @property
    def opened(self) -> list[str]:
        """Return the command line of each program, once for each socket."""
        return self._log.read_text().splitlines() if self._log.exists() else []
