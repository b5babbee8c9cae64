"""The values of `{date}`, `{time}`, `{weekday}` and `{clipboard}` at the moment they are asked for."""

from collections.abc import Callable
from datetime import datetime


class Variables:
    """Gives the value of a variable; looks at the clipboard only when it is asked for."""

    def __init__(self, clipboard: Callable[[], str | None] = lambda: None) -> None:
        self._clipboard = clipboard

    def __call__(self, name: str) -> str | None:
        """Return the value; None for a name that is no variable."""
        now = datetime.now().astimezone()
        match name:
            case "date":
                return now.date().isoformat()
            case "time":
                return now.strftime("%H:%M")
            case "weekday":
                return now.strftime("%A")
            case "clipboard":
                return self._clipboard() or ""
            case _:
                return None
