"""Asks the running assistant to do something. Loads next to nothing: a key press waits for it."""

import _socket  # `socket` takes 4 ms to load, of the 30 that a key press may take
import time

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
        raise _error("The assistant did not answer. Is it just starting, or of another version?")
    return found


def say(text: str, job: str) -> dict[str, object]:
    """Have `text` treated as if it had been heard for `job`. Raises ControlError."""
    import json

    line = json.dumps({"verb": "say", "job": job, "text": text}) + "\n"
    found = json.loads(_exchange(control_address(), line.encode("ascii")))
    return found if isinstance(found, dict) else {}


def show(window: str = "") -> dict[str, object]:
    """Have the assistant show itself, or one of its windows. Raises ControlError."""
    import json

    line = json.dumps({"verb": "show", "window": window}) + "\n"
    found = json.loads(_exchange(control_address(), line.encode("ascii")) or b"null")
    if not isinstance(found, dict):
        raise _error("The assistant did not answer. Is it just starting, or of another version?")
    return found


def is_running() -> bool:
    """Tell whether an assistant runs that could be asked."""
    try:
        return bool(ask("status").get("ok"))
    except ConnectionError:  # a ControlError
        return False


def _exchange(path: str, line: bytes) -> bytes:
    if not hasattr(_socket, "AF_UNIX"):
        raise _error(NO_SOCKETS)
    connection = _socket.socket(_socket.AF_UNIX)
    try:
        connection.settimeout(PATIENCE_S)
        _connect(connection, path)
        return _talk(connection, line)
    finally:
        connection.close()


def _connect(connection: _socket.socket, path: str) -> None:
    try:
        connection.connect(path)
    except OSError as error:
        raise _error(NOBODY) from error


def _talk(connection: _socket.socket, line: bytes) -> bytes:
    answer = b""
    try:
        connection.sendall(line)
        while not answer.endswith(b"\n") and len(answer) < LONGEST_ANSWER:
            more = connection.recv(4096)
            if not more:
                break
            answer += more
    except OSError as error:
        raise _error("The assistant runs, but does not answer.") from error
    return answer


def _error(message: str) -> Exception:
    from assistant.errors import ControlError  # needed only where something went wrong

    return ControlError(message)
