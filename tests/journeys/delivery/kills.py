"""kill -9 at random moments of a dictation: at most 250 ms of speech lost; the next start has the rest."""

import json
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import numpy as np

from assistant.devices.audio_file import AudioFile
from assistant.values.audio import SAMPLE_RATE, Samples, read_only
from tests.journeys.delivery.figures import Figures, percentile
from tests.journeys.delivery.surroundings import SETTINGS, Surroundings, spoken
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import MICROPHONE, SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until

MOST_LOST = 250
"""Milliseconds."""
PROBE = 2000
"""Samples of the end of a recording by which it is found in what was heard."""


class Ear:
    """Hears what the microphone does, beside the assistant."""

    def __init__(self, recorder: "subprocess.Popen[bytes]") -> None:
        self._recorder = recorder
        self._heard = bytearray()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def count(self) -> int:
        """Return how many samples it has heard by now."""
        return len(self._heard) // 2

    def samples(self) -> Samples:
        """Return all of them."""
        return read_only(np.frombuffer(bytes(self._heard[: self.count() * 2]), "<i2"))

    def join(self) -> None:
        """Wait for the recorder to end."""
        self._thread.join(5)

    def _run(self) -> None:
        assert self._recorder.stdout is not None
        while block := self._recorder.stdout.read1(640):  # type: ignore[attr-defined]  # a buffered reader has it
            self._heard += block


@contextmanager
def hearing(sound: SoundServer, name: str = MICROPHONE) -> Iterator[Ear]:
    """Record beside the assistant what this sink plays."""
    options = ["--raw", f"--rate={SAMPLE_RATE}", "--channels=1", "--format=s16le", "--latency-msec=10"]
    with subprocess.Popen(
        ["parec", *options, f"--device={name}.monitor"],
        env=dict(sound.environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as recorder:
        ear = Ear(recorder)
        wait_until(ear.count, "the ear")
        try:
            yield ear
        finally:
            recorder.kill()
            ear.join()


def kill(around: Surroundings, count: int) -> Figures:
    """Kill the assistant in mid-utterance; look for what it wrote, and whether the next one offers it."""
    figures = Figures(f"kill -9 in mid-dictation: at most {MOST_LOST} ms lost, offered at the next start")
    randomly = random.Random(9)
    long = np.concatenate([samples for _, samples in spoken(6)])
    lost: list[float] = []
    with TextField("qt", around.screen) as field, hearing(around.sound) as ear:
        field.focus()
        assistant = RunningAssistant(around.home, around.environment, settings=SETTINGS)
        for _ in range(count):
            with assistant:
                after = randomly.uniform(0.4, len(long) / SAMPLE_RATE - 0.2)
                heard, recording = _kill_after(around, assistant, ear, (after, long))
            if recording is None:
                figures.check("no recording was left")
                continue
            # Only what was heard of this try is looked at: each plays the same.
            first = heard - round((after + 0.3) * SAMPLE_RATE)
            missing = 1000 * (heard - _end_in(ear.samples(), recording, first)) / SAMPLE_RATE
            lost.append(missing)
            fault = _offer(assistant, recording)
            figures.check(f"{missing:.0f} ms lost" if missing > MOST_LOST else fault or None)
        typed = field.text()
        figures.faults += [f"{typed!r} was typed"] if typed else []
    figures.numbers = {"lost ms median": percentile(lost, 0.5), "lost ms most": max(lost, default=0.0)}
    return figures


def _kill_after(
    around: Surroundings, assistant: RunningAssistant, ear: Ear, how: tuple[float, Samples]
) -> tuple[int, Path | None]:
    """Press, speak, kill; return what had been heard at the kill, and the recording that was left."""
    after, samples = how
    before = set(assistant.recordings.glob("*.wav"))
    around.screen.press("Control_R")
    try:
        with around.sound.playing(samples):
            sleep(after)
            heard = ear.count()
            assistant.kill()
            sleep(0.3)  # what was under way at the kill arrives here, to be compared with
    finally:
        around.screen.release("Control_R")
    left = sorted(set(assistant.recordings.glob("*.wav")) - before)
    return heard, left[0] if left else None


def _end_in(heard: Samples, recording: Path, first: int) -> int:
    """Return where in `heard`, from sample `first` on, the recording ends."""
    kept = AudioFile.read(recording)
    probe = kept[-PROBE:].astype(np.float32)
    window = heard[first:].astype(np.float32)
    score = np.correlate(window, probe, "valid")
    energy = np.sqrt(np.convolve(window**2, np.ones(len(probe), np.float32), "valid")) + 1.0
    return first + int(np.argmax(score / energy)) + len(probe)


def _offer(assistant: RunningAssistant, recording: Path) -> str:
    """Return what is wrong with the next start's offer; nothing where it is right."""
    with assistant:
        if "assistant recover" not in assistant.output():
            wait_until(lambda: "assistant recover" in assistant.output(), "the offer")
    offered = json.loads(assistant.ask("recover", "--json"))
    if [each["file"] for each in offered] != [str(recording)]:
        return f"offered {len(offered)} recordings"
    written = assistant.ask("recover", "deliver", "--print")
    return "" if written.strip() else "nothing could be read from it"
