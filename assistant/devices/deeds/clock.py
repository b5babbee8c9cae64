"""What time and what day it is: said, or written where the user is writing."""

from collections.abc import Callable
from datetime import datetime

from assistant.act.ports import Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin


class Clock:
    """Implements act.ports.BuiltinExecutor for time and date."""

    names = frozenset({"clock.time", "clock.date", "text.time", "text.date"})

    def __init__(self, desktop: Desktop, now: Callable[[], datetime] = datetime.now) -> None:
        self._desktop = desktop
        self._now = now

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:
        """Answer, or type."""
        now = self._now()
        match deed.name:
            case "clock.time":
                return Outcome(Result.DONE, f"It is {now:%H:%M}.", "clock")
            case "clock.date":
                return Outcome(Result.DONE, f"Today is {now:%A}, {now:%Y-%m-%d}.", "clock")
            case "text.time":
                return self._desktop.insert(f"{now:%H:%M}", window)
            case _:
                return self._desktop.insert(f"{now:%Y-%m-%d}", window)
