"""TypeText: what a command types goes the way of dictation."""

from assistant.act.ports import Desktop
from assistant.values.action import Outcome, Window
from assistant.values.commands.deed import TypeText


class DesktopText:
    """Implements act.ports.Executor for TypeText."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def execute(self, deed: TypeText, window: Window | None) -> Outcome:
        """Put the text at the caret."""
        return self._desktop.insert(deed.text, window)
