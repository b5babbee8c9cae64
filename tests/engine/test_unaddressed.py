"""Hands-free speech that was not for the assistant: no event, no line of history and no repr holds a word."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.act.planner import Planner
from assistant.engine.chain import Chain
from assistant.values.control import Mode, SetMode
from assistant.values.event import Event, IntentRouted, TranscriptReady
from assistant.values.intent import Command, Nothing, Why
from assistant.values.settings import ActSettings
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.history import RecordingHistory
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import chunks, loud, quiet, scripted_rooms
from tests.support.commands import builtin_router

SECRET = "the plan is secret"


def _speak(mode: Mode, texts: list[str]) -> tuple[list[Event], RecordingHistory]:
    """Let each of the texts be heard in `mode`; return what was told, and the history."""
    events: list[Event] = []
    history, router = RecordingHistory(), builtin_router()
    rooms = scripted_rooms(RecordingDesktop(), ScriptedRecognizer(list(texts)))
    planner = Planner(ActSettings(), router.find)
    chain = Chain(replace(rooms, router=router, planner=planner, history=history), events.append)
    chain.feed(SetMode(mode))
    sound = np.concatenate([part for _ in texts for part in (loud(0.5), quiet(1.5))])
    for chunk in chunks(sound, 1600):
        chain.feed(chunk)
    chain.flush()
    return events, history


@pytest.mark.parametrize("mode", [Mode.WAKE_PHRASE, Mode.ASLEEP, Mode.COMMAND])
def test_it_leaves_no_trace(mode: Mode) -> None:
    events, history = _speak(mode, [SECRET])
    (routed,) = [event.intent for event in events if isinstance(event, IntentRouted)]
    assert isinstance(routed, Nothing)
    assert routed.is_unheard
    assert history.lines == []
    assert not [event for event in events if isinstance(event, TranscriptReady)]


def test_what_was_addressed_is_shown_and_written_down() -> None:
    events, history = _speak(Mode.WAKE_PHRASE, [SECRET, "hey computer next tab"])
    intents = [event.intent for event in events if isinstance(event, IntentRouted)]
    assert intents[0] == Nothing(Why.NOT_ADDRESSED)
    assert isinstance(intents[1], Command)
    shown = [event.transcript.text for event in events if isinstance(event, TranscriptReady)]
    assert shown == ["hey computer next tab"]
    assert [heard.text for heard, *_ in history.lines] == shown


def test_hands_free_dictation_is_for_the_assistant() -> None:
    events, history = _speak(Mode.HANDS_FREE, [SECRET])
    assert [event.transcript.text for event in events if isinstance(event, TranscriptReady)] == [SECRET]
    assert len(history.lines) == 1
