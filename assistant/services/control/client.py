"""Asks the running assistant to do something. Loads next to nothing: a key press waits for it."""

import socket
import time

from assistant.errors import ControlError
from assistant.services.control.address import control_address

DONE = b'{"ok": true}\n'
PATIENCE_S = 2.0
LONGEST_ANSWER = 65536
NOBODY = "No assistant is running. Start it with `assistant run`."
NO_SOCKETS = "This system has no Unix sockets, so programs can't control the assistant here; its hotkeys can."


def ask(verb: str, job: str = "dictate", number: int = 1) -> dict[str, object]:
    """Return the answer to one order; `ok` tells whether it was obeyed. Raises ControlError.

    `number` is how many texts `undo` takes back, or which choice `correct` takes.
    """
    # The moment that counts is this one: the recording begins at it, however long the way is.
    line = f'{{"verb": "{verb}", "job": "{job}", "number": {number}, "when": {time.monotonic()!r}}}\n'
    answer = _exchange(control_address(), line.encode("ascii"))
    if answer == DONE:
        return {"ok": True}
    import json

    try:
        found = json.loads(answer)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ControlError("The assistant did not answer. Is it just starting, or of another version?")
    return found


def _exchange(path: str, line: bytes) -> bytes:
    if not hasattr(socket, "AF_UNIX"):
        raise ControlError(NO_SOCKETS)
    answer = b""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE_S)
        try:
            connection.connect(path)
        except OSError as error:
            raise ControlError(NOBODY) from error
        try:
            connection.sendall(line)
            while not answer.endswith(b"\n") and len(answer) < LONGEST_ANSWER:
                more = connection.recv(4096)
                if not more:
                    break
                answer += more
        except OSError as error:
            raise ControlError("The assistant runs, but does not answer.") from error
    return answer
