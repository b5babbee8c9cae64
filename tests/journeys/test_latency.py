"""What `assistant latency` says is what really happened: three dictations, measured from outside as well."""

import json
from pathlib import Path
from time import monotonic

import pytest

from tests.journeys.conftest import Spoken
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import KINDS, TextField
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)
SETTINGS = "[recognize]\ndemo_confidence = 0.0\n\n[keep]\naudio_history = true\n"
COUNT = 3


def test_real_use_is_measured_and_told(
    screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path: Path
) -> None:
    environment = {**screen.environment, **sound.environment}
    waited: list[float] = []
    with (
        RunningAssistant(tmp_path / "home", environment, settings=SETTINGS) as assistant,
        TextField(KINDS[0], screen) as field,
    ):
        field.focus()
        for number, (_, samples) in enumerate(spoken[:COUNT]):
            with screen.holding("Control_R"):
                sound.play(samples)
            released = monotonic()
            assistant.wait_for_delivery(number + 1)
            waited.append(monotonic() - released)
        told = json.loads(assistant.ask("latency", "--json"))
        words = assistant.ask("latency")
    assert told["count"] == told["after_release"]["count"] == COUNT
    assert list(told["models"]) == ["nano"]
    # What it measures by samples, the test sees by the clock, looking from outside and a little later.
    assert 0.005 < told["after_release"]["p50_ms"] / 1000 < sorted(waited)[COUNT // 2] + 0.1
    assert told["after_release"]["p50_ms"] < told["after_speech"]["p95_ms"] + 1000
    stages = sum(spread["p95_ms"] for spread in told["stages"].values())
    assert stages >= told["after_release"]["p95_ms"] - 1, "nothing is left out"
    assert "key up -> text" in words
    text = (tmp_path / "home" / "state" / "latency.jsonl").read_text(encoding="utf-8")
    assert not any(phrase in text for phrase, _ in spoken[:COUNT])
