"""`bench latency --seconds`: dictations at their own pace, to their final transcripts."""

import json

import numpy as np
import pytest

from assistant.cli import main
from assistant.cli.bench.dictation import _spoken
from assistant.values.audio import read_only
from tests.fakes.rooms import loud, quiet


def test_dictations_of_several_lengths_take_turns(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["bench", "latency", "--seconds", "1,3", "--runs", "2", "--reaction", "0.2", "--json"]
    assert main(command) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["seconds"] for row in found["dictations"]] == [1.0, 3.0]
    for row in found["dictations"]:
        released, ended = row["from key release"], row["from end of speech"]
        assert 0 < released["p50_ms"] <= released["p95_ms"]
        assert ended["p50_ms"] == pytest.approx(released["p50_ms"] + 200, abs=50)
        assert row["of that hearing"]["p50_ms"] <= released["p50_ms"]
    assert found["length costs"]["3 s against 1 s"] > 0


@pytest.mark.parametrize("lengths", ["", "x", "5,", "0.5", "5;15"])
def test_lengths_that_are_none_are_refused(lengths: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "latency", "--seconds", lengths or ","]) == 1
    assert "--seconds takes lengths of a second and more" in capsys.readouterr().err


def test_what_is_dictated_ends_with_its_last_sound() -> None:
    speech = loud(1.0)
    assert len(_spoken(read_only(np.concatenate([speech, quiet(0.4)])))) == len(speech)
    assert len(_spoken(quiet(1.0))) == 16_000
