from dataclasses import replace

import pytest

from assistant.understand.grammar.canonical import canonical
from assistant.understand.sounds.wake import WakePhrases, wake_problem
from assistant.values.commands.definition import Wake
from assistant.values.control import Mode
from assistant.values.intent import Command, Context
from assistant.values.phrases import Candidate
from assistant.values.settings import CommandSettings
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_router

PHRASES = WakePhrases([Wake("hey computer", "en", ("hay computer",)), Wake("你好小助", "zh", ("你好小猪",))])


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("Hey computer, open Firefox.", "open firefox"),
        ("hey computer", ""),
        ("Hey, computer!", ""),
        ("hey commuter next tab", "next tab"),
        ("hey com pewter next tab", "next tab"),
        ("hay computer next tab", "next tab"),
        ("你好小助，打开终端", "打开终端"),
        ("你好小猪打开终端", "打开终端"),
        ("你好，小朱。", ""),
        ("你好小助 open firefox", "open firefox"),
    ],
)
def test_the_phrase_at_the_beginning_addresses_the_assistant(said: str, rest: str) -> None:
    addressed = PHRASES.addressed(canonical(said))
    assert addressed is not None
    assert addressed.rest.text == rest


@pytest.mark.parametrize(
    "said",
    [
        "the computer is slow",
        "they computer",
        "Hey computers are great",
        "hey come here",
        "hey you",
        "hey",
        "oh hey computer",
        "okay computer",
        "my computer said hey computer",
        "hey community",
        "hey computing is fun",
        "你好小明",
        "你好",
        "大家你好小助",
        "你们好小助手",
        "",
    ],
)
def test_anything_else_does_not(said: str) -> None:
    assert PHRASES.addressed(canonical(said)) is None


@pytest.mark.parametrize(
    ("phrase", "said", "rest"),
    [
        ("good morning jarvis", "Good morning Jarvis, what time is it?", "what time is it"),
        ("good morning jarvis", "good morning jervis", ""),
        ("okay robin", "okay robyn next tab", "next tab"),
        ("小爱同学", "小爱同学下一首", "下一首"),
        ("小爱同学", "小艾同学下一首", "下一首"),
    ],
)
def test_the_user_may_choose_any_phrase(phrase: str, said: str, rest: str) -> None:
    addressed = WakePhrases([Wake(phrase, "")]).addressed(canonical(said))
    assert addressed is not None
    assert addressed.rest.text == rest


@pytest.mark.parametrize(
    ("phrase", "is_good"),
    [("computer", False), ("hey you", False), ("hey computer", True), ("你好", False), ("你好小助", True)],
)
def test_a_phrase_that_is_too_short_is_told(phrase: str, is_good: bool) -> None:
    assert (wake_problem(Wake(phrase, "")) is None) is is_good


@pytest.mark.parametrize("by_sound", [True, False])
def test_the_wake_phrase_may_be_heard_in_the_sound_alone(*, by_sound: bool) -> None:
    router = builtin_router(CommandSettings(wake_by_sound=by_sound))
    heard = replace(
        transcript(1, "hate pewter necks tab"),
        candidate=Candidate("tabs.next", "hey computer next tab", 0.4, 1.0, 3.0),
    )
    intent = router.route(heard, Context(None, mode=Mode.WAKE_PHRASE))
    assert isinstance(intent, Command) is by_sound
