"""`assistant undo` and `assistant correct`: orders to the running assistant."""

import sys
from argparse import Namespace

from assistant.cli.quick import NOT_RUNNING, OK, REFUSED
from assistant.errors import ControlError
from assistant.services.control.client import ask


def run(options: Namespace) -> int:
    """Give the order; what becomes of it the assistant itself shows."""
    try:
        answer = ask(options.verb, number=options.number)
    except ControlError as error:
        sys.stderr.write(f"assistant: {error}\n")
        return NOT_RUNNING
    if not answer.get("ok"):
        sys.stderr.write(f"assistant: {answer.get('error')}\n")
        return REFUSED
    return OK
