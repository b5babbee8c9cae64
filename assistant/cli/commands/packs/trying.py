"""`assistant try`: which command a text is, and what would become of it. Does nothing."""

import json
import sys
from argparse import Namespace
from typing import Any

from assistant.act.planner import Planner
from assistant.cli.options import settings_from
from assistant.values.action import AskFirst, Execute, Step, Window
from assistant.values.commands.deed import Plain
from assistant.values.control import Job, Mode
from assistant.values.intent import Command, Commands, Confirm, Context, Intent, Nothing, Suggest
from assistant.values.pronunciation import edits
from assistant.values.settings import Settings
from assistant.values.transcript import Tag, Transcript
from assistant.wiring import load_router

MODES = {
    "command": (Job.COMMAND, Mode.PUSH_TO_TALK),
    "dictation": (Job.DICTATE, Mode.PUSH_TO_TALK),
    "wake": (None, Mode.WAKE_PHRASE),
    "asleep": (None, Mode.ASLEEP),
}
GATE = {"Command": "do", "Commands": "do", "Confirm": "ask"}


def run(options: Namespace) -> int:
    """Print what a text means; 1 where it is no command."""
    settings = settings_from(options)
    text = " ".join(options.text)
    found = describe(text, options, settings)
    if options.json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(_sentence(found))
    return 0 if found["match"] else 1


def describe(text: str, options: Namespace, settings: Settings) -> dict[str, Any]:
    """Return what `text` means as plain data."""
    router = load_router(settings)
    job, mode = MODES[options.mode]
    window = Window(0, options.app) if options.app else None
    tag = Tag("EMO_UNKNOWN", 1.0)
    heard = Transcript(1, 0, 0, text, Tag(options.lang, 1.0), tag, (), model="text")
    intent = router.route(heard, Context(job, window, mode))
    action = Planner(settings.act, router.find).plan(intent, window)
    steps = action.steps if isinstance(action, Execute | AskFirst) else ()
    commands = _commands(intent)
    return {
        "text": text,
        "intent": type(intent).__name__.lower(),
        "match": commands[0].name if len(commands) == 1 else [each.name for each in commands] or None,
        "slots": _slots(commands) if commands else None,
        "score": min((_score(each) for each in commands), default=None),
        "taken_for": next((each.taken_for for each in commands if each.taken_for), None),
        "gate": GATE.get(type(intent).__name__, str(intent.why) if isinstance(intent, Nothing) else None),
        "does": [_deed(step) for step in steps] or None,
        "suggestions": list(intent.phrases) if isinstance(intent, Suggest) else [],
    }


def _commands(intent: Intent) -> tuple[Command, ...]:
    match intent:
        case Command():
            return (intent,)
        case Commands(parts):
            return parts
        case Confirm(command):
            return (command,)
        case _:
            return ()


def _slots(commands: tuple[Command, ...]) -> dict[str, Plain]:
    return {slot.name: slot.value for each in commands for slot in each.slots}


def _score(command: Command) -> float:
    """Return 1 for what was said word for word, and less the more letters had to be changed."""
    if not command.taken_for:
        return 1.0
    return round(1 - edits(command.said.casefold(), command.taken_for) / max(len(command.taken_for), 1), 3)


def _deed(step: Step) -> str:
    from assistant.act.commands.steps import question

    return question((step,))


def _sentence(found: dict[str, Any]) -> str:
    if not found["match"]:
        near = "".join(f"  did you mean “{phrase}”?\n" for phrase in found["suggestions"])
        return f"no command ({found['gate'] or found['intent']})\n{near}"
    names = found["match"] if isinstance(found["match"], str) else ", ".join(found["match"])
    lines = [f"{names}", f"  gate   {found['gate']}", f"  score  {found['score']:g}"]
    lines += [f"  slot   {name} = {value!r}" for name, value in found["slots"].items()]
    if found["taken_for"]:
        lines.append(f"  heard  as “{found['taken_for']}”")
    lines += [f"  does   {deed}" for deed in found["does"] or ()]
    return "\n".join(lines) + "\n"
