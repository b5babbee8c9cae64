"""The user's desktop on X11: text is offered on the clipboard, and its taking is the receipt."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from threading import RLock
from time import monotonic

from Xlib import X

from assistant.devices.desktop.target.methods import best_method
from assistant.devices.desktop.target.sentences import (
    CLOSED,
    MOVED,
    NOT_SAVED,
    NOT_TAKEN,
    TAKEN_OVER,
    UNFOCUSED,
)
from assistant.devices.desktop.target.terminals import without_control
from assistant.devices.desktop.x11.connection import GONE, Connection
from assistant.devices.desktop.x11.keyboard.echoes import Echoes
from assistant.devices.desktop.x11.keyboard.keys import Keyboard
from assistant.devices.desktop.x11.selection.clipboard import Clipboard
from assistant.devices.desktop.x11.selection.receipts import NotOursError, Offer, Verdict
from assistant.devices.desktop.x11.windows import WindowFinder
from assistant.errors import DeliveryError
from assistant.values.action import Method, Outcome, Result, Window
from assistant.values.settings import ActSettings

PATIENCE = 1.5
"""Seconds until a target that has not asked is taken not to want the text."""
TYPABLE = 2000
"""Characters that are typed key by key at most."""

SOMEBODY = "Another program than the window's own took the text; it is on the clipboard too."
REFUSED = "Another program does not let go of the clipboard, and this text cannot be typed key by key."
TYPED = "Another program does not let go of the clipboard, so the text was typed key by key."
IN_TERMINAL = "What is selected in a terminal can't be replaced; the new text is kept."
LOST = "The X server went away; the text was not delivered."


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that hangs on a living X server."""

    connection: Connection
    windows: WindowFinder
    keyboard: Keyboard
    clipboard: Clipboard

    def is_on_offer(self, selections: tuple[str, ...]) -> bool:
        """Return whether a paste would bring our text: these selections are ours."""
        owner = self.connection.display.get_selection_owner
        owners = (owner(self.connection.atom(name)) for name in selections)
        return all(each != X.NONE and each.id == self.clipboard.window for each in owners)


