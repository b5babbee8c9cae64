"""What fires without a command: nothing between dictation, and in command mode free words at most."""

import pytest

from assistant.values.intent import Command
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_router
from tests.understand.false_accepts import CONTEXTS, fired
from tests.understand.hard_negatives import smart_home, written

FREE = {"note.add", "page.find", "text.spell", "web.search"}
"""Commands that end in any words: "take a note of the time she said" is one by right."""
MOST_FREE = 5


@pytest.mark.parametrize("mode", [mode for mode in CONTEXTS if "command" not in mode])
def test_nothing_fires_between_dictation_and_without_the_wake_phrase(mode: str) -> None:
    router = builtin_router()
    texts = (*written(), *smart_home())
    assert [text for text in texts if fired(router, transcript(1, text), CONTEXTS[mode])] == []


def test_in_command_mode_nothing_fires_that_was_not_said_as_a_command() -> None:
    router = builtin_router()
    found = {text: fired(router, transcript(1, text), CONTEXTS["command"]) for text in written()}
    done = {text: name for text, name in found.items() if name}
    assert set(done.values()) <= FREE
    assert len(done) <= MOST_FREE


def test_in_command_mode_nothing_of_a_smart_home_fires() -> None:
    router = builtin_router()
    some = list(smart_home())[::5]
    assert [text for text in some if fired(router, transcript(1, text), CONTEXTS["command"])] == []


def test_the_measurement_can_see_a_command() -> None:
    heard = transcript(1, "next tab")
    assert fired(builtin_router(), heard, CONTEXTS["command"]) == "tabs.next"
    assert isinstance(builtin_router().route(heard, CONTEXTS["command"]), Command)
