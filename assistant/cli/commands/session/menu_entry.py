"""`assistant menu-entry`: the assistant among the programs of the desktop."""

import shlex
import sys
from argparse import Namespace

from assistant.devices.desktop import find_menu_entry
from assistant.errors import NoDesktopError, SettingsError


def run(options: Namespace) -> int:
    """Add, remove or tell; 1 where it is not there. Raises NoDesktopError, SettingsError."""
    menu = find_menu_entry()
    if menu is None:
        raise NoDesktopError("Here programs are put into the menu by installing them; `autostart on` works.")
    try:
        if options.what == "add":
            menu.add()
        elif options.what == "remove":
            menu.remove()
        is_there, command = menu.is_there(), menu.command()
    except OSError as error:
        raise SettingsError(f"{menu.entry} can't be used: {error.strerror or error}") from error
    if is_there:
        sys.stdout.write(
            f"in the menu of programs: {shlex.join(command)}\n    {menu.entry}\n    {menu.icon}\n"
        )
    elif command:
        sys.stdout.write(f"in the menu, but {command[0]} is gone; `assistant menu-entry add` renews it\n")
    else:
        sys.stdout.write("not in the menu of programs of this user\n")
    return 0 if is_there or options.what == "remove" else 1
