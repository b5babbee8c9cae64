"""What a loaded model costs, each runtime in a process of its own: seconds to load, memory afterwards."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from assistant.errors import SettingsError
from assistant.values.audio import SAMPLE_RATE

_SECONDS = 10


def in_own_process(name: str, folder: Path) -> dict[str, Any]:
    """Load `folder` with runtime `name` in a fresh process; return what it cost. Raises SettingsError."""
    command = [sys.executable, "-m", "assistant.cli.bench.weigh", name, str(folder.resolve())]
    if getattr(sys, "frozen", False):
        raise SettingsError("this is measured from a checkout or a wheel: a bundle has no Python of its own")
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def megabytes(key: str, process: int | str = "self") -> float:
    """Return a line of a process's memory, in MiB; 0 where the system does not tell.

    VmRSS is what lies in memory, RssAnon what nobody else could use, Pss its fair share of both,
    Private_Clean and Private_Dirty what nobody else uses.
    """
    file = Path(f"/proc/{process}/{'smaps_rollup' if key.startswith('P') else 'status'}")
    lines = file.read_text(encoding="ascii").splitlines() if file.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{key}:")), 0.0)


def main() -> None:
    """Load and print one JSON object."""
    from assistant.cli.bench.against import OURS, PEERS, ours, peer

    name, folder = sys.argv[1], Path(sys.argv[2])
    samples = np.zeros(_SECONDS * SAMPLE_RATE, np.int16)
    begin = perf_counter()
    # Importing a runtime is not loading a model.
    import_module("assistant.devices.onnx.session" if name == OURS else PEERS[name])
    found: dict[str, Any] = {"runtime": name, "import_s": perf_counter() - begin}
    before, begin = megabytes("VmRSS"), perf_counter()
    read = ours(folder, 1) if name == OURS else peer(name, folder, 1)
    found["load_s"] = perf_counter() - begin
    found["rss_mb"] = megabytes("VmRSS")
    found["own_rss_mb"] = found["rss_mb"] - before
    found["private_mb"] = megabytes("RssAnon")
    begin = perf_counter()
    read(samples)
    found["first_10_s_ms"] = 1000 * (perf_counter() - begin)
    found["rss_after_10_s_mb"] = megabytes("VmRSS")
    found["private_after_10_s_mb"] = megabytes("RssAnon")
    found["pss_after_10_s_mb"] = megabytes("Pss")
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
