"""`assistant check`: whether every pack of commands is right."""

import sys
from argparse import Namespace

from assistant.cli.options import settings_from
from assistant.wiring import pack_shelf


def run(options: Namespace) -> int:
    """Print every problem with its file and line; 1 where there is any."""
    from assistant.understand.checking.check import check

    shelf = pack_shelf(settings_from(options).commands)
    if options.file is not None:
        shelf.more = (options.file,)
    stock = shelf.read()
    name = options.file.name if options.file is not None else None
    problems = [each for each in stock.problems if name in {None, each.place.file}]
    problems += check(stock.commands, name)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    commands = stock.commands
    known = f"{len(commands.definitions())} commands in {len(commands.packs)} packs"
    spoken = ", ".join(commands.languages())
    verdict = f"{len(problems)} problems" if problems else "all is well"
    sys.stdout.write(f"{known} ({spoken}): {verdict}.\n")
    return 1 if problems else 0
