"""The user's desktop on Windows: the clipboard with a receipt, or Unicode key events."""

from threading import Timer
from time import monotonic, sleep

from assistant.devices.desktop.target.methods import best_method
from assistant.devices.desktop.target.sentences import (
    MOVED,
    NOT_SAVED,
    NOT_TAKEN,
    TAKEN_OVER,
    UNFOCUSED,
)
from assistant.devices.desktop.target.terminals import is_terminal, without_control
from assistant.devices.desktop.target.turns import Turns
from assistant.devices.desktop.windows import strokes
from assistant.devices.desktop.windows.calls import Formats, WindowsCalls
from assistant.values.action import Method, Outcome, Result, Window
from assistant.values.settings import ActSettings

PATIENCE = 1.5
"""Seconds until a target that has not asked is taken not to want the text."""
QUIET = 0.3
"""Seconds after the last request until the old contents come back."""
STEP = 0.01

ELEVATED = (
    "This window belongs to a program that runs as administrator, and Windows lets no other program type "
    "into it. The text is kept; start the assistant as administrator too, or paste it there yourself."
)
BLOCKED = "Windows did not let the keys through. The text is kept."
CHORDS = {
    Method.CTRL_V: (strokes.LEFT_CONTROL, strokes.V),
    Method.CTRL_SHIFT_V: (strokes.LEFT_CONTROL, strokes.LEFT_SHIFT, strokes.V),
    Method.SHIFT_INSERT: (strokes.LEFT_SHIFT, strokes.INSERT),
}


class WindowsDesktop:
    """Implements act.ports.Desktop. Its methods may be called from any thread."""

    def __init__(self, settings: ActSettings, calls: WindowsCalls) -> None:
        self._restores = settings.restore_clipboard
        self._calls = calls
        self._turns = Turns()
        self._before: Formats | None = None
        self._timer: Timer | None = None

    def fit(self, settings: ActSettings) -> None:
        """Give the clipboard back, or not, from the next text on."""
        self._restores = settings.restore_clipboard

    @property
    def name(self) -> str:
        """Which desktop it is, for people."""
        return "Windows"

    def active_window(self) -> Window | None:
        """Return the window that has the keyboard."""
        found = self._calls.foreground()
        if found is None:
            return None
        return Window(found.handle, found.program, found.title, is_terminal(found.program))

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:
        """Put `text` at the caret exactly once. Raises DeliveryError after `close`."""
        return self._turns.take(lambda: self._insert(text, window, method))

    def close(self) -> None:
        """Give back the clipboard. May be called twice."""
        self._turns.end(self._leave)

    def _leave(self) -> None:
        self._give_back()
        self._calls.close()

    def _insert(self, text: str, window: Window | None, wanted: Method) -> Outcome:
        found = self._calls.foreground()
        target = window or self.active_window()
        if target is not None and (found is None or found.handle != target.handle):
            return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
        text = without_control(text) if target is not None and target.is_terminal else text
        if not text:
            return Outcome(Result.NOTHING, window=target)
        if found is not None and found.is_above_us:
            return Outcome(Result.KEPT, ELEVATED, window=target)
        method = best_method(target, wanted, Method.CTRL_V)
        if method is not Method.KEYS and self._lend(text):
            return self._paste(target, method)
        return self._type(text, target)

    def _type(self, text: str, target: Window | None) -> Outcome:
        keys = [*strokes.releases(self._calls.held_modifiers()), *strokes.typing(text)]
        if not self._is_there(target) or target is None:
            return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
        if self._calls.send(keys) < len(keys):
            return Outcome(Result.FAILED, BLOCKED, "keys", window=target)
        return Outcome(Result.UNCONFIRMED, method="keys", window=target)

    def _paste(self, target: Window | None, method: Method) -> Outcome:
        if target is None:
            self._before = None  # the clipboard is now the place to find it
            return Outcome(Result.ON_CLIPBOARD, UNFOCUSED, "clipboard")
        asked = self._calls.times_asked()  # whoever has asked by now watches the clipboard
        if not self._is_there(target):
            self._give_back()
            return Outcome(Result.WRONG_WINDOW, MOVED, window=target)
        keys = [*strokes.releases(self._calls.held_modifiers()), *strokes.chord(*CHORDS[method])]
        if self._calls.send(keys) < len(keys):
            self._before = None
            return Outcome(Result.ON_CLIPBOARD, BLOCKED, "clipboard", window=target)
        deadline = monotonic() + PATIENCE
        while self._calls.times_asked() == asked and monotonic() < deadline:
            sleep(STEP)
        if self._calls.times_asked() > asked:
            self._begin_quiet()
            is_saved = self._before is not None or not self._restores
            return Outcome(Result.DELIVERED, "" if is_saved else NOT_SAVED, "clipboard", window=target)
        self._before = None
        if self._calls.is_ours():
            return Outcome(Result.ON_CLIPBOARD, NOT_TAKEN, "clipboard", window=target)
        return Outcome(Result.FAILED, TAKEN_OVER, "clipboard", window=target)

    def _is_there(self, target: Window | None) -> bool:
        found = self._calls.foreground()
        return target is None or (found is not None and found.handle == target.handle)

    def _lend(self, text: str) -> bool:
        """Save what the clipboard holds, unless the last text is still on loan, and offer `text`."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        before = self._before if self._before is not None and self._calls.is_ours() else None
        if before is None and self._restores:
            before = self._calls.clipboard()
        self._before = before
        return self._calls.offer(text)

    def _begin_quiet(self) -> None:
        self._timer = Timer(QUIET, self._after_quiet, [self._calls.times_asked()])
        self._timer.name = "give back"
        self._timer.daemon = True
        self._timer.start()

    def _after_quiet(self, asked: int) -> None:
        with self._turns.lock:
            if self._turns.is_over or self._timer is None:
                return
            if self._calls.times_asked() != asked:
                self._begin_quiet()
            else:
                self._timer = None
                self._give_back()

    def _give_back(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        before, self._before = self._before, None
        if before is not None and self._calls.is_ours():
            self._calls.put(before)
