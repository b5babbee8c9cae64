"""Parity with the published runtimes; `python -m tests.conformance.parity` prints the table."""

import importlib.util
from pathlib import Path

import pytest

from tests.conformance import parity

CLIPS = 200


@pytest.fixture(scope="module")
def rows(data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, parity.Comparison]:
    for package in ("sherpa_onnx", "funasr_onnx"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed (the extra `conformance`)")
    if not parity.CHECKPOINT.is_file():
        pytest.skip(f"there are no weights {parity.CHECKPOINT.name} yet")
    out = tmp_path_factory.mktemp("layouts")
    parity.write(parity.CHECKPOINT, out)
    found = list(parity.comparisons(out, parity.clips(data / "speech" / "dev", CLIPS)))
    for row in found:
        parity.report(row)
    return {row.title: row for row in found}


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")  # of the reference packages, which are not ours to mend
def test_we_read_what_the_published_runtimes_read(rows: dict[str, parity.Comparison]) -> None:
    assert all(row.clips == CLIPS and row.tokens for row in rows.values())
    for title, row in rows.items():
        causes = {difference.cause for difference in row.differences}
        assert parity.UNEXPLAINED not in causes, title
        if title != "sherpa-onnx model.int8.onnx" or parity.rounds_like_sherpa():
            assert causes <= {parity.TAGS}, title
        assert all(difference.margin < parity.LEVEL for difference in row.differences), title


def test_the_clips_are_spread_over_all_folders(data: Path) -> None:
    folder = data / "speech" / "dev"
    chosen = parity.clips(folder, CLIPS)
    assert len(set(chosen)) == len(chosen) == CLIPS
    assert {clip.parent for clip in chosen} == {place for place in folder.iterdir() if place.is_dir()}
