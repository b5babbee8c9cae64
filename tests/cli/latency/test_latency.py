"""`assistant latency`: percentiles of what was really measured."""

import json

import pytest

from assistant.cli import main
from assistant.cli.latency.figures import by_length, figures, models
from assistant.devices.latency import LatencyLedger, Timing
from assistant.devices.latency.timing import Stages


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path_factory.mktemp("home")))


def timing(number: int, model: str = "nano", *, is_by_key: bool = True) -> Timing:
    """Return one whose model took `number` milliseconds."""
    stages = Stages(ending=0.01, model=number / 1000, delivery=0.02)
    return Timing("2026-11-28T08:00:00+00:00", model, number / 10, is_by_key, stages.total + 0.2, stages)


HUNDRED = [timing(number) for number in range(1, 101)]


def test_percentiles_are_nearest_rank() -> None:
    found = figures(HUNDRED)
    assert (found.stages["model"].p50, found.stages["model"].p95) == (0.05, 0.095)
    assert found.after_release.p50 == pytest.approx(0.08)
    assert found.after_speech.p95 == pytest.approx(0.325)
    assert figures([]).after_release.count == 0


def test_by_length_and_by_model() -> None:
    assert {name: one.count for name, one in by_length(HUNDRED).items()} == {
        "up to 2 s": 20,
        "2 to 5 s": 30,
        "5 to 15 s": 50,
    }
    assert models([*HUNDRED, timing(1, "sense-voice-small")]) == ["sense-voice-small", "nano"]


def test_the_command_prints_forgets_and_says_that_there_is_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["latency"]) == 0
    assert "Nothing was measured yet" in capsys.readouterr().out
    ledger = LatencyLedger()
    for one in [*HUNDRED, timing(200, "other", is_by_key=False)]:
        ledger.add(one)
    assert main(["latency"]) == 0
    out = capsys.readouterr().out
    assert "key up -> text" in out
    assert "80 ms" in out
    assert "the acoustic model" in out
    assert main(["latency", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["count"], told["after_release"]["count"]) == (101, 100)
    assert told["models"]["other"]["stages"]["model"]["p50_ms"] == 200
    assert main(["latency", "--json", "--model", "other"]) == 0
    assert json.loads(capsys.readouterr().out)["count"] == 1
    assert main(["latency", "--reset"]) == 0
    assert ledger.read() == []
