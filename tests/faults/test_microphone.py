"""What happens to microphones, on a real sound server: message, recovery, nothing lost, nothing invented."""

import os
import signal
from collections.abc import Iterator
from time import monotonic, sleep

import numpy as np
import pytest

from assistant.devices.microphone import PortAudioMicrophone, list_microphones
from assistant.errors import NoMicrophoneError
from assistant.hear.endpointer import Endpointer
from assistant.values.audio import AudioChunk, Gap, GapReason, Samples, Utterance
from assistant.values.control import Press, Release
from assistant.values.event import Fault, MicrophoneOpened, Recovered, Trouble
from assistant.values.settings import HearSettings
from tests.fakes.detector import LevelDetector
from tests.fakes.post import RecordingPost
from tests.support.sound_server import SoundServer, missing_programs
from tests.support.waiting import Stopwatch, wait_until

pytestmark = pytest.mark.skipif(missing_programs() is not None, reason=str(missing_programs()))


@pytest.fixture
def microphone(server: SoundServer, post: RecordingPost) -> Iterator[PortAudioMicrophone]:
    microphone = PortAudioMicrophone()
    microphone.start(post)
    wait_until(lambda: post.stop > 1600)
    yield microphone
    microphone.stop()
    post.check_positions()


def noise(seconds: float) -> Samples:
    return np.random.default_rng(1).integers(-9000, 9000, round(16_000 * seconds)).astype(np.int16)


def opened(post: RecordingPost) -> list[str]:
    return [item.name for item in post.items if isinstance(item, MicrophoneOpened)]


def wait_for_audio(post: RecordingPost, seconds: float = 0.5) -> None:
    """Wait until more audio has come."""
    goal = post.stop + 16_000 * seconds
    wait_until(lambda: post.stop >= goal, what="audio")


def played(heard: Samples, sound: Samples) -> int:
    """Return how many samples in a row of `sound` were heard without a fault: the room only hisses."""
    probe = sound[4000:4400].astype(float)
    at = int(np.argmax(np.correlate(heard.astype(float), probe, "valid"))) - 4000
    first = max(0, -at)
    count = min(len(heard) - at, len(sound))
    differs = np.abs(heard[at + first : at + count].astype(int) - sound[first:count]) > 20
    return int(np.argmax(differs[4000:])) if differs[4000:].any() else count - 4000


def wakings(post: RecordingPost, seconds: float) -> int:
    """Return how often something was posted after a pause."""
    before = len(post.times)
    sleep(seconds)
    times = np.array(post.times[before:])
    return int((np.diff(times) > 0.01).sum())


