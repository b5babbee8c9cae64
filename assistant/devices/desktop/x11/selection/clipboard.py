"""CLIPBOARD and PRIMARY, lent to one text at a time and given back: the thread `selection`.

The text is offered, not sent: who wants it asks, and the asking is the receipt (see `receipts`). What both
selections held before is given back 300 ms after the last request, because some programs (Chromium) ask
first and read later; only where the selection is still ours; and never where nobody took the text, since
then the clipboard is the place to find it. Given back on X11 means that we go on serving it.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TypeVar

from Xlib import X

from assistant.devices.desktop.x11.connection import GONE, Connection
from assistant.devices.desktop.x11.pump import EventPump, ServerClock
from assistant.devices.desktop.x11.selection.content import text_content, text_targets
from assistant.devices.desktop.x11.selection.owner import Asked, SelectionOwner
from assistant.devices.desktop.x11.selection.reader import Bounds, Saved, SelectionReader
from assistant.devices.desktop.x11.selection.receipts import NotOursError, Offer, Verdict, Witness, processes
from assistant.devices.desktop.x11.selection.transfers import Transfers
from assistant.errors import DeliveryError

T = TypeVar("T")

QUIET = 0.3
"""Seconds after the last request until the old contents come back."""
PACE = 0.1
"""Seconds after the last request until the next text may take the place of this one."""
SUSPICIOUS = 0.25
"""Seconds after giving back in which a request comes from a watcher, since nobody pasted."""
FAREWELL = 0.5
"""Seconds for a clipboard manager to take over what we still serve when we go."""


class Clipboard:
    """Offers a text in both selections, tells who took it, and gives back what was there."""

    def __init__(self, display: str | None = None, *, restores: bool = True) -> None:
        """Connect and start the thread. Raises NoDesktopError."""
        self._connection = Connection(display)
        self.restores = restores
        """Whether what was there is given back."""
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._pump = EventPump(self._connection)
        self._window = self._connection.root.create_window(
            -1, -1, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        atom = self._connection.atom
        self._selections = (atom("CLIPBOARD"), atom("PRIMARY"))
        self._transfers = Transfers(self._connection, self._window.id)
        self._owner = SelectionOwner(self._connection, self._window, self._transfers, self._note)
        self._reader = SelectionReader(self._connection, self._window, self._pump)
        self._now = ServerClock(self._connection, self._window, self._pump).now
        self._witness = Witness(processes(self._connection))
        self._offer: Offer | None = None
        self._before: dict[int, Saved] = {}
        self._restored_at = 0.0
        self._is_closing = False
        self._owner.refuses = self._is_late
        self._listen()
        self._thread = Thread(target=self._run, name="selection", daemon=True)
        self._thread.start()

    # For other threads

    @property
    def window(self) -> int:
        """Id of the window through which the selections are owned."""
        return int(self._window.id)

    def offer(self, text: str, clients: AbstractSet[int], *, is_for_selected: bool = False) -> Offer:
        """Put `text` on offer for the target's `clients`. Raises NotOursError, DeliveryError.

        `is_for_selected` leaves PRIMARY alone: many programs let go of what is selected when that goes.
        """
        selections = self._selections[:1] if is_for_selected else self._selections
        return self._ask(lambda: self._begin(text, clients, selections))

    def keep(self) -> Saved:
        """Hold in CLIPBOARD, as our own, what is in it; `is_kept` then tells whether anybody copies."""
        return self._ask(self._keep)

    def is_kept(self) -> bool:
        """Return whether nobody has copied anything since `keep`."""
        return self._ask(lambda: self._owner.content(self._selections[0]) is not None)

    def give_back(self, saved: Saved) -> None:
        """Hold in CLIPBOARD what it held before somebody copied on our behalf."""
        self._ask(lambda: self._hold(saved))

    def conclude(self, offer: Offer) -> Verdict:
        """Say who took it; unless the target did, the text stays on the clipboard."""
        return self._ask(lambda: self._judge(offer))

    def withdraw(self, offer: Offer) -> None:
        """Take back an offer for which no keys were sent."""
        self._ask(lambda: self._end(offer))

    def close(self) -> None:
        """Give back the old contents, hand them to a clipboard manager if there is one, and end."""
        self._is_closing = True
        self._pump.wake()
        self._thread.join(QUIET + FAREWELL + 0.5)

    def _ask(self, order: Callable[[], T]) -> T:
        answer: Future[T] = Future()

        def carry_out() -> None:
            try:
                answer.set_result(order())
            except (DeliveryError, *GONE) as error:
                answer.set_exception(error)
                if isinstance(error, GONE) and not isinstance(error, DeliveryError):
                    raise

        self._orders.put(carry_out)
        self._pump.wake()
        while True:
            with suppress(TimeoutError):
                return answer.result(0.2)
            if not self._thread.is_alive() and not answer.done():
                raise DeliveryError("The clipboard is closed, or the X server went away.")

    # On the thread

    def _listen(self) -> None:
        self._pump.on(X.SelectionRequest, self._owner.answer)
        self._pump.on(X.SelectionClear, self._owner.lose)
        self._pump.on(X.PropertyNotify, self._transfers.proceed)

    def _run(self) -> None:
        try:
            while not self._is_closing:
                self._pump.pump(self._patience())
                self._settle()
                with suppress(Empty):
                    self._orders.get_nowait()()
            self._leave()
        except GONE:
            pass  # whoever asks next is told; see _ask
        finally:
            self._connection.close()
            self._pump.close()
            if self._offer is not None:
                self._offer.taken.set()  # nothing more will come: whoever waits is to ask, and is told

    def _patience(self) -> float:
        """Seconds until something is due without an event."""
        if not self._orders.empty() or self._is_closing:
            return 0.0
        offer = self._offer
        if offer is None or offer.asked_at is None:
            return 60.0
        return max(0.01, offer.asked_at + QUIET - monotonic())

    def _settle(self) -> None:
        """Tell of a receipt once all of the text is over; give back once it is quiet."""
        offer = self._offer
        if offer is None or offer.asked_at is None:
            return
        last_piece = self._transfers.last_piece(offer.requestors)
        if last_piece is not None:  # a long text counts once its end has been fetched
            offer.asked_at = max(offer.asked_at, last_piece)
            return
        offer.taken.set()
        if monotonic() >= offer.asked_at + QUIET:
            self._end(offer)

    def _begin(self, text: str, clients: AbstractSet[int], selections: Sequence[int]) -> Offer:
        saved = self._lent()
        if saved is None:
            time = self._now()
            saved = {one: self._save(one, time) for one in selections} if self.restores else {}
        atom = self._connection.atom
        content = text_content(text, atom)
        is_saved = all(each.is_complete for each in saved.values())
        # From here on requests are judged, also those that come before the keys.
        self._offer = Offer(text_targets(content, atom), clients, is_saved)
        self._before = saved
        self._witness.expect(clients)
        time = self._now()
        for one in selections:
            if not self._owner.own(one, content, time):
                self._end(self._offer)
                raise NotOursError
        return self._offer

    def _lent(self) -> dict[int, Saved] | None:
        """Return what is still to be given back where the last text has just been taken; its offer ends.

        Its target may be reading still, so a moment is left to it; then one text may follow another
        without the old contents coming back between them.
        """
        old = self._offer
        if old is None:
            return None
        if old.asked_at is not None:
            self._pump.wait_until(lambda: self._is_read(old), QUIET + 1.0)
        is_all_ours = all(self._owner.content(one) is not None for one in self._selections)
        if self._offer is not old or old.asked_at is None or not is_all_ours:
            self._end(old)
            return None
        self._offer = None
        return self._before

    def _is_read(self, offer: Offer) -> bool:
        self._settle()
        pause = monotonic() - (offer.asked_at or 0.0)
        return self._offer is not offer or (offer.taken.is_set() and pause >= PACE)

    def _is_over(self) -> bool:
        self._settle()
        return self._offer is None

    def _is_late(self, requestor: int) -> bool:
        is_lent = self._offer is not None
        return is_lent and self._witness.is_late(self._connection.client_of(requestor))

    def _save(self, selection: int, time: int) -> Saved:
        held = self._owner.content(selection)
        if held is not None:
            return Saved(held, is_complete=True)
        return self._reader.read(selection, time, Bounds())

    def _keep(self) -> Saved:
        if self._offer is not None:
            self._end(self._offer)
        saved = self._save(self._selections[0], self._now())
        self._hold(saved)
        return saved

    def _hold(self, saved: Saved) -> None:
        is_ours = self._owner.own(self._selections[0], saved.content, self._now())
        if is_ours and not saved.content:
            self._owner.give_up(self._selections[0])  # nothing was in it

    def _judge(self, offer: Offer) -> Verdict:
        if offer.asked_at is not None:
            return Verdict.TAKEN  # a long text may still be on its way; the rest of it is served as ever
        still_there = self._owner.content(self._selections[0]) is not None
        self._before.clear()
        self._offer = None
        if offer.sent_at is not None:
            self._witness.miss(offer.clients)
        if offer.by_somebody:
            return Verdict.SOMEBODY
        return Verdict.NOBODY if still_there else Verdict.LOST

    def _end(self, offer: Offer) -> None:
        """Give both selections back."""
        if self._offer is not offer:
            return
        self._offer = None
        before, self._before = self._before, {}
        time = self._now() if before else X.CurrentTime
        for selection, saved in before.items():
            if self._owner.content(selection) is None:
                continue  # the user has copied something else meanwhile
            if not saved.content:
                self._owner.give_up(selection)
            else:
                self._owner.own(selection, saved.content, time)
        self._restored_at = monotonic()

    def _leave(self) -> None:
        """Give back what is lent, and let a clipboard manager keep what would go with us."""
        offer = self._offer
        if offer is not None and (offer.asked_at is not None or offer.sent_at is None):
            if offer.asked_at is not None:
                self._pump.wait_until(self._is_over, QUIET)
            self._end(offer)
        atom = self._connection.atom
        manager = self._connection.display.get_selection_owner(atom("CLIPBOARD_MANAGER"))
        content = self._owner.content(self._selections[0])
        if content and manager != X.NONE:
            targets = atom("ASSISTANT_TARGETS")
            self._window.change_property(targets, atom("ATOM"), 32, list(content))
            self._reader.hand_over(atom("CLIPBOARD_MANAGER"), targets, self._now(), FAREWELL)

    def _note(self, asked: Asked) -> None:
        client = self._connection.client_of(asked.requestor)
        if self._offer is not None:
            if self._witness.judge(self._offer, asked.target, client):
                self._offer.requestors.add(asked.requestor)
        elif monotonic() - self._restored_at < SUSPICIOUS and self._is_content(asked):
            self._witness.suspect(client)

    def _is_content(self, asked: Asked) -> bool:
        return asked.target in (self._owner.content(asked.selection) or {})
