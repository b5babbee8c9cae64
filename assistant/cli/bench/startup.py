"""`assistant bench startup`: from nothing to the first words, each runtime in a fresh process, in turns."""

from argparse import Namespace
from pathlib import Path
from statistics import median
from typing import Any

from assistant.cli.bench import against, weigh
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.devices import places
from assistant.devices.onnx import prepare_model

_TIMES = ("import_s", "load_s", "first_10_s_ms")


def measure(options: Namespace) -> dict[str, Any]:
    """Return the medians, and how many times as long each peer takes to load.

    Raises SettingsError where a peer is not installed, ModelError.
    """
    folder: Path = settings_from(options).recognize.model or places.nano_model()
    names = [against.OURS, *against.installed(options.against)]
    prepare_model(folder)
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    with ProgressLine("bench startup") as progress:
        for run in range(options.runs):
            for name in names:
                found[name].append(weigh.in_own_process(name, folder))
            progress.show((run + 1) / options.runs)
    rows = [
        {"runtime": name} | {key: median(one[key] for one in each) for key in _TIMES}
        for name, each in found.items()
    ]
    ours = rows[0]["load_s"]
    return {"ratio": {row["runtime"]: row["load_s"] / ours for row in rows[1:]}, "startup": rows}
