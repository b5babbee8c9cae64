"""`assistant say`: text as it stands into a window, or, for a job, through the whole assistant."""

import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from queue import Empty, SimpleQueue

from assistant.act.performer import Performer
from assistant.act.ports import Desktop
from assistant.cli.options import settings_from
from assistant.cli.show import EventPrinter
from assistant.errors import NoDesktopError
from assistant.services.control.client import is_running, say
from assistant.values.action import (
    AskFirst,
    Consult,
    DoNothing,
    Execute,
    InsertText,
    KeepText,
    ReplaceSelection,
    Result,
)
from assistant.values.control import Job, Say
from assistant.values.event import ActionPerformed, AnswerEnded, AnswerResult, Event, IntentRouted
from assistant.values.intent import Command, Commands, Intent
from assistant.wiring import build_text_engine

PATIENCE = 10.0
"""Seconds that one utterance may take."""
ANSWER = 150.0
"""Seconds that a language model may take for all of an answer."""
ACCEPT = "assistant.accept"
"""The command that is done only once the text stands there."""
STDIN = ["-"]
FAILED = {Result.FAILED, Result.WRONG_WINDOW, Result.KEPT, Result.ON_CLIPBOARD, Result.UNTOUCHED}
LATE = "assistant: it is not done after 10 s.\n"


def run(options: Namespace) -> int:
    """Deliver the text; 1 where it did not arrive, or could not be done."""
    from assistant.devices.desktop import find_desktop

    if options.job is not None and not options.alone and is_running():
        return _pass_on(options)
    desktop = find_desktop(settings_from(options).act)
    if desktop is None:
        message = "there is no desktop here to type into: DISPLAY is not set"
        raise NoDesktopError(message)
    time.sleep(options.delay)
    try:
        return _type(options, desktop) if options.job is None else _act(options, desktop)
    finally:
        desktop.close()


def _type(options: Namespace, desktop: Desktop) -> int:
    text = sys.stdin.read() if options.text == STDIN else " ".join(options.text)
    outcome = Performer(desktop).perform(InsertText(text, desktop.active_window(), is_confirmed=True))
    if outcome.message:
        sys.stderr.write(f"assistant: {outcome.message}\n")
    return 0 if outcome.is_delivered else 1


def _utterances(options: Namespace) -> Iterator[str]:
    """Yield what is said, one utterance after the other: each line of standard input is one."""
    if options.text != STDIN:
        yield " ".join(options.text)
        return
    for line in sys.stdin:  # as they come: a program may look at what one did before it says the next
        if line.strip():
            yield line.strip()


def _pass_on(options: Namespace) -> int:
    """Let the assistant that runs do it: its timers, its undo and its questions are the ones that count."""
    time.sleep(options.delay)
    for text in _utterances(options):
        answer = say(text, options.job)
        if not answer.get("ok"):
            sys.stderr.write(f"assistant: {answer.get('error')}\n")
            return 1
    return 0


def _act(options: Namespace, desktop: Desktop) -> int:
    """Do it with an assistant of its own, which hears nothing."""
    events: SimpleQueue[Event] = SimpleQueue()
    printer = EventPrinter("say")
    engine = build_text_engine(settings_from(options), desktop, (printer, events.put))
    engine.start()
    try:
        engine.wait_until_loaded(PATIENCE)
        done = []
        for text in _utterances(options):
            engine.post(Say(text, desktop.active_window(), Job(options.job)))
            done.append(_is_done(events))
    finally:
        engine.stop()
    return 0 if all(done) else 1


def _is_done(events: "SimpleQueue[Event]") -> bool:
    """Wait until the utterance is dealt with; False where nothing could be done about it."""
    end, intent = time.monotonic() + PATIENCE, None
    while time.monotonic() < end:
        try:
            event = events.get(timeout=max(0.0, end - time.monotonic()))
        except Empty:
            break
        if isinstance(event, IntentRouted):
            intent = event.intent
        elif isinstance(event, ActionPerformed) and isinstance(event.action, Consult):
            end = time.monotonic() + ANSWER
        elif isinstance(event, AnswerEnded):
            return event.result in {AnswerResult.COMPLETE, AnswerResult.CUT_OFF}
        elif isinstance(event, ActionPerformed) and intent is not None and _is_last(event, intent):
            return event.outcome.result not in FAILED and not isinstance(event.action, DoNothing | KeepText)
    sys.stderr.write(LATE)
    return False


def _is_last(event: ActionPerformed, intent: Intent) -> bool:
    """Tell whether it is what the utterance itself was for, and not what a command did on its way."""
    if isinstance(intent, Command) and intent.name == ACCEPT:
        return isinstance(event.action, ReplaceSelection)
    if isinstance(intent, Commands) or (isinstance(intent, Command) and not intent.name.startswith("text.")):
        return isinstance(event.action, Execute | AskFirst | DoNothing)
    return not isinstance(event.action, InsertText) or not isinstance(intent, Command)
