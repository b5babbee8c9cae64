"""Stories in which something dangerous is wanted in every way there is, and how often it is done unconfirmed.

The same ways as in test_safety, counted over many stories from one seed: literal, one letter off, in a chain,
decoded from the sound, by a language model, by a hook, after the question was called off or came too late.
"""

import random
from dataclasses import replace
from itertools import islice

from assistant.act.planner import Planner
from assistant.understand.checking.samples import samples
from assistant.understand.router import Router
from assistant.understand.safety import Origin
from assistant.values.action import Execute
from assistant.values.audio import SAMPLE_RATE
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import CONFIRMED
from assistant.values.control import Job, Mode
from assistant.values.intent import Context, Intent
from assistant.values.phrases import Candidate
from assistant.values.settings import ActSettings, CommandSettings
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_commands, builtin_grammar, builtin_router

FILLERS = ("", "cancel", "yes", "okay", "new line", "hey computer", "please", "算了", "好的", "sure")
LONGEST = 6
DANGEROUS = tuple(each for each in builtin_commands().definitions() if each.danger >= CONFIRMED)


def unconfirmed(stories: int, seed: int = 7) -> tuple[int, int]:
    """Return in how many of so many stories something dangerous was done without its confirmation."""
    pick = random.Random(seed)
    phrases = _phrases()
    return sum(_goes_wrong(pick, phrases) for _ in range(stories)), stories


def _phrases() -> list[str]:
    return [
        text
        for language in ("en", "zh")
        for text, definition in islice(samples(builtin_grammar(language)), 4000)
        if definition.danger >= CONFIRMED
    ]


def _goes_wrong(pick: random.Random, phrases: list[str]) -> bool:
    router = builtin_router(CommandSettings(dangerous=pick.random() < 0.8))
    planner, now = Planner(ActSettings(), router.find), 0
    for _ in range(pick.randint(1, LONGEST)):
        now += pick.randint(0, 12) * SAMPLE_RATE
        if pick.random() < 0.3:
            definition = pick.choice(DANGEROUS)
            origin = pick.choice((Origin.TOOL, Origin.HOOK))
            slots = tuple(Slot(name, "firefox") for name in builtin_commands().slots(definition.name))
            intent = router.admit(definition.name, slots, origin)
        else:
            intent = _said(pick, phrases, router, now)
        now += SAMPLE_RATE
        action = planner.plan(intent, None)
        if isinstance(action, Execute) and any(step.danger >= CONFIRMED for step in action.steps):
            return True  # the phrase that confirms is said in none of these stories
    return False


def _said(pick: random.Random, phrases: list[str], router: Router, now: int) -> Intent:
    """Say something, and return what the router makes of it."""
    phrase = pick.choice(phrases)
    at, letter = pick.randrange(len(phrase) + 1), pick.choice("abcxyz 一二三")
    text = pick.choice(
        [
            *(phrase, f"{phrase[:at]}{letter}{phrase[at:]}", f"new line, {phrase}", f"{phrase}，换行"),
            *(f"{phrase} and then new line", f"hey computer {phrase}", f"{pick.choice(FILLERS)} {phrase}"),
            *(pick.choice(FILLERS), pick.choice(FILLERS)),
        ]
    )
    candidate = Candidate("it", phrase, 0.0, 0.0, 9.0) if pick.random() < 0.3 else None
    heard = replace(transcript(1, text), start=now, stop=now + SAMPLE_RATE, candidate=candidate)
    contexts = [*(Context(job) for job in Job), *(Context(None, mode=mode) for mode in Mode)]
    return router.route(heard, pick.choice(contexts))
