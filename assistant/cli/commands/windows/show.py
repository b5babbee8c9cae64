"""`assistant show`: bring the assistant that runs, or one of its windows, to the front."""

import sys
from argparse import Namespace

from assistant.cli.quick import NOT_RUNNING, OK, REFUSED
from assistant.errors import ControlError
from assistant.services.control.client import show


def run(options: Namespace) -> int:
    """Ask for it, and say why where nothing comes of it."""
    try:
        answer = show(options.window)
    except ControlError as error:
        sys.stderr.write(f"assistant: {error}\n")
        return NOT_RUNNING
    if answer.get("ok"):
        return OK
    sys.stderr.write(f"assistant: {answer.get('error')}\n")
    return REFUSED
