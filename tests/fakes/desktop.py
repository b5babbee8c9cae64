"""A desktop that remembers what it was given."""

from collections.abc import Sequence
from threading import Event, Lock

from assistant.errors import DeliveryError
from assistant.values.action import Method, Outcome, Result, Window


class RecordingDesktop:
    """Takes every text at once; `results` changes what it answers, one for each insert."""

    def __init__(self, window: Window | None = None, results: Sequence[Result | DeliveryError] = ()) -> None:
        self.window = window
        """The one that has the focus; None takes text meant for any."""
        self.hold: Event | None = None
        """While this is there and not set, an insert hangs."""
        self.results = list(results)
        self.texts: list[str] = []
        self.windows: list[Window | None] = []
        """Where each text was meant to go."""
        self.is_closed = False
        self._lock = Lock()

    @property
    def name(self) -> str:
        return "recording"

    def active_window(self) -> Window | None:
        return self.window

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:
        if self.hold is not None:
            self.hold.wait(30)
        with self._lock:
            if self.is_closed:
                raise DeliveryError("The desktop has been closed.")
            if not text:
                return Outcome(Result.NOTHING, window=window)
            if window is not None and self.window is not None and window.handle != self.window.handle:
                return Outcome(Result.WRONG_WINDOW, "The focus has moved.", window=window)
            result = self.results.pop(0) if self.results else Result.DELIVERED
            if isinstance(result, DeliveryError):
                raise result
            if result in {Result.DELIVERED, Result.UNCONFIRMED}:
                self.texts.append(text)
                self.windows.append(window)
            return Outcome(result, method="record", window=window)

    def close(self) -> None:
        self.is_closed = True
        if self.hold is not None:
            self.hold.set()
