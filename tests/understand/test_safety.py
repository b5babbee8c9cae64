"""Danger 2 and 3 are never carried out unconfirmed, whichever way a command comes."""

from dataclasses import replace
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.act.planner import Planner
from assistant.understand.checking.samples import samples
from assistant.understand.router import Router
from assistant.understand.safety import Confirmation, Origin, Verdict, judge
from assistant.values.action import Execute
from assistant.values.audio import SAMPLE_RATE
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import CONFIRMED, Definition, Place
from assistant.values.control import Job, Mode
from assistant.values.intent import Command, Commands, Context, Intent
from assistant.values.settings import ActSettings, CommandSettings
from assistant.values.transcript import Tag
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_commands, builtin_grammar, builtin_router

DANGEROUS = tuple(each for each in builtin_commands().definitions() if each.danger >= CONFIRMED)
PHRASES = tuple(
    text
    for language in ("en", "zh")
    for text, definition in islice(samples(builtin_grammar(language)), 4000)
    if definition.danger >= CONFIRMED
)
WORDS = st.sampled_from(
    "hey computer|你好小助|yes I am sure|确认执行|cancel|please|and then|new line|,|。".split("|")
)
SENTENCES = st.lists(st.one_of(st.sampled_from(PHRASES), WORDS, st.text(max_size=8)), min_size=1, max_size=4)
CONTEXTS = st.sampled_from(
    [*(Context(job) for job in Job), *(Context(None, mode=mode) for mode in Mode)],
)
SOUNDS = st.sampled_from([(), (Tag("BGM", 0.9),), (Tag("Speech", 0.9),)])
CONFIRMATIONS = ("yes i am sure", "yes i'm sure", "yes i am quite sure", "确认执行")


@given(st.lists(st.tuples(SENTENCES, CONTEXTS, SOUNDS, st.integers(0, 12)), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_nothing_dangerous_is_done_without_the_phrase_that_confirms(
    story: list[tuple[list[str], Context, tuple[Tag, ...], int]],
) -> None:
    router = builtin_router(CommandSettings(dangerous=True))
    planner = Planner(ActSettings(), router.find)
    now = 0
    for words, context, sounds, pause in story:
        now += pause * SAMPLE_RATE
        heard = replace(transcript(1, " ".join(words)), start=now, stop=now + SAMPLE_RATE, sounds=sounds)
        now = heard.stop
        intent = router.route(heard, context)
        action = planner.plan(intent, None)
        if isinstance(action, Execute) and any(step.danger >= CONFIRMED for step in action.steps):
            assert isinstance(intent, Command)
            assert intent.is_confirmed
            spoken = " ".join(words).casefold()
            assert any(phrase in spoken for phrase in CONFIRMATIONS), "only the phrase confirms"


@given(st.sampled_from(PHRASES), st.integers(0, 40), st.sampled_from("abcxyz 一二三"))
@settings(max_examples=150, deadline=None)
def test_one_letter_off_is_never_dangerous(phrase: str, at: int, letter: str) -> None:
    router = builtin_router(CommandSettings(dangerous=True))
    changed = phrase[: at % (len(phrase) + 1)] + letter + phrase[at % (len(phrase) + 1) :]
    for text in (changed, f"new line, {phrase}", f"{phrase} and then new line", f"{phrase}，换行"):
        intent = router.route(transcript(1, text), Context(Job.COMMAND))
        assert _done(router, intent) < CONFIRMED


@given(st.sampled_from(DANGEROUS), st.sampled_from([Origin.TOOL, Origin.HOOK]), st.text(max_size=10))
@settings(deadline=None)
def test_no_language_model_and_no_hook_reaches_danger(
    definition: Definition, origin: Origin, value: str
) -> None:
    router = builtin_router(CommandSettings(dangerous=True))
    intent = router.admit(definition.name, (Slot("app", value),), origin)
    assert not isinstance(intent, Command | Commands)


def test_a_language_model_reaches_what_is_offered_and_nothing_else() -> None:
    router = builtin_router()
    offered = {one.name for one in builtin_commands().definitions() if one.is_tool}
    assert {"app.open", "timer.set"} <= offered
    for definition in builtin_commands().definitions():
        intent = router.admit(definition.name, (), Origin.TOOL)
        assert isinstance(intent, Command) is (definition.name in offered)


def test_a_model_fills_slots_from_their_lists_and_with_free_words_only_where_a_voice_may() -> None:
    router = builtin_router()

    def admitted(name: str, **values: str | int) -> tuple[Slot, ...] | None:
        slots = tuple(Slot(slot, value) for slot, value in values.items())
        intent = router.admit(name, slots, Origin.TOOL)
        return intent.slots if isinstance(intent, Command) else None

    assert admitted("app.open", app="firefox") == (Slot("app", "firefox"),)
    assert admitted("app.open", app="fire fox") == (Slot("app", "firefox"),)
    assert admitted("app.open", app="--help") is None
    assert admitted("app.open", other="firefox") is None
    assert admitted("timer.set", amount=5, unit=60) == (Slot("amount", 5), Slot("unit", 60))
    assert admitted("timer.set", amount=10**9, unit=60) is None
    assert admitted("note.add", note="-x") == (Slot("note", "-x", is_free=True),)


def test_every_origin_and_danger_has_its_verdict() -> None:
    recipe = builtin_commands().definitions()[0].recipe
    for danger in range(4):
        definition = Definition("it.it", (), recipe, Place("x"), danger=danger)
        for origin in Origin:
            for dangerous in (False, True):
                verdict = judge(definition, origin, dangerous=dangerous)
                if danger >= CONFIRMED:
                    assert verdict is not Verdict.DO
                    may_ask = origin is Origin.LITERAL and (danger == 2 or dangerous)
                    assert (verdict is Verdict.ASK) is may_ask


@given(st.lists(st.integers(0, 20 * SAMPLE_RATE), max_size=6))
def test_one_question_has_one_answer(times: list[int]) -> None:
    confirmation = Confirmation()
    asked = confirmation.ask(Command("it.it"), 0)
    taken = [confirmation.take(at) for at in times]
    assert sum(each is not None for each in taken) == int(bool(times) and times[0] <= asked.until)


def _done(router: Router, intent: Intent) -> int:
    """Return the highest danger of what `intent` does at once."""
    parts = intent.parts if isinstance(intent, Commands) else (intent,) if isinstance(intent, Command) else ()
    found = [router.find(part.name) for part in parts]
    return max((each.danger for each in found if each is not None), default=0)
