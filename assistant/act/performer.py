"""Action -> Outcome: the thin hand that does what was planned."""

from dataclasses import replace
from typing import assert_never

from assistant.act.caution import Caution
from assistant.act.commands.carrier import Carrier
from assistant.act.ports import Adjustable, Desktop, Tools
from assistant.errors import DeliveryError
from assistant.values.action import (
    Action,
    AskFirst,
    Consult,
    DoNothing,
    Execute,
    InsertText,
    KeepText,
    OfferCorrection,
    Outcome,
    PickCorrection,
    RememberCorrection,
    ReplaceSelection,
    Result,
    TakeBack,
    Window,
)
from assistant.values.commands.deed import TypeText
from assistant.values.settings import ActSettings

NO_SELECTION = "What is selected can't be replaced on this desktop."
"""Where it can be, the engine's hands do it."""
NOTHING_REMEMBERED = "Nothing is remembered here that could be taken back."
"""Who remembers is act/repair; a performer alone types and forgets."""


class Performer:
    """Carries out actions on a desktop."""

    def __init__(
        self, desktop: Desktop, settings: ActSettings | None = None, tools: Tools | None = None
    ) -> None:
        """Act on `desktop`, with the caution that `settings` (None: the defaults) ask for."""
        self._desktop = desktop
        self._is_carrying = False
        tools = tools or Tools()
        # Commands that type go the way of dictation, through the same caution.
        self._carrier = Carrier(tools if tools.text is not None else replace(tools, text=_OwnText(self)))
        self._caution = Caution(settings or ActSettings())

    def fit(self, settings: ActSettings) -> None:
        """Act with another caution."""
        self._caution = Caution(settings)
        if isinstance(self._desktop, Adjustable):
            self._desktop.fit(settings)

    def perform(self, action: Action) -> Outcome:  # noqa: PLR0911 - one arm for each member of the union
        """Do it, and say truthfully what became of it."""
        match action:
            case InsertText():
                outcome = self._insert(action)
                if outcome.is_delivered and not self._is_carrying:
                    self._carrier.typed()
                return outcome
            case KeepText(_, why):
                return Outcome(Result.KEPT, why)
            case DoNothing(why):
                return Outcome(Result.NOTHING, why)
            case Execute():
                return self._carry(action)
            case AskFirst() | Consult():
                return Outcome(Result.ASKED)
            case ReplaceSelection():
                return Outcome(Result.UNTOUCHED, NO_SELECTION)
            case TakeBack() | OfferCorrection() | PickCorrection() | RememberCorrection():
                return Outcome(Result.UNTOUCHED, NOTHING_REMEMBERED)
            case _:
                assert_never(action)

    def _carry(self, action: Execute) -> Outcome:
        self._is_carrying = True
        try:
            return self._carrier.carry(action)
        finally:
            self._is_carrying = False

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


class _OwnText:
    """Implements act.ports.Executor for TypeText, where nobody keeps account of what is typed."""

    def __init__(self, performer: Performer) -> None:
        self._performer = performer

    def execute(self, deed: TypeText, window: Window | None) -> Outcome:
        """Put the text at the caret."""
        return self._performer.perform(InsertText(deed.text, window, is_confirmed=True))
