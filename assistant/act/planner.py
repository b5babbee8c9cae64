"""Intent -> Action. Pure: it looks at nothing and does nothing."""

from collections.abc import Callable
from typing import assert_never

from assistant.act.commands.steps import question, step
from assistant.errors import UnsafeSlotError
from assistant.values.action import (
    NO_LANGUAGE_MODEL,
    Action,
    AskFirst,
    Consult,
    DoNothing,
    Execute,
    InsertText,
    KeepText,
    OfferCorrection,
    Step,
    TakeBack,
    Window,
)
from assistant.values.commands.deed import Builtin
from assistant.values.commands.definition import CONFIRMED, Definition
from assistant.values.intent import Ask, Command, Commands, Confirm, Dictate, Intent, Nothing, Suggest, Why
from assistant.values.settings import ActSettings

_REPAIRS: dict[str, Action] = {"text.scratch": TakeBack(), "text.correct": OfferCorrection()}
"""Built-in deeds about the texts that were typed: whoever keeps account of those does them."""


class Planner:
    """Decides what is to be done about an intent."""

    def __init__(
        self,
        settings: ActSettings,
        find: Callable[[str], Definition | None] = lambda _name: None,
        *,
        consults: bool = False,
    ) -> None:
        """Plan with `settings`; `find` looks a command up, `consults` says whether a model is asked."""
        self.fit(settings, consults=consults)
        self._find = find

    def fit(self, settings: ActSettings, *, consults: bool) -> None:
        """Plan as other settings say."""
        self._follow_focus = settings.follow_focus
        self._consults = consults

    def plan(  # noqa: PLR0911 - one arm for each member of the union
        self, intent: Intent, window: Window | None
    ) -> Action:
        """Return the action for `intent`, meant for the `window` that had the focus at key-down."""
        match intent:
            case Dictate(text):
                return InsertText(text, None if self._follow_focus else window)
            case Nothing(why, text) if text:
                return KeepText(text, why)
            case Nothing(why):
                return DoNothing(why)
            case Command():
                return self._execute((intent,), window)
            case Commands(parts):
                return self._execute(parts, window)
            case Confirm(command):
                return self._ask(command)
            case Suggest(said):
                return KeepText(said, Why.NO_COMMAND)
            case Ask(prompt, is_edit, may_act) if self._consults:
                return Consult(prompt, is_edit, may_act, window)
            case Ask(prompt):
                return KeepText(prompt, NO_LANGUAGE_MODEL)
            case _:
                assert_never(intent)

    def _execute(self, commands: tuple[Command, ...], window: Window | None) -> Action:
        try:
            steps = tuple(self._step(command) for command in commands)
        except UnsafeSlotError as error:
            return DoNothing(str(error))
        if len(steps) == 1 and isinstance(steps[0].deed, Builtin) and steps[0].deed.name in _REPAIRS:
            return _REPAIRS[steps[0].deed.name]
        # The router asks first; this is the second lock on the same door.
        if any(each.danger >= CONFIRMED for each in steps) and not all(one.is_confirmed for one in commands):
            return AskFirst(steps, question(steps))
        return Execute(steps, None if self._follow_focus else window)

    def _ask(self, command: Command) -> Action:
        try:
            steps = (self._step(command),)
        except UnsafeSlotError as error:
            return DoNothing(str(error))
        return AskFirst(steps, question(steps))

    def _step(self, command: Command) -> Step:
        definition = self._find(command.name)
        if definition is None:
            raise UnsafeSlotError(f"The command {command.name} is gone; its pack was changed.")
        return step(command, definition)
