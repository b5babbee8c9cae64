"""Law 7: whatever the assistant is in the middle of, it stops, and keeps what was not delivered."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event as Flag
from time import sleep

import pytest

from assistant.engine.engine import GRACE, Engine
from assistant.engine.ports import Recognizer
from assistant.errors import CancelledError
from assistant.recognize.ports import Cancellation
from assistant.values.audio import Segment, SpeechStarted, Utterance, samples_in
from assistant.values.control import Press, Release
from assistant.values.event import Event, State, StateChanged
from assistant.values.transcript import Transcript
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.journal import RecordingJournal
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import chunks, loud, scripted_rooms
from tests.support.waiting import PATIENCE, Stopwatch, wait_until


class EndlessRecognizer:
    """Reads until it is cancelled."""

    def feed(
        self,
        item: SpeechStarted | Segment | Utterance,
        cancellation: Cancellation | None = None,
        *,
        for_commands: bool = False,
    ) -> Iterator[Transcript]:
        """Hang."""
        if isinstance(item, Utterance):
            stopped = Flag()
            assert cancellation is not None
            cancellation.watch(stopped.set)
            stopped.wait(60)
            raise CancelledError("cancelled")
        yield from ()


def slow_load() -> Recognizer:
    """Load for a second and a half."""
    sleep(1.5)
    return ScriptedRecognizer([])


class Stage:
    """An engine brought into one state."""

    def __init__(self, state: State, recognizer: Recognizer | Callable[[], Recognizer]) -> None:
        self.desktop, self.source, self.journal = RecordingDesktop(), HandFedSource(), RecordingJournal()
        self.desktop.hold = Flag() if state is State.ACTING else None
        self.seen: list[State] = []
        rooms = replace(scripted_rooms(self.desktop, recognizer), journal=self.journal)
        self.engine = Engine(rooms, self.source, (self.observe,))
        self.engine.closing(self.desktop.close)
        self.engine.start()

    def observe(self, event: Event) -> None:
        if isinstance(event, StateChanged):
            self.seen.append(event.state)

    def speak(self, *, to_the_end: bool) -> None:
        self.engine.post(Press(0))
        for chunk in chunks(loud(1.0), 512):
            self.source.hear(chunk)
        if to_the_end:
            self.engine.post(Release(samples_in(700)))


@pytest.mark.parametrize(
    ("state", "recognizer"),
    [
        (State.STARTING, slow_load),
        (State.READY, ScriptedRecognizer([])),
        (State.HEARING, ScriptedRecognizer([])),
        (State.THINKING, EndlessRecognizer()),
        (State.ACTING, ScriptedRecognizer(["text"])),
    ],
    ids=lambda value: value.value if isinstance(value, State) else "",
)
def test_the_assistant_stops_within_two_seconds_from_any_state(
    state: State, recognizer: Recognizer | Callable[[], Recognizer]
) -> None:
    stage = Stage(state, recognizer)
    if state in {State.HEARING, State.THINKING, State.ACTING}:
        stage.speak(to_the_end=state is not State.HEARING)
    if state is not State.STARTING:
        wait_until(lambda: stage.seen[-1:] == [state], what=state)
    if state is State.HEARING:
        wait_until(lambda: stage.journal.pieces)
    assert GRACE <= 2.0, "what it gives itself; a machine that does something else may not keep to it"
    begun = Stopwatch()
    assert stage.engine.stop(PATIENCE), f"a thread was still running; seen {stage.seen}"
    begun.soon(f"stopping from {state} (at most {GRACE:g} s)")
    assert stage.source.is_stopped
    assert stage.desktop.is_closed
    if state in {State.HEARING, State.THINKING}:
        assert stage.journal.pieces, "what was not delivered is still on disk"


def test_stopping_twice_is_stopping_once() -> None:
    stage = Stage(State.READY, ScriptedRecognizer([]))
    assert stage.engine.stop(PATIENCE)
    assert stage.engine.stop(PATIENCE)
