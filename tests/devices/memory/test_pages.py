"""Memory that loading only looked at goes back to the system."""

import mmap
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.memory import let_go, settle

SIZE = 4 << 20
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what lies in memory")


def resident(path: Path) -> int:
    """Return how many KiB of the file lie in this process's memory."""
    total, is_ours = 0, False
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        first, _, rest = line.partition(" ")
        if "-" in first:
            is_ours = rest.endswith(str(path))
        elif is_ours and first == "Rss:":
            total += int(rest.split()[0])
    return total


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "model.weights"
    path.write_bytes(bytes(range(256)) * (SIZE // 256))
    return path


def test_pages_that_were_only_read_are_given_back_and_read_again(weights: Path) -> None:
    with weights.open("rb") as file, mmap.mmap(file.fileno(), SIZE, access=mmap.ACCESS_COPY) as view:
        assert sum(view[at] for at in range(0, SIZE, 4096)) == 0
        assert resident(weights) >= SIZE // 1024
        let_go(weights)
        assert resident(weights) == 0
        assert view[255] == 255


def test_what_was_written_stays(weights: Path) -> None:
    with weights.open("rb") as file, mmap.mmap(file.fileno(), SIZE, access=mmap.ACCESS_COPY) as view:
        view[5000] = 77
        let_go(weights)
        assert view[5000] == 77


def test_where_the_system_does_not_tell_nothing_happens(tmp_path: Path) -> None:
    let_go(tmp_path / "model.weights", tmp_path / "no such listing")


def test_code_of_libraries_goes_back_and_runs_all_the_same() -> None:
    library = next(Path(np.__file__).parent.glob("_core/_multiarray_umath*"))
    matrix = np.arange(250_000.0).reshape(500, 500)
    expected = np.linalg.inv(matrix + np.eye(500)).sum(), str(matrix[:2])
    before = resident(library)
    settle()
    assert 0 < resident(library) < before, "what was written to stays, code goes"
    assert (np.linalg.inv(matrix + np.eye(500)).sum(), str(matrix[:2])) == expected
