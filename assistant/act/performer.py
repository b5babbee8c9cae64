"""Action -> Outcome: the thin hand that does what was planned."""

from typing import assert_never

from assistant.act.caution import Caution
from assistant.act.commands.carrier import Carrier
from assistant.act.ports import Desktop, Tools
from assistant.errors import DeliveryError
from assistant.values.action import (
    Action,
    AskFirst,
    DoNothing,
    Execute,
    InsertText,
    KeepText,
    OfferCorrection,
    Outcome,
    PickCorrection,
    RememberCorrection,
    Result,
    TakeBack,
    Window,
)
from assistant.values.settings import ActSettings

NOTHING_REMEMBERED = "Nothing is remembered here that could be taken back."
"""Who remembers is act/repair; a performer alone types and forgets."""


class Performer:
    """Carries out actions on a desktop."""

    def __init__(
        self, desktop: Desktop, settings: ActSettings | None = None, tools: Tools | None = None
    ) -> None:
        """Act on `desktop`, with the caution that `settings` (None: the defaults) ask for."""
        self._desktop = desktop
        self._carrier = Carrier(tools or Tools())
        self._caution = Caution(settings or ActSettings())

    def perform(self, action: Action) -> Outcome:
        """Do it, and say truthfully what became of it."""
        match action:
            case InsertText():
                return self._insert(action)
            case KeepText(_, why):
                return Outcome(Result.KEPT, why)
            case DoNothing(why):
                return Outcome(Result.NOTHING, why)
            case Execute():
                return self._carrier.carry(action)
            case AskFirst():
                return Outcome(Result.ASKED)
            case TakeBack() | OfferCorrection() | PickCorrection() | RememberCorrection():
                return Outcome(Result.UNTOUCHED, NOTHING_REMEMBERED)
            case _:
                assert_never(action)

    def target(self, action: InsertText) -> Window | None:
        """Return the window that a text would go into."""
        return action.window or self._desktop.active_window()

    def _insert(self, action: InsertText) -> Outcome:
        target = self.target(action)
        objection = self._caution.objection(action, target)
        if objection is not None:
            return Outcome(Result.KEPT, objection, window=target)
        try:
            return self._desktop.insert(action.text, target, action.method)
        except DeliveryError as error:
            return Outcome(Result.FAILED, str(error), window=target)
