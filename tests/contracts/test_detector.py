"""What every detector does: the real ones and those that stand in for them."""

from collections.abc import Callable

import numpy as np
import pytest

from assistant.devices.silero import SileroDetector
from assistant.devices.webrtc import WebRtcDetector
from assistant.hear.ports import Detector
from tests.fakes.detector import LevelDetector, ScriptedDetector

MAKERS: dict[str, Callable[[], Detector]] = {
    "webrtc 10 ms": lambda: WebRtcDetector(3, 10),
    "webrtc 20 ms": lambda: WebRtcDetector(2),
    "webrtc 30 ms": lambda: WebRtcDetector(0, 30),
    "silero": SileroDetector,
    "level": LevelDetector,
    "scripted": lambda: ScriptedDetector([]),
}


@pytest.fixture(params=list(MAKERS))
def detector(request: pytest.FixtureRequest) -> Detector:
    return MAKERS[request.param]()


def frames(detector: Detector, seed: int = 0) -> list[np.ndarray]:
    """Return bursts of noise and silence, frame by frame, nobody's to write to."""
    noise = np.random.default_rng(seed)
    sound = np.concatenate([noise.normal(0, level, 8000) for level in (3, 3000, 3, 8000, 3)])
    sound = sound.astype(np.int16)
    sound.flags.writeable = False
    size = detector.frame
    return [sound[at : at + size] for at in range(0, len(sound) - size + 1, size)]


def test_a_frame_is_10_to_32_ms(detector: Detector) -> None:
    assert 160 <= detector.frame <= 512


def test_silence_is_not_speech(detector: Detector) -> None:
    verdicts = [detector.is_speech(np.zeros(detector.frame, np.int16)) for _ in range(100)]
    assert not any(verdicts[20:])


def test_the_verdict_is_a_plain_bool(detector: Detector) -> None:
    assert all(type(detector.is_speech(frame)) is bool for frame in frames(detector))


def test_after_a_reset_it_judges_as_if_it_were_new(detector: Detector) -> None:
    first = [detector.is_speech(frame) for frame in frames(detector)]
    detector.reset()
    for frame in frames(detector, seed=1)[:37]:
        detector.is_speech(frame)
    detector.reset()
    assert [detector.is_speech(frame) for frame in frames(detector)] == first


def test_two_of_a_kind_do_not_disturb_each_other(detector: Detector, request: pytest.FixtureRequest) -> None:
    other = MAKERS[request.node.callspec.params["detector"]]()
    alone = [detector.is_speech(frame) for frame in frames(detector)]
    detector.reset()
    together = []
    for frame, noise in zip(frames(detector), frames(other, seed=1), strict=True):
        together.append(detector.is_speech(frame))
        other.is_speech(noise)
    assert together == alone
