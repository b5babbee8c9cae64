import numpy as np
import pytest

from assistant.engine.state import StateTracker
from assistant.values.action import DoNothing, Outcome, Result
from assistant.values.audio import SpeechStarted, Trigger, Utterance
from assistant.values.event import (
    ActionPerformed,
    Event,
    Fault,
    IntentRouted,
    LevelMeasured,
    Recovered,
    State,
    Trouble,
    UtteranceDropped,
    UtteranceEnded,
)
from assistant.values.intent import Dictate

STARTED = SpeechStarted(1, 0, Trigger.PUSH_TO_TALK)
ENDED = UtteranceEnded(Utterance(1, 0, np.zeros(1, np.int16), Trigger.PUSH_TO_TALK))
ROUTED = IntentRouted(1, Dictate("x"))
DONE = ActionPerformed(1, DoNothing(""), Outcome(Result.NOTHING))
LOST = Trouble(Fault.MICROPHONE_LOST, "gone")
BACK = Recovered(Fault.MICROPHONE_LOST, "back")


def ready() -> StateTracker:
    tracker = StateTracker()
    tracker.loaded()
    return tracker


@pytest.mark.parametrize(
    ("events", "states"),
    [
        ([STARTED, ENDED, ROUTED, DONE], [State.HEARING, State.THINKING, State.ACTING, State.READY]),
        ([STARTED, UtteranceDropped(1)], [State.HEARING, State.READY]),
        ([LevelMeasured(-30.0)], [None]),
        ([LOST, STARTED, DONE, BACK], [State.TROUBLE, State.HEARING, State.TROUBLE, State.READY]),
        ([Trouble(Fault.DELIVERY, "once")], [None]),
        (
            [STARTED, ENDED, SpeechStarted(2, 9, Trigger.PUSH_TO_TALK), ROUTED, DONE],
            [State.HEARING, State.THINKING, State.HEARING, None, None],
        ),
    ],
)
def test_the_state_follows_what_happens(events: list[Event], states: list[State | None]) -> None:
    tracker = ready()
    assert [tracker.follow(event) for event in events] == states


def test_it_is_starting_until_the_model_is_loaded() -> None:
    tracker = StateTracker()
    assert tracker.state is State.STARTING
    assert tracker.loaded() is State.READY
