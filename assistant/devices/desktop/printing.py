"""Where there is no desktop, text is shown instead of typed."""

from collections.abc import Callable

from assistant.errors import DeliveryError
from assistant.values.action import Method, Outcome, Result, Window


def _leave_it(_text: str) -> None:
    """Do nothing: whoever shows the events has shown the text."""


class PrintingDesktop:
    """Implements act.ports.Desktop with a callable that is handed each text."""

    def __init__(self, show: Callable[[str], object] = _leave_it) -> None:
        self._show = show
        self._is_closed = False

    @property
    def name(self) -> str:
        """Which desktop it is, for people."""
        return "no desktop (printing)"

    def active_window(self) -> Window | None:
        """Return None: there are no windows."""
        return None

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:  # noqa: ARG002 - the port's signature
        """Show `text`. Raises DeliveryError after `close`."""
        if self._is_closed:
            raise DeliveryError("The desktop has been closed.")
        if not text:
            return Outcome(Result.NOTHING, method="print", window=window)
        self._show(text)
        return Outcome(Result.DELIVERED, method="print", window=window)

    def close(self) -> None:
        """Show nothing more. May be called twice."""
        self._is_closed = True
