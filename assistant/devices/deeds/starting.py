"""Starts programs that outlive us: an argument vector, never a shell."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from assistant.values.action import Outcome, Result

AT_ONCE = 0.4
"""Seconds within which a program that cannot run has failed."""
_OURS = ("PYTHON", "QT_PLUGIN_PATH", "QML", "LD_LIBRARY_PATH", "_MEI", "VIRTUAL_ENV")
"""Beginnings of variables that are about us and would confuse others."""


def clean_environment() -> dict[str, str]:
    """Return the environment as the user's other programs have it."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}


def start(argv: Sequence[str], folder: Path | None = None) -> Outcome:
    """Start `argv` in a session of its own; FAILED where it is not there or ends with an error at once."""
    try:
        program = subprocess.Popen(
            list(argv),
            cwd=folder or Path.home(),
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        why = error.strerror or type(error).__name__
        return Outcome(Result.FAILED, f"{argv[0]} cannot be started ({why}).", "program")
    try:
        status = program.wait(AT_ONCE)
    except subprocess.TimeoutExpired:
        Thread(target=program.wait, name="started program", daemon=True).start()  # so that no zombie stays
        return Outcome(Result.DONE, method="program")
    if status:
        return Outcome(Result.FAILED, f"{argv[0]} ended at once, with status {status}.", "program")
    return Outcome(Result.DONE, method="program")
