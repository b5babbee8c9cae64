"""Options of `assistant try` and `assistant check`."""

from argparse import ArgumentParser
from pathlib import Path

TRY_EPILOG = """\
Says which command a text is, with its slots, how sure that is, and what the gate lets through:
do, ask (it has to be confirmed), refused, switched_off, or nothing. Nothing is done.
Exit code 1 where no command matches.

  assistant try "set a timer for ten minutes"
  assistant try --app firefox --json "next tab"
  assistant try --mode dictation "new line"
"""
CHECK_EPILOG = """\
Reads the built-in packs and those in the folder `commands` beside the settings; with FILE, that pack too.
Every sentence names the file and the line. Exit code 1 where anything is wrong.
"""
MODES = ("command", "dictation", "wake", "asleep")


def add_try_options(command: ArgumentParser) -> None:
    """Add the options of `try`."""
    command.set_defaults(module="packs.trying")
    command.add_argument("text", nargs="+", metavar="TEXT", help="what might be said")
    command.add_argument("--lang", default="auto", metavar="CODE", help="language that it is taken to be in")
    command.add_argument("--app", default="", metavar="NAME", help="application that has the focus")
    command.add_argument("--mode", choices=MODES, default="command", help="mode (default: command)")
    command.add_argument("--json", action="store_true", help="as one JSON object; null where nothing matches")


def add_check_options(command: ArgumentParser) -> None:
    """Add the options of `check`."""
    command.set_defaults(module="packs.checking")
    command.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a pack not installed yet")
