"""Command -> Step: the deed, how it is taken back, what is answered; and the question before it."""

from dataclasses import replace

from assistant.act.commands.filling import fill, fill_text
from assistant.act.commands.titles import titles
from assistant.errors import UnsafeSlotError
from assistant.values.action import Step
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
    Slot,
    TypeText,
)
from assistant.values.commands.definition import Definition
from assistant.values.consult import HookAsked
from assistant.values.intent import Command


def step(command: Command, definition: Definition) -> Step:
    """Return what carries out `command`. Raises UnsafeSlotError."""
    if definition.recipe is None:
        raise UnsafeSlotError(f"No pack says what {definition.name} does.")
    slots = {slot.name: slot for slot in command.slots}
    phrasing = definition.phrasing(command.language) or definition.phrasings[0]
    deed = fill(definition.recipe, command.slots)
    return Step(
        definition.name,
        _knowing(deed, command),
        fill(definition.undo, command.slots) if definition.undo else None,
        fill_text(phrasing.say, slots),
        definition.danger,
        titles(definition, command.slots),
    )


def _knowing(deed: Deed, command: Command) -> Deed:
    """Return `deed` with what it is told of the words that asked for it."""
    match deed:
        case Builtin():
            return replace(deed, language=command.language)
        case RunHook() | CallHttp() | CallPython():
            return replace(deed, asked=HookAsked(command.said, command.language))
        case _:
            return deed


def question(steps: tuple[Step, ...]) -> str:
    """Return what is asked before `steps`: their literal arguments, never a model's words for them."""
    return "; ".join(f"{each.command}: {_literal(each.deed)}" for each in steps)


def detail(step: Step) -> str:
    """Return the literal arguments of what will be done; the command itself is named by its title."""
    deed = step.deed
    if isinstance(deed, Builtin) and deed.name == step.command:
        return _values(deed.slots)
    return _literal(deed)


def _literal(deed: Deed) -> str:  # noqa: PLR0911 - one arm for each deed
    match deed:
        case PressKeys(chords, times):
            return f"press {' '.join(chords)}" + (f" {times} times" if times > 1 else "")
        case TypeText(text):
            return f"type {text!r}"
        case OpenApp(app):
            return f"open {app!r}"
        case OpenUrl(url):
            return f"open {url}"
        case RunProgram(argv):
            return f"run {' '.join(map(repr, argv))}"
        case CallHttp(url, method, slots):
            return f"{method} {url} {_values(slots)}".rstrip()
        case RunHook(argv, slots):
            return f"run {' '.join(map(repr, argv))} {_values(slots)}".rstrip()
        case CallPython(entry, slots):
            return f"plug-in {entry} {_values(slots)}".rstrip()
        case Builtin(name, slots):
            return f"{name} {_values(slots)}".rstrip()


def _values(slots: tuple[Slot, ...]) -> str:
    return " ".join(f"{slot.name}={slot.value!r}" for slot in slots)
