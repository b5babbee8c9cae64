"""What it costs while nobody speaks to the assistant: `python -m tests.journeys.idle [--seconds 60]`.

The assistant runs as its own process with a real sound server and microphone, waiting for its wake phrase.
The processor time of it, of the programs that it asked, and of its child, which holds the model, is read from
the system: over a quiet room, over typing and taps, and, to show that the measurement can see work, over
people who talk to each other.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic, sleep

import numpy as np

from assistant.devices.audio_file import AudioFile
from assistant.values.audio import SAMPLE_RATE, Samples, samples_in
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.voices import Voice
from tests.support import sound_server, x_server
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

SETTINGS = """
mode = "{mode}"

[hear]
microphone_use = "{use}"

[keep]
history = false
"""
MOST = 0.02
"""Of one core, while nobody speaks."""
TICKS = os.sysconf("SC_CLK_TCK")
ITSELF, ENDED = (11, 12), (13, 14)
"""Fields of /proc/<pid>/stat behind the name: time of the process, and of its children that have ended."""
SETTLE = 5.0
"""Seconds after the start, in which the model is warmed and grammars are made ready."""
TALK = "did you see the film last night it was really rather long but the music was good"


@dataclass(frozen=True)
class Stretch:
    """What was heard for how long, and what it cost."""

    name: str
    seconds: float
    assistant: float
    """Seconds of processor time."""
    child: float
    """The same, of the process that holds the model."""

    @property
    def share(self) -> float:
        """Of one core."""
        return (self.assistant + self.child) / self.seconds

    def __str__(self) -> str:
        parts = f"assistant {self.assistant / self.seconds:.2%}, model {self.child / self.seconds:.2%}"
        return f"{self.name:28} {self.seconds:5.0f} s   {self.share:6.2%} of one core ({parts})"


def missing() -> str | None:
    """Return a reason to skip where it cannot be measured here."""
    if not Path("/proc/self/stat").exists():
        return "needs /proc"
    return x_server.missing_programs() or sound_server.missing_programs()


def measure(seconds: float, mode: str = "wake_phrase", use: str = "warm") -> Iterator[Stretch]:
    """Yield what each kind of sound costs, `seconds` of each."""
    with ExitStack() as around:
        home = Path(around.enter_context(TemporaryDirectory(prefix="idle-")))
        screen, sound = around.enter_context(XServer()), around.enter_context(SoundServer())
        environment = {**screen.environment, **sound.environment, "HOME": str(home)}
        settings = SETTINGS.replace("{mode}", mode).replace("{use}", use)
        running = around.enter_context(RunningAssistant(home, environment, settings=settings))
        wait_until(lambda: '"ready"' in running.ask("status", "--json"), "the model", 60.0)
        sleep(SETTLE)
        for name, samples in (
            ("a quiet room", None),
            ("typing and taps", _taps()),
            ("people talking", _talk()),
        ):
            yield _stretch(name, seconds, running.pid, (sound, samples))


def _stretch(name: str, seconds: float, pid: int, heard: tuple[SoundServer, Samples | None]) -> Stretch:
    sound, samples = heard
    over = Event()

    def play() -> None:
        while samples is not None and not over.is_set():
            sound.play(samples)

    player = Thread(target=play, daemon=True)
    player.start()
    begun, before = monotonic(), _times(pid)
    sleep(seconds)
    after, spent = _times(pid), monotonic() - begun
    over.set()
    player.join(60)
    return Stretch(name, spent, after[0] - before[0], after[1] - before[1])


def _times(pid: int) -> tuple[float, float]:
    """Return the processor time of a process, and of all that it has started."""
    children = [each for each in _processes() if _parent(each) == pid]
    return _spent(pid) + _spent(pid, *ENDED), sum(_spent(each) for each in children)


def _processes() -> list[int]:
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]


def _fields(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _parent(pid: int) -> int:
    found = _fields(pid)
    return int(found[1]) if found else 0


def _spent(pid: int, *fields: int) -> float:
    found = _fields(pid)
    return sum(int(found[each]) for each in fields or ITSELF) / TICKS if found else 0.0


def _taps() -> Samples:
    """Return ten seconds of typing: recorded, where there is any, else clicks that webrtcvad wakes on."""
    data = os.environ.get("ASSISTANT_TEST_DATA")
    recorded = sorted(Path(data).glob("speech/sounds/**/*typing*.ogg")) if data else []
    if recorded:
        return np.concatenate([AudioFile.read(path) for path in recorded])[: 10 * SAMPLE_RATE]
    pick, taps = random.Random(5), np.zeros(10 * SAMPLE_RATE, np.int16)
    for _ in range(40):
        at, length = pick.randrange(len(taps) - 2000), pick.randrange(100, 800)
        click = np.random.default_rng(at).normal(0, 6000, length) * np.exp(-np.arange(length) / (length / 4))
        taps[at : at + length] = click.clip(-32000, 32000)
    return taps


def _talk() -> Samples:
    return np.pad(synthesize(TALK, Voice("flite", "rms")), samples_in(800))


def main() -> int:
    """Print the stretches; 1 where silence costs too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.idle", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, metavar="S", help="of each kind of sound")
    parser.add_argument(
        "--mode",
        choices=("wake_phrase", "command", "hands_free", "asleep", "push_to_talk"),
        default="wake_phrase",
    )
    parser.add_argument(
        "--microphone", choices=("warm", "on_demand"), default="warm", help="between two uses"
    )
    options = parser.parse_args()
    if reason := missing():
        sys.stdout.write(f"{reason}\n")
        return 2
    found = []
    for stretch in measure(options.seconds, options.mode, options.microphone):
        found.append(stretch)
        sys.stdout.write(f"{stretch}\n")
        sys.stdout.flush()
    is_met = all(each.share <= MOST for each in found[:2])
    sys.stdout.write(f"{'met' if is_met else 'MISSED'}: at most {MOST:.0%} of one core while nobody speaks\n")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
