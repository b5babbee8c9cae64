"""Action -> Outcome: the thin hand that does what was planned."""

from typing import assert_never

from assistant.act.ports import Desktop
from assistant.errors import DeliveryError
from assistant.values.action import Action, DoNothing, InsertText, KeepText, Outcome, Result


class Performer:
    """Carries out actions on a desktop."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def perform(self, action: Action) -> Outcome:
        """Do it, and say truthfully what became of it."""
        match action:
            case InsertText(text, window):
                try:
                    return self._desktop.insert(text, window)
                except DeliveryError as error:
                    return Outcome(Result.FAILED, str(error), window=window)
            case KeepText(_, why):
                return Outcome(Result.KEPT, why)
            case DoNothing(why):
                return Outcome(Result.NOTHING, why)
            case _:
                assert_never(action)
