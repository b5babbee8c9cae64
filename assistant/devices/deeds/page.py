"""Finds words in whatever shows text: opens the program's own search, and types them there."""

from time import sleep

from assistant.act.ports import Desktop, Executor
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin, PressKeys

OPENING = 0.35
"""Seconds that a search field gets to show and take the keyboard."""
ELSEWHERE = "Another program has the keyboard by now, so nothing was searched for."


class PageFinder:
    """Implements act.ports.BuiltinExecutor for finding on a page: Ctrl+F, as programs have agreed upon."""

    names = frozenset({"page.find"})

    def __init__(self, desktop: Desktop, keys: Executor[PressKeys]) -> None:
        self._desktop = desktop
        self._keys = keys

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:
        """Open the search and type the words; the program shows the first place by itself."""
        target = window or self._desktop.active_window()
        opened = self._keys.execute(PressKeys(("ctrl+f",)), target)
        if opened.result not in {Result.DONE, Result.UNCONFIRMED}:
            return opened
        sleep(OPENING)
        field = self._desktop.active_window()  # some programs search in a window of its own
        if target is not None and (field is None or field.app != target.app):
            return Outcome(Result.WRONG_WINDOW, ELSEWHERE, "keys", window=target)
        return self._desktop.insert(str(deed.value("sought")), field)
