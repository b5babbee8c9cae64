"""Preparing a model in a program of its own, which goes on when the one that asked has ended."""

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

from assistant.devices.onnx.prepare.cache import PreparedModels
from assistant.devices.onnx.prepare.graph import GRAPH, Prepared
from assistant.devices.store.lock import Lock

_LOCK = ".lock"
_MODEST = 10
"""How much the program steps back behind others, where the system knows such a thing."""


def make_elsewhere(graph: Path, folder: Path) -> None:
    """Have `graph` prepared into `folder`, and wait until that program has ended. Raises OSError."""
    from assistant.devices.onnx.isolated.child import worker_command

    work = json.dumps({"prepare": str(graph.resolve()), "folder": str(folder)})
    subprocess.Popen(
        [*worker_command(), work],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ).wait()


def make_modestly(graph: Path, folder: Path) -> None:
    """Be that program."""
    step_back = getattr(os, "nice", None)
    if step_back is not None:
        step_back(_MODEST)
    make_here(graph, folder)


def make_here(graph: Path, folder: Path) -> None:
    """Prepare `graph`, and measure it on a quiet machine. A second program waits, and finds it done."""
    with Lock(folder / _LOCK, waiting=lambda: None):
        found = PreparedModels(folder).find(graph)
        if found is not None and not found[1].is_sure:
            _measure_again(graph, *found)


def _measure_again(graph: Path, entry: Path, note: Prepared) -> None:
    """Measure once more how many threads are fastest: the machine was busy when that was tried."""
    from assistant.devices.onnx.layout import read_model
    from assistant.devices.onnx.prepare.trial import Trial

    pace = Trial(read_model(graph)).fastest(entry / GRAPH)
    replace(note, threads=pace.threads, spinning=pace.spinning, is_sure=pace.is_sure).save(entry)
