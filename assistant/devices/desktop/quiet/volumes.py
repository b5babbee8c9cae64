"""Programs that play through PulseAudio or PipeWire: turned down while the user speaks, each by itself."""

import json
import os
import shutil
import subprocess
from typing import Any

from assistant.devices.desktop.quiet.ports import Note

LOWERED = 0.15
"""Share of its own volume that is left to a program."""
TIMEOUT = 2.0


class PulseVolumes:
    """Implements Others with `pactl`."""

    kind = "volume"

    def playing(self) -> list[Note]:
        """Return a note for each stream that plays and is not ours."""
        own = str(os.getpid())
        found: list[Note] = []
        for each in _streams():
            process = each.get("properties", {}).get("application.process.id", "")
            volume = _volume(each)
            if process != own and volume and not (each.get("mute") or each.get("corked")):
                found.append(
                    {
                        "kind": self.kind,
                        "name": str(each["index"]),
                        "process": str(process),
                        "volume": str(volume),
                        "lowered": str(round(volume * LOWERED)),
                    }
                )
        return found

    def hush(self, note: Note) -> None:
        """Turn a stream down."""
        _run("set-sink-input-volume", note["name"], note["lowered"])

    def give_back(self, note: Note) -> None:
        """Turn a stream up again, unless it is another one by now or somebody has moved its slider."""
        for each in _streams():
            process = str(each.get("properties", {}).get("application.process.id", ""))
            if (str(each["index"]), process) == (note["name"], note["process"]):
                if str(_volume(each)) == note["lowered"]:
                    _run("set-sink-input-volume", note["name"], note["volume"])
                return


def _volume(stream: dict[str, Any]) -> int:
    """Return the loudest channel, as the server counts."""
    return max((int(each["value"]) for each in stream.get("volume", {}).values()), default=0)


def _streams() -> list[dict[str, Any]]:
    try:
        found = json.loads(_run("-f", "json", "list", "sink-inputs") or "[]")
    except json.JSONDecodeError:
        return []  # a pactl from before it spoke JSON
    return found if isinstance(found, list) else []


def _run(*arguments: str) -> str:
    program = shutil.which("pactl")
    if program is None:
        return ""
    try:
        return subprocess.run(
            [program, *arguments], capture_output=True, text=True, timeout=TIMEOUT, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
