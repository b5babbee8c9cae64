"""The user's desktop on compositors made with wlroots (sway, Hyprland, labwc, river...), without helpers."""

from dataclasses import dataclass
from threading import RLock
from time import monotonic, sleep

from assistant.devices.desktop.target.methods import best_method
from assistant.devices.desktop.target.sentences import (
    MOVED,
    NOT_SAVED,
    NOT_TAKEN,
    TAKEN_OVER,
    UNFOCUSED,
)
from assistant.devices.desktop.target.terminals import without_control
from assistant.devices.desktop.target.turns import Turns
from assistant.devices.desktop.wayland.clipboard import (
    CLIPBOARD,
    PRIMARY,
    SUSPICIOUS,
    DataControl,
    Saved,
    Source,
    text_content,
)
from assistant.devices.desktop.wayland.connection import LOST, Connection
from assistant.devices.desktop.wayland.keyboard import SEAT_EVENTS, VirtualKeyboard, ignore
from assistant.devices.desktop.wayland.toplevels import Toplevels
from assistant.errors import DeliveryError, NoDesktopError
from assistant.values.action import Method, Outcome, Result, Window
from assistant.values.settings import ActSettings

PATIENCE = 1.5
"""Seconds until a target that has not asked is taken not to want the text."""
QUIET = 0.3
"""Seconds after the last request until the old contents come back."""
PACE = 0.1
"""Seconds after the last request until the next text may take the place of this one."""
WATCHERS = 0.03
"""Seconds that clipboard histories have to look at a new text before the keys are sent; once there is known
to be one, it is waited for."""


@dataclass(slots=True)
class _Loan:
    """Both selections, lent to one text."""

    sources: dict[int, Source]
    before: dict[int, Saved]

    @property
    def taken(self) -> Source | None:
        """The selection through which the target took the text."""
        return next((one for one in self.sources.values() if one.taken.is_set()), None)

    @property
    def pause(self) -> float:
        """Seconds since anybody asked for the text after the keys."""
        return monotonic() - max((one.asked_at or 0.0) for one in self.sources.values())


