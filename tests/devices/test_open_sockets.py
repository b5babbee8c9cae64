"""Open connections are counted as the system tells, for a program and all it started."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from assistant.devices.open_sockets import open_sockets

CHILD = """
import socket
one = socket.socket()
one.bind(("127.0.0.1", 0))
one.listen()
print(1, flush=True)
input()
"""


def test_sockets_of_this_program_and_its_children_are_counted_and_unix_ones_are_not() -> None:
    before = open_sockets()
    assert before is not None
    with socket.socket(socket.AF_UNIX):
        assert open_sockets() == before
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        assert open_sockets() == before + 1
        with subprocess.Popen(
            [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            assert open_sockets() == before + 2
            assert open_sockets(child.pid) == 1
            child.communicate(b"\n")
    assert open_sockets() == before


def test_where_the_system_does_not_tell_nothing_is_claimed(tmp_path: Path) -> None:
    assert open_sockets(os.getpid(), tmp_path) is None