class X11Desktop:
    """Implements act.ports.Desktop. Its methods may be called from any thread."""

    def __init__(self, settings: ActSettings, display: str | None = None) -> None:
        """Connect to `display`, or to DISPLAY. Raises NoDesktopError."""
        self._restores = settings.restore_clipboard
        self._display = display
        self._wire = RLock()  # python-xlib loses replies where two threads use one connection
        self._turn = RLock()  # one text is delivered at a time
        self._is_closed = False
        self.echoes = Echoes()
        """The keys that this desktop presses."""
        self._session: Session | None = self._connect()

    def fit(self, settings: ActSettings) -> None:
        """Give the clipboard back, or not, from the next text on."""
        with self._turn:
            self._restores = settings.restore_clipboard
            if self._session is not None:
                self._session.clipboard.restores = self._restores

    @property
    def name(self) -> str:
        """Which desktop it is, for people."""
        return "X11"

    @property
    def display(self) -> str | None:
        """The display it was made for; None for DISPLAY."""
        return self._display

    def active_window(self) -> Window | None:
        """Return the window that has the keyboard; None also where the server is gone."""
        try:
            with self._wire:
                return self._open().windows.active()
        except (DeliveryError, *GONE):
            return None

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:
        """Put `text` at the caret exactly once. Raises DeliveryError where the X server is gone."""
        return self._delivered(lambda: self._insert(text, window, method))

    def replace(self, text: str, window: Window | None) -> Outcome:
        """Put `text` in the place of what is selected, exactly once, as `insert` does.

        PRIMARY is not touched, and the paste is Ctrl+V: whatever else could not be taken for a paste over
        the selection. Raises DeliveryError where the X server is gone.
        """
        return self._delivered(lambda: self._replace(text, window))

    def _delivered(self, deliver: Callable[[], Outcome]) -> Outcome:
        started = monotonic()
        with self._turn:
            try:
                outcome = deliver()
            except DeliveryError:
                self._forget()
                raise
            except GONE as error:
                self._forget()
                raise DeliveryError(LOST) from error
        return replace(outcome, seconds=monotonic() - started)

    @contextmanager
    def acting(self) -> Iterator[Session]:
        """Lend what hangs on the X server to one thread. Raises DeliveryError where the server is gone."""
        with self._turn, self._wire:
            try:
                yield self._open()
            except DeliveryError:
                self._forget()
                raise
            except GONE as error:
                self._forget()
                raise DeliveryError(LOST) from error

    def close(self) -> None:
        """Give back the clipboard and hang up. May be called twice."""
        self._is_closed = True
        # A delivery under way has its say first, but not all of its patience.
        has_turn = self._turn.acquire(timeout=0.5)
        try:
            self._forget()
        finally:
            if has_turn:
                self._turn.release()

    def _insert(self, text: str, window: Window | None, wanted: Method) -> Outcome:
        with self._wire:
            session = self._open()
            target = window or session.windows.active()
            if target is not None and not session.windows.has_keyboard(target):
                return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
            clients = session.windows.clients(target) if target is not None else frozenset[int]()
        text = _for_target(text, target)
        if not text:
            return Outcome(Result.NOTHING, window=target)
        method = best_method(target, wanted, Method.SHIFT_INSERT)
        if method is Method.KEYS and (typed := self._type(session, text, target)) is not None:
            return typed
        method = Method.SHIFT_INSERT if method is Method.KEYS else method
        try:
            offer = session.clipboard.offer(text, clients)
            if target is None:
                session.clipboard.conclude(offer)
                return Outcome(Result.ON_CLIPBOARD, UNFOCUSED, "clipboard")
            return self._paste(session, offer, target, method)
        except NotOursError:
            typed = self._type(session, text, target)
            return replace(typed, message=TYPED) if typed else Outcome(Result.FAILED, REFUSED, window=target)

    def _replace(self, text: str, window: Window | None) -> Outcome:
        with self._wire:
            session = self._open()
            target = window or session.windows.active()
            if target is None or not session.windows.has_keyboard(target):
                return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
            clients = session.windows.clients(target)
        if target.is_terminal:
            return Outcome(Result.UNTOUCHED, IN_TERMINAL, window=target)
        try:
            offer = session.clipboard.offer(text, clients, is_for_selected=True)
            return self._paste(session, offer, target, Method.CTRL_V)
        except NotOursError:
            return Outcome(Result.FAILED, REFUSED, window=target)

    def _paste(self, session: Session, offer: Offer, target: Window, method: Method) -> Outcome:
        selections = ("CLIPBOARD",) if method is Method.CTRL_V else ("CLIPBOARD", "PRIMARY")
        with self._wire:
            session.keyboard.prepare()
            with session.connection.grabbed():  # the focus cannot move between the look and the keys
                is_there = session.windows.has_keyboard(target)
                is_ours = session.is_on_offer(selections)
                if is_there and is_ours:
                    offer.sent_at = monotonic()
                    session.keyboard.release_held()
                    session.keyboard.paste(method)
        if not is_there:
            session.clipboard.withdraw(offer)
            return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
        if not is_ours:  # a paste would bring somebody else's text
            session.clipboard.withdraw(offer)
            raise NotOursError
        offer.taken.wait(PATIENCE)
        result, message = _meaning(session.clipboard.conclude(offer), offer)
        return Outcome(result, message, "clipboard", window=target)

    def _type(self, session: Session, text: str, target: Window | None) -> Outcome | None:
        """Type key by key; None where the text is long, or this keyboard lacks one of its characters."""
        with self._wire:
            strokes = session.keyboard.strokes(text) if len(text) <= TYPABLE else None
            if strokes is None or target is None:
                return None
            with session.connection.grabbed():
                if not session.windows.has_keyboard(target):
                    return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
                session.keyboard.release_held()
                session.keyboard.type(strokes)
        return Outcome(Result.UNCONFIRMED, method="keys", window=target)

    def _open(self) -> Session:
        """Return the session; connect again where the server came back."""
        if self._is_closed:
            raise DeliveryError(CLOSED)
        if self._session is None:
            self._session = self._connect()
        return self._session

    def _connect(self) -> Session:
        connection = Connection(self._display)
        keyboard = Keyboard(connection, self.echoes)
        clipboard = Clipboard(self._display, restores=self._restores)
        return Session(connection, WindowFinder(connection), keyboard, clipboard)

    def _forget(self) -> None:
        session, self._session = self._session, None
        if session is None:
            return
        session.clipboard.close()
        with self._wire:
            with suppress(*GONE):
                session.keyboard.close()
            session.connection.close()


def _for_target(text: str, target: Window | None) -> str:
    """Return `text` as the target may have it."""
    return without_control(text) if target is not None and target.is_terminal else text


def _meaning(verdict: Verdict, offer: Offer) -> tuple[Result, str]:
    """Return what a verdict is for the user."""
    match verdict:
        case Verdict.TAKEN:
            return Result.DELIVERED, "" if offer.is_saved else NOT_SAVED
        case Verdict.SOMEBODY:
            return Result.UNCONFIRMED, SOMEBODY
        case Verdict.NOBODY:
            return Result.ON_CLIPBOARD, NOT_TAKEN
        case Verdict.LOST:
            return Result.FAILED, TAKEN_OVER
