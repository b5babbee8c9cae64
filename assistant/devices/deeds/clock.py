"""What time and what day it is: told, or written where the user is writing."""

from collections.abc import Callable
from datetime import datetime

from assistant.act.ports import Executor
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin, TypeText

WEEKDAYS = "一二三四五六日"


class Clock:
    """Implements act.ports.BuiltinExecutor for time and date."""

    names = frozenset({"clock.time", "clock.date", "text.time", "text.date"})

    def __init__(self, text: Executor[TypeText], now: Callable[[], datetime] = datetime.now) -> None:
        """Write by `text`, so that what was written can be taken back."""
        self._text = text
        self._now = now

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:
        """Answer in the language of the question, or type."""
        now, is_chinese = self._now(), deed.language == "zh"
        day = f"{now:%Y-%m-%d}"
        match deed.name:
            case "clock.time":
                told = f"现在 {now:%H:%M}。" if is_chinese else f"It is {now:%H:%M}."
                return Outcome(Result.DONE, told, "clock")
            case "clock.date":
                chinese = f"今天是 {day}，星期{WEEKDAYS[now.weekday()]}。"
                told = chinese if is_chinese else f"Today is {now:%A}, {day}."
                return Outcome(Result.DONE, told, "clock")
            case "text.time":
                return self._text.execute(TypeText(f"{now:%H:%M}"), window)
            case _:
                return self._text.execute(TypeText(day), window)
