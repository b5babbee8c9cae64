"""`assistant bench`: how fast this machine is."""

import json
import os
import platform
import sys
from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from assistant.cli.bench import engine, latency, memory, startup, tray
from assistant.cli.bench.against import PEERS
from assistant.cli.consult import speed as consulting
from assistant.cli.packs import speed

MEASURES = {
    "engine": engine.measure,
    "latency": latency.measure,
    "startup": startup.measure,
    "tray": tray.measure,
    "memory": memory.measure,
    "commands": speed.measure,
    "consult": consulting.measure,
}


def run(options: Namespace) -> int:
    """Measure, then print a table or one JSON object."""
    measured = MEASURES[options.what](options)
    headline = {name: measured[name] for name in ("ratio",) if name in measured}
    result = {**headline, "machine": machine(), **measured}
    if options.json:
        sys.stdout.write(json.dumps(result, indent=2) + "\n")
        return 0
    for name, value in result.items():
        sys.stdout.write(f"{name}\n")
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            sys.stdout.write("    " + "   ".join(f"{key} {_number(one)}" for key, one in row.items()) + "\n")
    return 0


def machine() -> dict[str, Any]:
    """Name what the figures depend on."""
    return {
        "cpu": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "onnxruntime": version("onnxruntime"),
        **{name: _version(name) for name in PEERS if _version(name)},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    """Return the name of the processor, as Linux knows it, or else its kind."""
    listing = Path("/proc/cpuinfo")
    lines = listing.read_text(encoding="utf-8").splitlines() if listing.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _number(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(f"{key} {_number(one)}" for key, one in value.items())
    return f"{value:.4g}" if isinstance(value, float) else str(value)
