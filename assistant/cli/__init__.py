"""The command line. Each command lives in a module of its own, imported when it is called."""

import os
import sys
from collections.abc import Sequence

from assistant.cli.quick import VERBS, order, quick

OK, FAILED, INTERRUPTED = 0, 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the assistant's command line; the result is the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given[0] in VERBS:
        code = quick(given)
        if code is not None:
            return code
    return _run(given)


def _run(arguments: Sequence[str]) -> int:
    from importlib import import_module  # a key press does not wait for what follows

    from assistant.cli.parser import build_parser
    from assistant.errors import AssistantError, CancelledError

    options = build_parser().parse_args(arguments)
    if options.module in VERBS:
        return order(options.module, getattr(options, "job", "dictate"), as_json=options.json)
    command = import_module(f"assistant.cli.commands.{options.module}")
    try:
        return int(command.run(options))
    except (KeyboardInterrupt, CancelledError):
        sys.stderr.write("assistant: cancelled\n")
        return INTERRUPTED
    except AssistantError as error:
        sys.stderr.write(f"assistant: {error}\n")
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has seen enough; what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
