"""A language model's server in a process of its own, that talks on and on: it takes no time of the test's.

Usage: python -m tests.support.chat_process
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep

from tests.house.tree import ROOT
from tests.support.chat_server import ChatServer, babble


@contextmanager
def babbling_server() -> Iterator[str]:
    """Run it, and give its address."""
    command = [sys.executable, "-m", "tests.support.chat_process"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        try:
            yield program.stdout.readline().strip()
        finally:
            program.kill()


if __name__ == "__main__":
    with ChatServer(babble) as server:
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        sleep(600)
