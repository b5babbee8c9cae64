"""`assistant autostart`: whether the session starts it."""

import json
import shlex
import sys
from argparse import Namespace

from assistant.devices.desktop import find_autostart
from assistant.errors import SettingsError


def run(options: Namespace) -> int:
    """Switch it, or tell; 1 where it is off though nobody asked for that. Raises SettingsError."""
    autostart = find_autostart()
    try:
        if options.what != "status":
            autostart.set(on=options.what == "on")
        is_on, command = autostart.is_on(), autostart.command()
    except OSError as error:
        raise SettingsError(f"{autostart.place} can't be used: {error.strerror or error}") from error
    if options.json:
        found = {"is_on": is_on, "command": command, "place": autostart.place}
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    elif is_on:
        sys.stdout.write(f"on: every session starts {shlex.join(command)}\n    {autostart.place}\n")
    elif command:
        gone = f"off: every session would start {command[0]}, which is not there any more"
        sys.stdout.write(f"{gone}; `assistant autostart on` renews it\n    {autostart.place}\n")
    else:
        sys.stdout.write("off: no session starts it\n")
    return 0 if is_on or options.what == "off" else 1
