"""What a hook answered, done: shown, typed and run, each through the door that speech goes through."""

from collections.abc import Callable

from assistant.consult.cleaning import without_invisible
from assistant.engine.consult.rooms import Gate, Plan
from assistant.engine.ports import Observer
from assistant.engine.work import Order
from assistant.understand.safety import Origin
from assistant.values.action import Execute, InsertText, Window
from assistant.values.commands.definition import Verb
from assistant.values.consult import HookAnswer, HookAsked
from assistant.values.event import AnswerEnded, AnswerResult, AnswerStarted, Fault, Trouble
from assistant.values.intent import Command, Intent
from assistant.values.transcript import Tag, Transcript

NEVER = {Verb.HOOK, Verb.HTTP, Verb.PYTHON, Verb.RUN}
"""A hook starts no other one, nor any program."""
OWN = "assistant."
"""Commands about the assistant itself (accept an edit, wake up) are the user's alone."""
REFUSED = "A hook asked for a command that it may not run; nothing was done about that."


class HookedAnswers:
    """Takes answers, on the thread of the hook."""

    def __init__(
        self,
        gate: Gate,
        planner: Plan,
        post: Callable[[Order], None],
        report: Observer,
    ) -> None:
        """Let commands through `gate`, have `post` done by the hands, and tell `report`."""
        self._gate, self._planner, self._post, self._report = gate, planner, post, report
        self.heard: Callable[[str, str, str], None] = lambda _said, _text, _language: None
        """Is told what was asked and answered: for the conversation, and to be said aloud."""

    def take(self, answer: HookAnswer, asked: HookAsked, window: Window | None) -> None:
        """Do what a hook wants, as far as it may want it."""
        for text in filter(None, map(without_invisible, (answer.say, answer.toast))):
            self._report(AnswerStarted(0, is_edit=False))
            self._report(AnswerEnded(0, text, AnswerResult.COMPLETE))
        if answer.say:
            self.heard(asked.said, without_invisible(answer.say), asked.language)
        typed = without_invisible(answer.type)
        if typed:
            self._post(_order(asked, Command("hook"), InsertText(typed, window)))
        for name in answer.run:
            self._run(name, asked, window)

    def _run(self, name: str, asked: HookAsked, window: Window | None) -> None:
        intent = self._gate.admit(name, (), Origin.HOOK)
        definition = self._gate.find(name)
        recipe = definition.recipe if definition is not None else None
        is_allowed = recipe is not None and recipe.verb not in NEVER and not name.startswith(OWN)
        action = self._planner.plan(intent, window) if isinstance(intent, Command) and is_allowed else None
        if isinstance(action, Execute | InsertText):
            self._post(_order(asked, intent, action))
        else:
            self._report(Trouble(Fault.COMMANDS, REFUSED))


def _order(asked: HookAsked, intent: Intent, action: Execute | InsertText) -> Order:
    heard = Transcript(
        0, 0, 0, asked.said, language=Tag(asked.language, 1.0), emotion=Tag("EMO_UNKNOWN", 1.0), sounds=()
    )
    return Order(heard, intent, action, is_stored=False)
