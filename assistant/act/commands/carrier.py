"""Step -> Outcome: each deed to its tool. Remembers the last ones, to repeat and to take back."""

from collections import deque
from dataclasses import dataclass
from typing import TypeVar

from assistant.act.ports import Executor, Tools
from assistant.errors import DeliveryError
from assistant.values.action import Execute, Outcome, Result, Step, Window
from assistant.values.commands.deed import (
    Builtin,
    CallHttp,
    CallPython,
    Deed,
    OpenApp,
    OpenUrl,
    PressKeys,
    RunHook,
    RunProgram,
    TypeText,
)
from assistant.values.commands.definition import UNDOABLE

REPEAT, UNDO = "assistant.repeat", "assistant.undo"
"""Built-in deeds about deeds, done here."""
MOST_REPEATS = 20
REMEMBERED = 50
TYPED_SINCE = "Text was typed since that command. Say “scratch that” to take the text back first."
_SUCCESS = {Result.DONE, Result.DELIVERED, Result.UNCONFIRMED, Result.TAKEN_BACK, Result.ASKED}
_SCRATCH = "text.scratch"

DeedT = TypeVar("DeedT", bound=Deed)


@dataclass(slots=True)
class _Done:
    """A step that was carried out, and where."""

    step: Step
    window: Window | None
    is_buried: bool = False
    """Text was typed since, so keys would reach that and not what the step did."""


class Carrier:
    """Carries out commands with whatever tools there are."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._done: deque[_Done] = deque(maxlen=REMEMBERED)

    def carry(self, action: Execute) -> Outcome:
        """Do every step in order, and stop at the first that fails; the outcome is the last one's."""
        outcome = Outcome(Result.NOTHING)
        for step in action.steps:
            outcome = self._carry(step, action.window)
            if outcome.result not in _SUCCESS:
                break
        return outcome

    def typed(self) -> None:
        """Note that text was typed which no command was for."""
        for each in self._done:
            each.is_buried = True

    def _carry(self, step: Step, window: Window | None) -> Outcome:
        match step.deed:
            case Builtin(name) if name == REPEAT:
                return self._repeat(step.deed, window)
            case Builtin(name) if name == UNDO:
                return self._undo()
        outcome = self._do(step.deed, window)
        if outcome.result in _SUCCESS:
            self._done.append(_Done(step, outcome.window or window))
        return outcome

    def _repeat(self, deed: Builtin, window: Window | None) -> Outcome:
        if not self._done:
            return Outcome(Result.FAILED, "There is no command to repeat yet.")
        last = self._done[-1].step
        if last.danger > UNDOABLE:
            return Outcome(Result.FAILED, "A command that has to be confirmed is not repeated; say it again.")
        outcome = Outcome(Result.NOTHING)
        for _ in range(max(1, min(MOST_REPEATS, int(deed.value("n", 1))))):
            outcome = self._carry(last, window)
            if outcome.result not in _SUCCESS:
                break
        return outcome

    def _undo(self) -> Outcome:
        """Take the last command back, in the window that it was for."""
        if not self._done:
            return Outcome(Result.FAILED, "There is no command to take back.")
        last = self._done[-1]
        if last.step.undo is None:
            return Outcome(Result.FAILED, f"The command {last.step.command} can't be taken back.")
        if last.is_buried and _reaches_text(last.step.undo):
            return Outcome(Result.FAILED, TYPED_SINCE)
        outcome = self._do(last.step.undo, last.window)
        if outcome.result in _SUCCESS:
            self._done.pop()
        return outcome

    def _do(self, deed: Deed, window: Window | None) -> Outcome:  # noqa: PLR0911 - one arm for each deed
        tools = self._tools
        match deed:
            case PressKeys():
                return _use(tools.keys, deed, window)
            case TypeText():
                return _use(tools.text, deed, window)
            case OpenApp():
                return _use(tools.apps, deed, window)
            case OpenUrl():
                return _use(tools.urls, deed, window)
            case RunProgram():
                return _use(tools.programs, deed, window)
            case CallHttp():
                return _use(tools.http, deed, window)
            case RunHook():
                return _use(tools.hooks, deed, window)
            case CallPython():
                return _use(tools.python, deed, window)
            case Builtin(name):
                return _use(next((each for each in tools.builtins if name in each.names), None), deed, window)


def _use(tool: Executor[DeedT] | None, deed: DeedT, window: Window | None) -> Outcome:
    if tool is None:
        return Outcome(
            Result.FAILED, f"This desktop offers no way to do that ({_kind(deed)}).", window=window
        )
    try:
        return tool.execute(deed, window)
    except DeliveryError as error:
        return Outcome(Result.FAILED, str(error), window=window)


def _reaches_text(deed: Deed) -> bool:
    return isinstance(deed, PressKeys) or (isinstance(deed, Builtin) and deed.name == _SCRATCH)


def _kind(deed: Deed) -> str:
    return deed.name if isinstance(deed, Builtin) else type(deed).__name__
