"""What is not typed without being asked for: lines that a terminal would run, windows the user ruled out."""

from assistant.values.action import InsertText, Window
from assistant.values.settings import ActSettings

SEVERAL_LINES = (
    "This text has several lines, and a terminal may run each of them. It is kept: "
    "look at it, then choose “Type the last text”."
)
RULED_OUT = "Nothing is ever typed into {app}, as your settings say. The text is kept."


class Caution:
    """Says why a text had better be kept."""

    def __init__(self, settings: ActSettings) -> None:
        self._asks = settings.terminal_lines == "ask"
        self._ruled_out = frozenset(app.casefold() for app in settings.never_paste)

    def objection(self, action: InsertText, target: Window | None) -> str | None:
        """Return one sentence for the user where `action` is not to be done to `target` now.

        Nobody can see from outside whether a terminal's program takes a paste as one piece (bracketed
        paste) or line by line, and a line break then runs what was said. A last line break does not
        count: it is taken off for terminals anyway.
        """
        if target is None:
            return None
        if target.app.casefold() in self._ruled_out:
            return RULED_OUT.format(app=target.app)
        is_asked = self._asks and target.is_terminal and not action.is_confirmed
        return SEVERAL_LINES if is_asked and "\n" in action.text.rstrip("\r\n") else None
