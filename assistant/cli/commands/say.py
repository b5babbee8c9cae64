"""`assistant say`: text into the focused window, the way spoken text goes."""

import sys
import time
from argparse import Namespace

from assistant.act.performer import Performer
from assistant.cli.options import settings_from
from assistant.errors import NoDesktopError
from assistant.values.action import InsertText


def run(options: Namespace) -> int:
    """Deliver the text; 1 where it did not arrive."""
    from assistant.devices.desktop import find_desktop

    text = sys.stdin.read() if options.text == ["-"] else " ".join(options.text)
    desktop = find_desktop(settings_from(options).act)
    if desktop is None:
        message = "there is no desktop here to type into: DISPLAY is not set"
        raise NoDesktopError(message)
    try:
        time.sleep(options.delay)
        outcome = Performer(desktop).perform(InsertText(text, desktop.active_window(), is_confirmed=True))
    finally:
        desktop.close()
    if outcome.message:
        sys.stderr.write(f"assistant: {outcome.message}\n")
    return 0 if outcome.is_delivered else 1
