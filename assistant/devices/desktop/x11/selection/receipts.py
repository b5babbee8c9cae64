"""Who took the text: the rule by which a request for it counts as a receipt.

A paste is confirmed by the target itself, which asks for the text after the keys were sent. Others ask
too: clipboard managers read every new clipboard as soon as it changes hands, and toolkits look at the
formats (TARGETS) to enable their *Paste* menu. So a request counts

- never, if it asks for formats, time stamps or hints and not for the text;
- never, if it came before the keys were sent;
- as TAKEN, if it comes from a client that the target's windows belong to (window ids carry the number of
  their client), or from another connection of the same process;
- never, if it comes from a client that has read us before without any keys having been sent: that one
  watches the clipboard;
- else as SOMEBODY: a helper of the target (Wine asks through its own desktop process) or a watcher that we
  have not met yet. That is no receipt, and the text then stays on the clipboard.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Event as Flag
from time import monotonic

from Xlib.error import XError

from assistant.devices.desktop.x11.connection import Connection
from assistant.errors import DeliveryError

ProcessOf = Callable[[int], int | None]
"""Window id -> process id, where the server knows it."""


class NotOursError(DeliveryError):
    """Another client does not let go of a selection."""

    def __init__(self) -> None:
        super().__init__("Another program does not let go of the clipboard.")


def processes(connection: Connection) -> ProcessOf:
    """Return who knows which process a client is."""

    def process_of(client: int) -> int | None:
        try:
            found = connection.display.res_query_client_ids([{"client": client, "mask": 2}])
        except (XError, AttributeError):  # a server without the X-Resource extension
            return None
        return next((int(one.value[0]) for one in found.ids if one.value), None)

    return process_of


class Verdict(StrEnum):
    """What became of an offer."""

    TAKEN = "taken"
    SOMEBODY = "somebody"
    NOBODY = "nobody"
    LOST = "lost"
    """Nobody asked, and another program has the clipboard by now."""


@dataclass(slots=True, eq=False)
class Offer:
    """One text on offer. `sent_at` is set by who sends the keys, all else by the selection thread."""

    targets: AbstractSet[int]
    """Formats that carry the text."""
    clients: AbstractSet[int]
    """Clients that the target's windows belong to."""
    is_saved: bool
    """False where the old contents could not be kept in full."""
    sent_at: float | None = None
    asked_at: float | None = None
    """Of the target's last request for the text."""
    requestors: set[int] = field(default_factory=set)
    """Windows through which the target asked."""
    by_somebody: bool = False
    taken: Flag = field(default_factory=Flag)


class Witness:
    """Judges requests, and remembers the clients that watch the clipboard."""

    def __init__(self, process_of: ProcessOf) -> None:
        self._process_of = process_of
        self._watchers: set[int] = set()
        self._missed: set[int] = set()
        self._refused: set[int] = set()

    def judge(self, offer: Offer, target: int, client: int) -> bool:
        """Note in `offer` what a request for `target` means; True for a receipt."""
        if target not in offer.targets:
            return False
        is_own = client in offer.clients or self._is_of_process(client, offer.clients)
        if offer.sent_at is None:
            if not is_own:
                self._watchers.add(client)
            return False
        if is_own:
            offer.asked_at = monotonic()
        elif client not in self._watchers:
            offer.by_somebody = True
        return is_own

    def suspect(self, client: int) -> None:
        """Remember a client that read a clipboard which nobody had pasted."""
        self._watchers.add(client)

    def miss(self, clients: AbstractSet[int]) -> None:
        """Remember clients that were sent keys and never asked: they may hang, and ask much later."""
        self._missed |= clients

    def expect(self, clients: AbstractSet[int]) -> None:
        """Note that the next text is for these clients; who came late to the last one has come."""
        self._missed -= clients | self._refused
        self._refused.clear()

    def is_late(self, client: int) -> bool:
        """Return whether a client asks because of keys that came with an earlier text.

        It hung, and has come to itself while a text for another window is on offer. (It may ask for one
        format after the other, so it is late until the next text.)
        """
        if client in self._missed:
            self._refused.add(client)
        return client in self._missed

    def _is_of_process(self, client: int, clients: AbstractSet[int]) -> bool:
        process = self._process_of(client)
        return process is not None and any(self._process_of(other) == process for other in clients)
