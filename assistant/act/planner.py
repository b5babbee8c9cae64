"""Intent -> Action. Pure: it looks at nothing and does nothing."""

from typing import assert_never

from assistant.values.action import Action, DoNothing, InsertText, KeepText, Window
from assistant.values.intent import Dictate, Intent, Nothing
from assistant.values.settings import ActSettings


class Planner:
    """Decides what is to be done about an intent."""

    def __init__(self, settings: ActSettings) -> None:
        self._follow_focus = settings.follow_focus

    def plan(self, intent: Intent, window: Window | None) -> Action:
        """Return the action for `intent`, meant for the `window` that had the focus at key-down."""
        match intent:
            case Dictate(text):
                return InsertText(text, None if self._follow_focus else window)
            case Nothing(why, text) if text:
                return KeepText(text, why)
            case Nothing(why):
                return DoNothing(why)
            case _:
                assert_never(intent)
