"""Options of `assistant autostart` and `assistant menu-entry`."""

from argparse import ArgumentParser

from assistant.cli.subcommand import Commands, add_subcommand

AUTOSTART_EPILOG = """\
Without a word it tells what the system would really do, also where something else has switched it.
Exit code 1 where it is off.

  assistant autostart on        from the next session on
  assistant autostart off
"""
MENU_EPILOG = """\
The .deb puts the assistant into the menu of programs by itself. Installed by pip, pipx or uv it is not
there until you add it; `remove` takes away exactly what `add` wrote. Exit code 1 where it is not there.

  assistant menu-entry add
  assistant menu-entry remove
"""


def add_session_commands(commands: "Commands[ArgumentParser]") -> None:
    """Add both."""
    autostart = add_subcommand(
        commands, "autostart", "start the assistant with every session, or not", AUTOSTART_EPILOG
    )
    autostart.set_defaults(module="session.autostart")
    autostart.add_argument(
        "what", nargs="?", default="status", choices=("on", "off", "status"), help="default: status"
    )
    autostart.add_argument("--json", action="store_true", help="as a JSON object")
    entry = add_subcommand(
        commands, "menu-entry", "put the assistant into the menu of programs, or take it out", MENU_EPILOG
    )
    entry.set_defaults(module="session.menu_entry")
    entry.add_argument(
        "what", nargs="?", default="status", choices=("add", "remove", "status"), help="default: status"
    )
