"""What every source does: the microphone on a real sound server, files, and what stands in for them."""

from collections.abc import Iterator
from pathlib import Path
from threading import active_count, current_thread
from time import monotonic

import numpy as np
import pytest
import soundfile

from assistant.devices.audio_file import FileSource
from assistant.hear.ports import Heard, Source
from assistant.values.audio import AudioChunk, read_only
from tests.fakes.post import RecordingPost
from tests.fakes.source import ScriptedSource
from tests.support.sound_server import SoundServer, missing_programs
from tests.support.waiting import Stopwatch, wait_until


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    reason = missing_programs()
    if reason:
        pytest.skip(reason)
    with SoundServer() as server:
        yield server


@pytest.fixture(params=["microphone", "paced file", "file", "script"])
def source(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Source]:
    noise = np.random.default_rng(0).integers(-99, 99, 32_000).astype(np.int16)
    made: Source
    if request.param == "microphone":
        request.getfixturevalue("server").apply(monkeypatch)
        from assistant.devices.microphone import PortAudioMicrophone

        made = PortAudioMicrophone()
    elif request.param == "script":
        made = ScriptedSource(
            AudioChunk(at, read_only(noise[at : at + 512])) for at in range(0, len(noise), 512)
        )
    else:
        file = tmp_path / "noise.wav"
        soundfile.write(file, noise, 16_000)
        made = FileSource(file, paced=request.param == "paced file")
    yield made
    made.stop()


def test_audio_abuts_from_zero_on(source: Source) -> None:
    post = RecordingPost()
    source.start(post)
    wait_until(lambda: post.stop > 8000)
    source.stop()
    post.check_positions()


def test_it_posts_from_a_thread_of_its_own(source: Source) -> None:
    threads = set()

    def post(item: Heard) -> None:
        threads.add(current_thread())

    source.start(post)
    wait_until(lambda: bool(threads))
    assert current_thread() not in threads


def test_it_stops_within_a_second_and_twice(source: Source) -> None:
    post, threads = RecordingPost(), active_count()
    source.start(post)
    wait_until(lambda: post.stop > 0)
    before = Stopwatch()
    source.stop()
    before.soon("stopping", 1.0)
    source.stop()
    count = len(post.items)
    wait_until(lambda: active_count() == threads)
    assert len(post.items) == count


def test_it_can_be_stopped_before_it_was_started(source: Source) -> None:
    source.stop()


def test_what_it_knows_of_positions_ascends(source: Source) -> None:
    post = RecordingPost()
    assert source.position(monotonic()) is None
    source.start(post)
    wait_until(lambda: post.stop > 8000)
    now = monotonic()
    positions = [source.position(now + step / 10) for step in range(-2, 5)]
    known = [position for position in positions if position is not None]
    assert len(known) in {0, len(positions)}
    assert known == sorted(known)


def test_it_has_a_name(source: Source) -> None:
    assert source.name
