"""A microphone that is closed on purpose: on demand, or behind a locked screen. On a real sound server."""

from collections.abc import Iterator
from functools import partial
from time import monotonic, sleep

import pytest

from assistant.devices.microphone import PortAudioMicrophone
from assistant.devices.microphone.nap import Nap
from assistant.values.audio import GapReason
from assistant.values.event import MicrophoneClosed, MicrophoneOpened, MicrophoneOpening, Rest
from tests.fakes.post import RecordingPost
from tests.support.sound_server import SoundServer, missing_programs
from tests.support.waiting import Stopwatch, wait_until

pytestmark = pytest.mark.skipif(missing_programs() is not None, reason=str(missing_programs()))


@pytest.fixture
def microphone(server: SoundServer, post: RecordingPost) -> Iterator[PortAudioMicrophone]:
    microphone = PortAudioMicrophone(on_demand=True)
    microphone.start(post)
    yield microphone
    microphone.stop()
    post.check_positions()


def recorders(server: SoundServer) -> int:
    """Return how many programs record, as the sound server sees it; one keeps the tests' source awake."""
    return len(server.pactl("list", "short", "source-outputs").splitlines()) - 1


def wait_for_more(post: RecordingPost) -> None:
    """Wait for a quarter second of audio."""
    goal = post.stop + 4000
    wait_until(lambda: post.stop > goal, "audio")


def was_closed(post: RecordingPost, times: int) -> bool:
    return post.items.count(MicrophoneClosed(Rest.LOCKED)) == times


def test_on_demand_nothing_is_open_until_somebody_wants_to_speak(
    server: SoundServer, post: RecordingPost, microphone: PortAudioMicrophone
) -> None:
    wait_until(lambda: MicrophoneClosed(Rest.ON_DEMAND) in post.items, "closed")
    sleep(0.2)
    assert recorders(server) == 0, "no light is on"
    assert microphone.position(monotonic()) is None
    microphone.wake()
    wait_until(lambda: post.stop > 4000, "audio")
    kinds = [type(item) for item in post.items]
    assert kinds.index(MicrophoneOpening) < kinds.index(MicrophoneOpened)
    assert recorders(server) == 1
    assert microphone.position(monotonic()) is not None


def test_it_closes_and_opens_as_often_as_needed_and_positions_go_on(
    server: SoundServer, post: RecordingPost, microphone: PortAudioMicrophone
) -> None:
    for number in range(3):
        microphone.wake()
        wait_for_more(post)
        microphone.rest(Rest.LOCKED, 0.0)
        wait_until(partial(was_closed, post, number + 1), "closed")
        stop = post.stop
        wait_until(lambda: recorders(server) == 0, "no recorder")
        sleep(0.1)
        assert post.stop == stop
    assert {gap.why for gap in post.gaps} == {GapReason.REOPENED}
    missed = [gap.missing for gap in post.gaps if gap.missing]
    assert len(missed) == 2
    assert min(missed) > 1600, "the time between is counted"


def test_a_rest_that_is_planned_is_called_off_by_the_next_wish_to_hear(
    post: RecordingPost, microphone: PortAudioMicrophone
) -> None:
    microphone.wake()
    wait_until(lambda: post.stop > 1600, "audio")
    microphone.rest(Rest.ON_DEMAND, 0.5)
    microphone.wake()
    goal = post.stop + 16_000
    wait_until(lambda: post.stop > goal, "a second of audio")
    assert post.items.count(MicrophoneClosed(Rest.ON_DEMAND)) == 1, "only the one of the beginning"


def test_it_stops_while_it_rests(post: RecordingPost, microphone: PortAudioMicrophone) -> None:
    wait_until(lambda: MicrophoneClosed(Rest.ON_DEMAND) in post.items, "closed")
    begun = Stopwatch()
    microphone.stop()
    begun.soon("stopping at rest")
    assert MicrophoneOpening() not in post.items


def test_a_nap_that_has_begun_is_not_put_off() -> None:
    nap = Nap(Rest.LOCKED)
    nap.plan(Rest.ON_DEMAND, 60.0)
    assert nap.why is Rest.ON_DEMAND
    nap.end()
    nap.wait()


def test_a_nap_begins_when_it_is_due() -> None:
    nap = Nap(None)
    nap.plan(Rest.ON_DEMAND, 60.0)
    assert nap.why is None
    nap.plan(Rest.ON_DEMAND, 0.0)
    assert nap.why is Rest.ON_DEMAND
