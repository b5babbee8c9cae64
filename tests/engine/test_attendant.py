"""When the microphone is open: always, on demand, and never behind a locked screen."""

from dataclasses import replace

import pytest

from assistant.engine.discretion.attendant import ATTENTIVE, IDLE, LINGER
from assistant.engine.engine import Engine
from assistant.hear.ports import Eager, Rousable
from assistant.values.audio import Gap, GapReason, samples_in
from assistant.values.control import Cancel, Mode, Press, Release, SetLock, SetMode, SetPause, WatchLevel
from assistant.values.event import (
    ActionPerformed,
    Event,
    MicrophoneOpened,
    MicrophoneOpening,
    PauseChanged,
    Rest,
    State,
    StateChanged,
)
from assistant.values.settings import HearSettings
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import ChecksumRecognizer, chunks, loud, scripted_rooms
from tests.support.waiting import PATIENCE, wait_until


class RousableSource(HandFedSource):
    """Remembers when it was woken and sent to rest."""

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[str] = []

    def wake(self) -> None:
        self.orders.append("wake")

    def rest(self, why: Rest, after: float) -> None:
        self.orders.append(f"rest {why} after {after:g}")


class Scene:
    """An engine around a source that can rest."""

    def __init__(self, settings: HearSettings) -> None:
        self.source, self.events = RousableSource(), list[Event]()
        self.desktop = RecordingDesktop()
        rooms = replace(scripted_rooms(self.desktop, ScriptedRecognizer(["words"] * 9)), hear=settings)
        self.engine = Engine(rooms, self.source, (self.events.append,))
        self.engine.start()

    def dictate(self) -> None:
        """Hold the key for a second at the beginning of time."""
        self.engine.post(Press(0))
        for chunk in chunks(loud(1.0), 512):
            self.source.hear(chunk)
        self.engine.post(Release(samples_in(600)))
        wait_until(lambda: any(isinstance(event, ActionPerformed) for event in self.events), "the delivery")


def orders_of(settings: HearSettings, *controls: SetLock | SetMode | SetPause) -> list[str]:
    scene = Scene(settings)
    for control in controls:
        scene.engine.post(control)
    scene.dictate()
    assert scene.engine.stop(PATIENCE)
    return scene.source.orders


def test_a_warm_microphone_is_never_closed() -> None:
    assert orders_of(HearSettings()) == ["wake"]


def test_on_demand_it_opens_at_the_press_and_stays_open_for_the_next_one_a_while() -> None:
    settings = HearSettings(microphone_use="on_demand")
    assert orders_of(settings) == ["wake", f"rest on_demand after {LINGER:g}"]


def test_hands_free_hears_all_the_time_also_on_demand() -> None:
    settings = HearSettings(microphone_use="on_demand")
    orders = orders_of(settings, SetMode(Mode.HANDS_FREE), SetMode(Mode.PUSH_TO_TALK))
    assert orders[:2] == ["wake", "rest on_demand after 0"]


def test_behind_a_locked_screen_no_key_opens_it() -> None:
    assert orders_of(HearSettings(), SetLock(is_locked=True)) == ["rest locked after 0"]


@pytest.mark.parametrize("use", ["warm", "on_demand"])
def test_after_the_lock_it_is_as_before(use: str) -> None:
    settings = HearSettings(microphone_use="warm" if use == "warm" else "on_demand")
    orders = orders_of(settings, SetLock(is_locked=True), SetLock(is_locked=False))
    assert orders[:2] == ["rest locked after 0", "wake" if use == "warm" else "rest on_demand after 0"]


def test_who_wants_to_be_heard_behind_the_lock_is() -> None:
    assert orders_of(HearSettings(close_on_lock=False), SetLock(is_locked=True)) == ["wake"]


def test_paused_it_is_closed_and_a_key_does_not_open_it() -> None:
    scene = Scene(HearSettings(microphone_use="on_demand"))
    scene.engine.post(SetPause(is_paused=True))
    scene.engine.post(Press(0))
    scene.engine.post(Release(samples_in(600)))
    told = [PauseChanged(is_paused=True)] * 2  # the second one for the key
    wait_until(lambda: [event for event in scene.events if isinstance(event, PauseChanged)] == told, "told")
    scene.engine.post(SetPause(is_paused=False))
    scene.dictate()
    assert scene.engine.stop(PATIENCE)
    assert scene.source.orders == [
        "rest paused after 0",
        "rest on_demand after 0",
        "wake",
        f"rest on_demand after {LINGER:g}",
    ]
    assert scene.desktop.texts == ["words"]


