"""Leaves a text on the clipboard that stays there when this program has ended."""

import os
import subprocess

from assistant.devices.desktop.autostart.itself import itself
from assistant.errors import DeliveryError, NoDesktopError

NO_WAY = (
    "There is no X display here, so nothing can be put on the clipboard. `assistant history show` prints it."
)
HOLD = ("history", "hold")
"""The command line of the process that stays."""


def keep_on_clipboard(text: str) -> None:
    """Put `text` on the clipboard. Raises DeliveryError."""
    if not os.environ.get("DISPLAY"):
        raise NoDesktopError(NO_WAY)
    keeper = subprocess.Popen(
        [*itself(), *HOLD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    feed, answer = keeper.stdin, keeper.stdout
    if feed is None or answer is None:
        raise DeliveryError(NO_WAY)
    with answer:
        with feed:
            feed.write(text.encode("utf-8", "surrogateescape"))
        if answer.readline().strip() != b"ready":
            raise DeliveryError("Another program does not let go of the clipboard.")
    keeper.returncode = 0  # it stays on purpose; nobody is to wait for it
