"""Which source PulseAudio or PipeWire really records from, asked by `pactl` where there is one.

PortAudio only knows a device called `default`. When a source is pulled out, the sound server moves
the stream to another one and tells PortAudio nothing.
"""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any

TIMEOUT = 1.0
"""Seconds; an answer takes some 7 ms where the server is well."""


@dataclass(frozen=True, slots=True)
class PulseSource:
    """A source of the sound server."""

    index: int
    name: str
    label: str
    """What people call it."""
    is_monitor: bool
    """True for what is played, listened to as if it were a microphone."""
    is_muted: bool
    channels: int
    rate: int
    """Hertz."""


def sources() -> list[PulseSource] | None:
    """Return the sources that the sound server has now; None where it cannot be asked."""
    found = _ask("list", "sources")
    if found is None:
        return None
    return [
        PulseSource(
            index=int(each["index"]),
            name=str(each["name"]),
            label=str(each.get("description") or each["name"]),
            is_monitor=each.get("properties", {}).get("device.class") == "monitor",
            is_muted=bool(each.get("mute")),
            channels=_number(r"(\d+)ch", each),
            rate=_number(r"(\d+)Hz", each),
        )
        for each in found
    ]


def default_source() -> str | None:
    """Return the name of the source that is used where none is named."""
    answer = _run("get-default-source")
    return answer.strip() or None if answer else None


def recorded_source() -> int | None:
    """Return the index of the source that the newest stream of this process records from."""
    process = str(os.getpid())
    ours = [
        each
        for each in _ask("list", "source-outputs") or []
        if each.get("properties", {}).get("application.process.id") == process
    ]
    return int(max(ours, key=_index)["source"]) if ours else None


def _index(each: dict[str, Any]) -> int:
    return int(each["index"])


def _number(pattern: str, source: dict[str, Any]) -> int:
    found = re.search(pattern, str(source.get("sample_specification")))
    return int(found[1]) if found else 0


def _ask(*question: str) -> list[dict[str, Any]] | None:
    answer = _run("-f", "json", *question)
    try:
        found = json.loads(answer) if answer else None
    except json.JSONDecodeError:
        return None  # a pactl from before it spoke JSON
    return found if isinstance(found, list) else None


def _run(*arguments: str) -> str | None:
    program = shutil.which("pactl")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *arguments], capture_output=True, text=True, timeout=TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
