"""At full size, on random weights: parity in float32, preparation, cancelling. Minutes, and 4 GB of disk."""

import importlib.util
from pathlib import Path

import pytest

from assistant.devices import places
from assistant.devices.onnx import prepare_model
from assistant.devices.onnx.layout import read_model
from assistant.devices.onnx.prepare.trial import ENOUGH
from models.recipe.full_size.writing import cached
from tests.conformance import cancelling, full_size, parity, preparation

CLIPS = 300
FEW = 12
"""Clips at full size in a test; `python -m tests.conformance.full_size` takes 300."""
pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600), pytest.mark.filterwarnings("ignore")]


@pytest.mark.parametrize("layout", full_size.FOLDERS)
def test_at_full_size_float32_reads_what_the_published_runtime_reads(
    layout: str, data: Path, tmp_path: Path
) -> None:
    package = "sherpa_onnx" if layout == "sherpa" else "funasr_onnx"
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed (the extra `conformance`)")
    folder = full_size.prepare(layout, tmp_path)
    found = full_size.compare(folder, "model.onnx", parity.clips(data / "speech" / "dev", FEW))
    parity.report(found)
    assert found.clips == FEW
    assert {one.cause for one in found.differences} <= {parity.TAGS}


def test_preparation_keeps_nanos_words(data: Path, tmp_path: Path) -> None:
    files = read_model(places.nano_model())
    chosen = parity.clips(data / "speech" / "dev", CLIPS)
    assert preparation.signed_is_exact(files, chosen, tmp_path) in {len(chosen), -1}
    outcome = preparation.prepared_frames(files, chosen, tmp_path)
    assert outcome.equal >= ENOUGH
    assert all(margin < parity.LEVEL for _, _, margin in outcome.margins)


def test_a_cancelled_run_at_full_size_ends_soon_and_the_next_is_right(tmp_path: Path) -> None:
    folder = cached("sherpa", tmp_path)
    assert prepare_model(folder)
    spent, wrong = cancelling.measure(folder, 10)
    assert spent
    assert wrong == 0
