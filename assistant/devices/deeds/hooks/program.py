"""A hook that is a program: JSON on its standard input, JSON on its standard output."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from select import select
from time import monotonic

from assistant.consult.ports import Stop
from assistant.devices.deeds.hooks.message import LARGEST
from assistant.errors import CancelledError, HookError

PATIENCE = 10.0
"""Seconds that a hook may take for all of it."""
_KEPT = frozenset(
    "PATH HOME USER LOGNAME LANG LANGUAGE TZ TMPDIR DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR "
    "SYSTEMROOT".split()
)
"""Variables that a program needs to run at all. Keys and tokens live in the others."""
PLUGIN = ("-m", "assistant.devices.deeds.hooks.plugin")


def environment(*more: str) -> dict[str, str]:
    """Return what a hook finds of our environment."""
    kept = _KEPT.union(more)
    return {name: value for name, value in os.environ.items() if name in kept or name.startswith("LC_")}


def ask_program(argv: Sequence[str], asked: bytes, token: Stop) -> bytes:
    """Run `argv` and return what it writes; then it and all it started is gone.

    Raises HookError, CancelledError.
    """
    return _ask(argv, asked, token, environment())


def ask_plugin(entry: str, asked: bytes, token: Stop) -> bytes:
    """Call the function `package.module:function` in a process of its own, as a program is asked."""
    if getattr(sys, "frozen", False):
        raise HookError("Plug-ins need the assistant installed as a Python package; use hook or http here.")
    return _ask((sys.executable, *PLUGIN, entry), asked, token, environment("PYTHONPATH"))


def _ask(argv: Sequence[str], asked: bytes, token: Stop, around: dict[str, str]) -> bytes:
    name = Path(argv[0]).name if tuple(argv[1:3]) != PLUGIN else argv[-1]
    try:
        program = subprocess.Popen(
            list(argv),
            cwd=Path.home(),
            env=around,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise HookError(f"The hook {name} cannot be started ({why}).") from error
    forget = token.watch(lambda: _kill(program))
    try:
        body = _exchange(program, name, asked, monotonic() + PATIENCE)
    finally:
        forget()
        _kill(program)
        program.wait()
    if token.is_set:
        raise CancelledError("the hook was cancelled")
    return body


def _exchange(program: subprocess.Popen[bytes], name: str, asked: bytes, end: float) -> bytes:
    """Write the question and read to the end of the answer."""
    if program.stdin is None or program.stdout is None:
        raise HookError(f"The hook {name} has no way to answer.")
    with program.stdin, program.stdout, suppress(BrokenPipeError):
        with suppress(BrokenPipeError):  # it may answer without reading
            program.stdin.write(asked)
            program.stdin.close()
        body = b""
        while True:
            left = end - monotonic()
            if left <= 0 or not select([program.stdout], [], [], left)[0]:
                raise HookError(f"The hook {name} took longer than {PATIENCE:g} s, and was ended.")
            piece = os.read(program.stdout.fileno(), LARGEST)
            if not piece:
                return _checked(program, name, body, end)
            body += piece
            if len(body) > LARGEST:
                raise HookError(f"The answer of the hook {name} is too long, so it was ended.")
    return b""


def _checked(program: subprocess.Popen[bytes], name: str, body: bytes, end: float) -> bytes:
    try:
        status = program.wait(max(0.0, end - monotonic()))
    except subprocess.TimeoutExpired:
        return body  # it has said all; what it still does is ended
    if status > 0:
        raise HookError(f"The hook {name} ended with status {status}. Try it by hand.")
    return body


def _kill(program: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()
