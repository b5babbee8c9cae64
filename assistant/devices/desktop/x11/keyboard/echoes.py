"""Remembers the keys we press ourselves, so that the hotkey's watcher does not take them for the user's."""

from collections import deque
from threading import Lock
from time import monotonic

LIFETIME = 1.0
"""Seconds after which a key event that never showed up is no longer waited for."""


class Echoes:
    """Key events we have caused and not seen yet. Thread-safe: one thread types, another watches."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._expected: deque[tuple[int, bool, float]] = deque()
        self._typed_at = 0.0
        self.is_watched = False
        """Whether somebody watches the keys, so that `has_typed_since` knows."""

    def expect(self, code: int, *, is_press: bool) -> None:
        """Tell before the event is caused."""
        with self._lock:
            self._expected.append((code, is_press, monotonic() + LIFETIME))

    def take(self, code: int, *, is_press: bool) -> bool:
        """Return whether this event is ours; each is so only once."""
        with self._lock:
            now = monotonic()
            while self._expected and self._expected[0][2] < now:
                self._expected.popleft()
            for index, (expected, kind, _) in enumerate(self._expected):
                if (expected, kind) == (code, is_press):
                    del self._expected[index]
                    return True
        return False

    def note_typing(self, when: float) -> None:
        """Tell that the user typed or clicked at `when` (time.monotonic), hotkeys and modifiers apart."""
        self._typed_at = max(self._typed_at, when)

    def has_typed_since(self, when: float) -> bool:
        """Return whether the user typed or clicked after `when`, as far as anybody watched."""
        return self._typed_at > when
