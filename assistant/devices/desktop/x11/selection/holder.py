"""Keeps one text on the clipboard until somebody copies something else: a small process of its own.

On X11 a selection dies with the program that owns it, so what a command line copies needs one that stays.
"""

import sys
from collections.abc import Callable
from time import monotonic

from Xlib import X

from assistant.devices.desktop.x11.connection import GONE, Connection
from assistant.devices.desktop.x11.pump import EventPump
from assistant.devices.desktop.x11.selection.content import HINT, text_content
from assistant.devices.desktop.x11.selection.owner import SelectionOwner
from assistant.devices.desktop.x11.selection.transfers import Transfers
from assistant.errors import DeliveryError

LONGEST = 24 * 3600.0
"""Seconds after which a text that nobody replaced is let go."""


def hold(text: str, ready: Callable[[], None], display: str | None = None) -> None:
    """Serve `text` on CLIPBOARD until it is replaced; `ready` is called once it is there.

    Raises DeliveryError where the clipboard cannot be had.
    """
    connection = Connection(display)
    pump = EventPump(connection)
    window = connection.root.create_window(-1, -1, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
    transfers = Transfers(connection, window.id)
    owner = SelectionOwner(connection, window, transfers, lambda _: None)
    pump.on(X.SelectionRequest, owner.answer)
    pump.on(X.SelectionClear, owner.lose)
    pump.on(X.PropertyNotify, transfers.proceed)
    clipboard = connection.atom("CLIPBOARD")
    hint = connection.atom(HINT)
    # The user asked for this copy, so clipboard histories may have it.
    content = {key: piece for key, piece in text_content(text, connection.atom).items() if key != hint}
    try:
        if not owner.own(clipboard, content, X.CurrentTime):
            raise DeliveryError("Another program does not let go of the clipboard.")
        ready()
        end = monotonic() + LONGEST
        while owner.content(clipboard) is not None and monotonic() < end:
            pump.pump(60.0)
    except GONE:
        return  # the session has ended, and the clipboard with it
    finally:
        connection.close()
        pump.close()


def main() -> int:
    """Hold what comes by standard input, and say `ready` once it can be pasted."""
    text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")

    def ready() -> None:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdout.close()

    hold(text, ready)
    return 0