class WlrootsDesktop:
    """Implements act.ports.Desktop. Its methods may be called from any thread."""

    def __init__(self, settings: ActSettings, display: str | None = None) -> None:
        """Connect to `display`, or to WAYLAND_DISPLAY. Raises NoDesktopError."""
        self._restores = settings.restore_clipboard
        self._turns = Turns()
        self._loan: _Loan | None = None
        self._lending = RLock()  # the connection's thread gives back what another one has lent
        self._connection = Connection(display)
        try:
            seat = self._connection.bind("wl_seat", 1, SEAT_EVENTS, ignore)
            if seat is None:
                raise NoDesktopError("This compositor has no seat, and so no keyboard.")
            self._keyboard = VirtualKeyboard(self._connection, seat)
            self._clipboard = DataControl(self._connection, seat)
            self._windows = Toplevels(self._connection)
            self._connection.roundtrip()
            self._connection.roundtrip()  # windows told of in the first one introduce themselves
        except DeliveryError:
            self._connection.close()
            raise

    def fit(self, settings: ActSettings) -> None:
        """Give the clipboard back, or not, from the next text on."""
        self._restores = settings.restore_clipboard

    @property
    def name(self) -> str:
        """Which desktop it is, for people."""
        return "Wayland (wlroots)"

    def active_window(self) -> Window | None:
        """Return the window that has the keyboard; None also where the compositor does not tell."""
        return self._windows.active()

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:
        """Put `text` at the caret exactly once. Raises DeliveryError where the compositor is gone."""
        return self._turns.take(lambda: self._insert(text, window, method))

    def close(self) -> None:
        """Give back the clipboard and hang up. May be called twice."""
        self._turns.end(self._leave)

    def _leave(self) -> None:
        loan = self._loan
        if loan is not None and not self._connection.is_dead:
            if loan.taken:
                sleep(max(0.0, QUIET - loan.pause))
            self._give_back(loan)
        self._connection.close()

    def _insert(self, text: str, window: Window | None, wanted: Method) -> Outcome:
        if self._connection.is_dead:
            raise DeliveryError(LOST)
        target = window or self.active_window()
        if not self._has_keyboard(target):
            return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
        text = without_control(text) if target is not None and target.is_terminal else text
        if not text:
            return Outcome(Result.NOTHING, window=target)
        loan = self._lend(text)
        if target is None and self._windows.can_tell:
            self._loan = None
            return Outcome(Result.ON_CLIPBOARD, UNFOCUSED, "clipboard")
        loan.sources[CLIPBOARD].looked.wait(SUSPICIOUS if self._clipboard.is_watched else WATCHERS)
        if not self._has_keyboard(target):
            self._give_back(loan)
            return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
        method = best_method(target, wanted, _default(target))
        now = monotonic()
        for source in loan.sources.values():
            source.counts_from = now
        self._keyboard.paste(_default(target) if method is Method.KEYS else method)
        return self._outcome(loan, target)

    def _outcome(self, loan: _Loan, target: Window | None) -> Outcome:
        deadline = monotonic() + PATIENCE
        while loan.taken is None and monotonic() < deadline and not self._connection.is_dead:
            next(iter(loan.sources.values())).taken.wait(0.01)
        if self._connection.is_dead:
            raise DeliveryError(LOST)
        if loan.taken is not None:
            self._connection.after(QUIET, lambda: self._settle(loan))
            is_saved = all(each.is_complete for each in loan.before.values())
            return Outcome(Result.DELIVERED, "" if is_saved else NOT_SAVED, "clipboard", window=target)
        self._loan = None  # the clipboard is now the place to find it
        if loan.sources[CLIPBOARD].is_ours:
            return Outcome(Result.ON_CLIPBOARD, NOT_TAKEN, "clipboard", window=target)
        return Outcome(Result.FAILED, TAKEN_OVER, "clipboard", window=target)

    def _has_keyboard(self, target: Window | None) -> bool:
        if target is None or not self._windows.can_tell:
            return True
        active = self.active_window()
        return active is not None and active.handle == target.handle

    def _lend(self, text: str) -> _Loan:
        """Save what is there, unless the last text is still on loan, and offer `text`."""
        places = (CLIPBOARD, PRIMARY) if self._clipboard.has_primary else (CLIPBOARD,)
        with self._lending:
            old, self._loan = self._loan, None
        if old is not None and all(one.is_ours for one in old.sources.values()):
            sleep(max(0.0, PACE - old.pause))
            before = old.before
        elif self._restores:
            self._connection.roundtrip()
            before = {which: self._clipboard.save(which) for which in places}
        else:
            before = {}
        content = text_content(text)
        loan = _Loan({which: self._clipboard.put(content, which) for which in places}, before)
        self._connection.roundtrip()
        self._loan = loan
        return loan

    def _settle(self, loan: _Loan) -> None:
        """Give back once nobody has asked for a while; on the connection's thread."""
        if self._loan is not loan:
            return
        left = QUIET - loan.pause
        if left > 0:
            self._connection.after(left, lambda: self._settle(loan))
        else:
            self._give_back(loan)

    def _give_back(self, loan: _Loan) -> None:
        with self._lending:
            if self._loan is not loan:
                return
            self._loan = None
        for which, saved in loan.before.items():
            if not loan.sources[which].is_ours:
                continue  # the user has copied something else meanwhile
            if saved.content:
                self._clipboard.put(saved.content, which)
            else:
                self._clipboard.clear(which)


def _default(target: Window | None) -> Method:
    """Return the chord that pastes: on Wayland GTK does not know Shift+Insert, all terminals know theirs."""
    return Method.CTRL_SHIFT_V if target is not None and target.is_terminal else Method.CTRL_V
