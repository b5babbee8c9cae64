"""Loudness of the system and its microphone, by the tool that the sound server brings."""

import re
import shutil
import subprocess

from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

PATIENCE = 2.0
SINK, SOURCE = "@DEFAULT_SINK@", "@DEFAULT_SOURCE@"
LOUDEST = 100
"""Percent; more than that distorts."""
MISSING = "pactl is missing, so the loudness can't be changed. Install pulseaudio-utils."
_PERCENT = re.compile(r"(\d+)%")


class Loudness:
    """Implements act.ports.BuiltinExecutor for the volume, through PulseAudio or PipeWire."""

    names = frozenset({"volume.set", "volume.change", "volume.mute", "microphone.mute"})

    @property
    def available(self) -> frozenset[str]:
        """All of it where the tool is there."""
        return self.names if shutil.which("pactl") else frozenset()

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Set it, and look whether it is so."""
        if shutil.which("pactl") is None:
            return Outcome(Result.FAILED, MISSING, "pactl")
        try:
            match deed.name:
                case "volume.set":
                    return _set(int(deed.value("percent", 0)))
                case "volume.change":
                    return _set(_volume() + int(deed.value("step", 0)))
                case "volume.mute":
                    return _mute("sink", SINK, is_muted=bool(deed.value("on", 1)))
                case _:
                    return _mute("source", SOURCE, is_muted=True)
        except (OSError, subprocess.SubprocessError, LookupError):
            return Outcome(Result.FAILED, "The sound server does not answer.", "pactl")


def _set(percent: int) -> Outcome:
    percent = max(0, min(LOUDEST, percent))
    _pactl("set-sink-volume", SINK, f"{percent}%")
    result = Result.DONE if abs(_volume() - percent) <= 1 else Result.UNCONFIRMED
    return Outcome(result, f"Volume {percent} percent.", "pactl")


def _mute(kind: str, device: str, *, is_muted: bool) -> Outcome:
    _pactl(f"set-{kind}-mute", device, str(int(is_muted)))
    is_so = ("yes" in _pactl(f"get-{kind}-mute", device)) is is_muted
    what = "The microphone" if kind == "source" else "The sound"
    return Outcome(
        Result.DONE if is_so else Result.UNCONFIRMED, f"{what} is {'off' if is_muted else 'on'}.", "pactl"
    )


def _volume() -> int:
    """Return the loudness in percent. Raises LookupError where the server does not say."""
    found = _PERCENT.search(_pactl("get-sink-volume", SINK))
    if found is None:
        raise LookupError("no percentage")
    return int(found[1])


def _pactl(*arguments: str) -> str:
    command = ["pactl", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    return done.stdout