def test_blocks_gather_while_nobody_speaks_and_none_is_lost(
    microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    at_ease = wakings(post, 2.0)
    microphone.gather(0.5)
    at_rest = wakings(post, 2.0)
    for wanted in (microphone.hurry, microphone.ease) * 3:  # whenever a key comes
        wanted()
        wait_for_audio(post, 0.1)
    microphone.hurry()
    hurried = wakings(post, 2.0)
    assert at_rest <= 5, "each half of a second at most"
    assert at_ease <= 21, "each tenth of a second at most"
    assert hurried > at_ease
    assert not post.gaps


def test_unplugged_in_mid_utterance_and_plugged_in_again(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    sound = noise(5)
    with server.playing(sound):
        wait_until(lambda: np.abs(post.samples[-512:]).max() > 1000, what="sound")
        wait_for_audio(post, 1.0)
        pressed = microphone.position(monotonic() - 0.5)
        server.remove_source()
        wait_until(lambda: post.troubles(Fault.MICROPHONE_LOST), what="the message")
    before = post.stop
    server.add_microphone()
    wait_until(lambda: len(post.troubles(Fault.MICROPHONE_LOST)) == 2, what="the recovery")
    wait_for_audio(post)
    lost, back = post.troubles(Fault.MICROPHONE_LOST)
    assert isinstance(lost, Trouble)
    assert lost.message == "There is no microphone. Plug one in, or switch it on in the sound settings."
    assert back == Recovered(Fault.MICROPHONE_LOST, "Hearing through Monitor of vmic again.")
    (gap,) = [gap for gap in post.gaps if gap.why is GapReason.REOPENED]
    assert gap.start == before
    assert gap.missing > 0
    # all that was delivered before is there, sample by sample: nothing lost, nothing invented
    assert played(post.samples[:before], sound) >= 10_000
    assert pressed is not None
    assert utterance_from(post, pressed).gaps == (gap,)


def utterance_from(post: RecordingPost, pressed: int) -> Utterance:
    """Hold the key from a position to the end of what was posted."""
    ear = Endpointer(HearSettings(), LevelDetector())
    found = list(ear.feed(Press(pressed)))
    for item in post.items:
        if isinstance(item, AudioChunk | Gap):
            found += ear.feed(item)
    found += [*ear.feed(Release()), *ear.flush()]
    (utterance,) = [each for each in found if isinstance(each, Utterance)]
    return utterance


def test_unplugged_while_another_one_is_there(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    server.add_microphone("desk")
    server.set_default("vmic")
    wait_for_audio(post)
    server.remove_source()
    wait_until(lambda: "Monitor of desk" in opened(post), what="the other microphone")
    (trouble,) = post.troubles(Fault.MICROPHONE_CHANGED)
    assert trouble.message.startswith("Hearing through Monitor of desk now instead of Monitor of vmic.")
    with server.playing(noise(3), "desk"):
        wait_until(lambda: np.abs(post.samples[-512:]).max() > 1000, what="sound of the other one")


def test_another_default_is_followed_and_told(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    server.add_microphone("desk")
    wait_until(lambda: opened(post)[-1] == "Monitor of desk", what="the new default")


def test_a_stream_moved_by_hand_in_the_mixer_is_told_and_stays(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    server.add_microphone("desk")
    server.set_default("vmic")
    wait_for_audio(post)
    ours = f'application.process.id = "{os.getpid()}"'
    streams = server.pactl("list", "source-outputs").split("Source Output #")
    (number,) = [each.split()[0] for each in streams if ours in each]
    server.pactl("move-source-output", number, "desk.monitor")
    wait_until(lambda: opened(post)[-1] == "Monitor of desk", what="the move")
    wait_for_audio(post, 4.0)
    assert opened(post)[-1] == "Monitor of desk"


def test_a_microphone_chosen_by_name_is_left_and_found_again(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    choose_desk(server, microphone, post)
    server.remove_source("desk")
    wait_until(
        lambda: opened(post)[-1] == "Monitor of vmic", what="the one that the server puts in its place"
    )
    server.add_microphone("desk")
    wait_until(lambda: opened(post)[-1] == "Monitor of desk", what="the one that was chosen")
    wait_for_audio(post)
    assert len(post.troubles(Fault.MICROPHONE_CHANGED)) == 3, "each change is told"


def test_a_microphone_whose_stand_in_gives_nothing_is_lost_and_found_again(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    server.add_microphone("slow", renders_ahead=True)
    server.remove_source()
    choose_desk(server, microphone, post)
    server.remove_source("desk")
    wait_until(lambda: post.troubles(Fault.MICROPHONE_LOST), what="the message")
    server.add_microphone("desk")
    wait_until(lambda: len(post.troubles(Fault.MICROPHONE_LOST)) == 2, what="the recovery")
    assert opened(post)[-1] == "Monitor of desk"
    wait_for_audio(post)


def choose_desk(server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost) -> None:
    before = server.pactl("get-default-sink").strip()
    server.add_microphone("desk")
    server.set_default(before)
    microphone.use("Monitor of desk")
    wait_until(lambda: opened(post)[-1] == "Monitor of desk", what="the microphone chosen")
    assert microphone.name == "Monitor of desk"


def test_a_name_that_is_not_there_is_a_trouble_until_it_is(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    microphone.use("desk")
    wait_until(lambda: post.troubles(Fault.MICROPHONE_LOST), what="the message")
    assert post.troubles(Fault.MICROPHONE_LOST)[0].message == (
        "There is no microphone called desk. Plug it in, or choose another one: Monitor of vmic."
    )
    server.add_microphone("desk")
    wait_until(lambda: len(post.troubles(Fault.MICROPHONE_LOST)) == 2, what="the recovery")
    assert opened(post)[-1] == "Monitor of desk"


def test_the_sound_server_is_killed_and_restarted(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    sound = noise(5)
    with server.playing(sound):
        wait_until(lambda: np.abs(post.samples[-512:]).max() > 1000, what="sound")
        wait_for_audio(post, 1.0)
        server.kill()
    wait_until(lambda: post.troubles(Fault.MICROPHONE_LOST), what="the message")
    before = post.stop
    assert played(post.samples, sound) >= 10_000
    server.start()
    wait_until(lambda: len(post.troubles(Fault.MICROPHONE_LOST)) == 2, what="the recovery")
    wait_for_audio(post)
    with server.playing(noise(3)):
        wait_until(lambda: np.abs(post.samples[-512:]).max() > 1000, what="sound")
    assert next(gap.start for gap in post.gaps if gap.why is GapReason.REOPENED) == before
    assert microphone.position(monotonic()) == pytest.approx(post.stop, abs=16_000)


def test_a_muted_microphone_is_told_and_so_is_its_end(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    server.mute(on=True)
    wait_until(lambda: post.troubles(Fault.MICROPHONE_SILENT), what="the message")
    (trouble,) = post.troubles(Fault.MICROPHONE_SILENT)
    assert "Monitor of vmic gives only silence" in trouble.message
    wait_for_audio(post)
    server.mute(on=False)
    wait_until(lambda: len(post.troubles(Fault.MICROPHONE_SILENT)) == 2, what="the end of it")
    assert isinstance(post.troubles(Fault.MICROPHONE_SILENT)[1], Recovered)


def test_no_microphone_at_the_start_is_an_error(server: SoundServer, post: RecordingPost) -> None:
    server.remove_source()
    assert list_microphones() == []
    with pytest.raises(NoMicrophoneError, match="Plug one in"):
        PortAudioMicrophone().start(post)
    assert post.items == []


def test_whoever_keeps_trying_starts_without_and_hears_it_when_it_comes(
    server: SoundServer, post: RecordingPost
) -> None:
    server.remove_source()
    microphone = PortAudioMicrophone(keep_trying=True)
    microphone.start(post)
    wait_until(lambda: post.troubles(Fault.MICROPHONE_LOST), what="the message")
    server.add_microphone()
    wait_for_audio(post)
    microphone.stop()
    assert isinstance(post.troubles(Fault.MICROPHONE_LOST)[1], Recovered)
    post.check_positions()


def test_no_sound_server_at_all_is_an_error(server: SoundServer, post: RecordingPost) -> None:
    server.kill()
    with pytest.raises(NoMicrophoneError):
        PortAudioMicrophone().start(post)


def test_it_stops_although_the_sound_server_hangs(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    assert server._server is not None
    os.kill(server._server.pid, signal.SIGSTOP)
    try:
        sleep(0.3)
        before = Stopwatch()
        microphone.stop()
        before.soon("stopping while the sound server hangs", 1.0)
    finally:
        os.kill(server._server.pid, signal.SIGCONT)


def test_microphones_are_listed_with_the_default_first(server: SoundServer) -> None:
    server.add_microphone("desk")
    assert [(each.name, each.is_default) for each in list_microphones()] == [("Monitor of desk", True)]


def test_a_key_time_becomes_the_position_of_what_was_heard_then(
    server: SoundServer, microphone: PortAudioMicrophone, post: RecordingPost
) -> None:
    wait_for_audio(post, 1.0)
    for _ in range(20):
        now, position, delivered = monotonic(), microphone.position(monotonic()), post.stop
        assert position is not None
        # what is at the microphone now has not been delivered yet, but will be soon
        assert -1600 < position - delivered < 8000, (now, position, delivered)
        sleep(0.05)