def test_the_end_of_a_lock_does_not_end_a_pause() -> None:
    scene = Scene(HearSettings())
    for control in (SetPause(is_paused=True), SetLock(is_locked=True), SetLock(is_locked=False)):
        scene.engine.post(control)
    wait_until(lambda: scene.source.orders == ["rest paused after 0"] * 3, "three orders to rest")
    assert scene.engine.stop(PATIENCE)


def test_a_lock_in_mid_utterance_ends_it_and_loses_nothing() -> None:
    scene = Scene(HearSettings())
    scene.engine.post(Press(0))
    for chunk in chunks(loud(1.0), 512):
        scene.source.hear(chunk)
    scene.engine.post(SetLock(is_locked=True))
    wait_until(lambda: scene.desktop.texts == ["words"], "what was said until then")
    assert scene.engine.stop(PATIENCE)


def test_while_it_opens_the_state_says_so_and_not_that_it_hears() -> None:
    scene = Scene(HearSettings(microphone_use="on_demand"))
    assert scene.engine.wait_until_loaded(20)
    scene.source.hear(MicrophoneOpening())
    scene.engine.post(Press(0))
    wait_until(lambda: StateChanged(State.STARTING) in scene.events, "getting ready")
    scene.source.hear(MicrophoneOpened("headset"))
    wait_until(lambda: scene.events[-1] == StateChanged(State.HEARING), "hearing")
    assert scene.engine.stop(PATIENCE)


def test_what_was_heard_before_it_was_opened_is_not_the_beginning_of_what_is_said_now() -> None:
    desktop, source = RecordingDesktop(), HandFedSource()
    engine = Engine(scripted_rooms(desktop, ChecksumRecognizer()), source)
    engine.start()
    for chunk in chunks(loud(1.0), 512):
        source.hear(chunk)
    source.hear(Gap(16_000, 0, GapReason.REOPENED))
    engine.post(Press(None))
    source.hear(Gap(16_000, 80_000, GapReason.REOPENED))
    for chunk in chunks(loud(1.5, seed=1), 512):
        source.hear(replace(chunk, start=chunk.start + 16_000))
    engine.post(Release(16_000 + samples_in(800)))
    wait_until(lambda: desktop.texts, "the text")
    assert desktop.texts[0].startswith("16000:"), "from the first sample after the opening"
    assert engine.stop(PATIENCE)


def test_a_microphone_that_cannot_rest_is_left_alone() -> None:
    assert isinstance(RousableSource(), Rousable)
    assert not isinstance(HandFedSource(), Rousable)


class EagerSource(HandFedSource):
    """Remembers whether every block is wanted at once."""

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[str] = []
        self.most: list[float] = []

    def hurry(self) -> None:
        self.orders.append("hurry")

    def ease(self) -> None:
        self.orders.append("ease")

    def gather(self, most: float) -> None:
        self.most.append(most)


@pytest.mark.parametrize("is_cancelled", [False, True])
def test_blocks_come_at_once_only_while_somebody_speaks(is_cancelled: bool) -> None:
    source = EagerSource()
    assert isinstance(source, Eager)
    assert not isinstance(HandFedSource(), Eager)
    engine = Engine(scripted_rooms(RecordingDesktop(), ScriptedRecognizer(["words"])), source)
    engine.start()
    engine.post(Press(0))
    wait_until(lambda: source.orders[:1] == ["hurry"], "hurry with the key, before any audio")
    for chunk in chunks(loud(1.0), 512):
        source.hear(chunk)
    engine.post(Cancel() if is_cancelled else Release(samples_in(600)))
    wait_until(lambda: source.orders[-1] == "ease", "ease when it is over")
    assert set(source.orders[:-1]) == {"hurry"}
    assert engine.stop(PATIENCE)


def test_audio_takes_its_time_where_only_a_key_counts_and_nobody_looks_at_the_level() -> None:
    source = EagerSource()
    engine = Engine(scripted_rooms(RecordingDesktop(), ScriptedRecognizer([])), source)
    assert source.most == [IDLE]
    engine.start()
    engine.post(WatchLevel(is_watched=True))
    engine.post(SetMode(Mode.HANDS_FREE))
    wait_until(lambda: len(source.most) == 3, "another mode")
    engine.post(WatchLevel(is_watched=False))
    engine.post(SetMode(Mode.PUSH_TO_TALK))
    wait_until(lambda: len(source.most) == 5, "the mode before")
    assert source.most == [IDLE, ATTENTIVE, ATTENTIVE, ATTENTIVE, IDLE]
    assert not source.orders, "none of it is a hurry, or the end of one"
    assert engine.stop(PATIENCE)
