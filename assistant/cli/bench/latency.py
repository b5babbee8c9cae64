"""`assistant bench latency`: from the release of the key to text standing in a window.

Everything is real but the microphone and the person: a recording played at its own pace, the key
pressed on the X server's keyboard, our own hotkey watcher, engine and clipboard, and a window that
takes text the way a text field does.
"""

import math
import tempfile
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import numpy as np

from assistant.cli.bench import dictation
from assistant.cli.bench.display import display_or_private
from assistant.cli.bench.percentiles import milliseconds
from assistant.cli.bench.tape import tape
from assistant.cli.commands.demo import demo_recordings
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.devices.audio_file import AudioFile, FileSource
from assistant.devices.desktop import find_desktop
from assistant.devices.desktop.x11.probe import ProbeWindow
from assistant.errors import DeliveryError, NoDesktopError
from assistant.values.audio import SAMPLE_RATE, Samples, read_only
from assistant.values.event import ActionPerformed, Event, TranscriptReady, UtteranceEnded
from assistant.values.settings import KeepSettings, Settings
from assistant.wiring import build, watch_hotkey

LEAD, REST = 1.0, 1.5
"""Seconds of quiet before the first recording, and after each."""
SPARE = 8
"""Recordings that may go by while the model loads: the tape plays from the start of the engine on."""


class Stopwatch:
    """Notes when each stage of the newest utterance was over."""

    def __init__(self) -> None:
        self.marks: dict[str, float] = {}

    def __call__(self, event: Event) -> None:
        """Note the time of `event`."""
        match event:
            case ActionPerformed():
                self.marks["receipt"] = monotonic()
            case UtteranceEnded():
                self.marks["utterance ended"] = monotonic()
            case TranscriptReady(transcript) if transcript.is_final:
                self.marks["transcript ready"] = monotonic()
            case _:
                pass


def measure(options: Namespace) -> dict[str, Any]:
    """Return p50 and p95 of each stage, counted from the release of the key."""
    if options.seconds:
        return dictation.measure(options)
    settings = settings_from(options)
    # Speed is asked for, not sense: the demo model's doubts are ignored and nothing is kept.
    settings = replace(
        settings,
        recognize=replace(settings.recognize, demo_confidence=0.0),
        keep=KeepSettings(journal=True, history=False, folder=Path(tempfile.mkdtemp(prefix="bench-"))),
    )
    speech = AudioFile.read(demo_recordings()[0])
    with display_or_private(), tape(_tape(speech, options.runs + SPARE)) as played:
        found = _run(settings, played, (len(speech) / SAMPLE_RATE, options.runs))
    return {
        "speech": {"seconds": len(speech) / SAMPLE_RATE, "runs": len(found)},
        "from key release": [
            {"stage": stage, **milliseconds([run[stage] for run in found])} for stage in found[0]
        ],
    }


def _run(settings: Settings, played: Path, how: tuple[float, int]) -> list[dict[str, float]]:
    length, runs = how
    desktop = find_desktop(settings.act)
    if desktop is None:
        raise NoDesktopError("bench latency needs an X display, or Xvfb to make one")
    watch, source, window = Stopwatch(), FileSource(played, paced=True), ProbeWindow()
    engine = build(settings, source, desktop, watch)
    engine.closing(desktop.close)
    found = []
    try:
        window.open()
        engine.start()
        watch_hotkey(engine, settings.act, desktop)
        engine.wait_until_loaded()
        heard = (source.position(monotonic()) or 0) / SAMPLE_RATE
        first = max(0, math.ceil((heard - LEAD) / (length + REST)))
        with ProgressLine("bench latency") as progress:
            for number in range(runs):
                begin = LEAD + (first + number) * (length + REST)
                found.append(
                    _one(window, source, watch, (settings.act.hotkeys[0].keys, begin, begin + length))
                )
                progress.show((number + 1) / runs)
    finally:
        engine.stop()
        window.close()
    return found


def _one(
    window: ProbeWindow, source: FileSource, watch: Stopwatch, when: tuple[str, float, float]
) -> dict[str, float]:
    key, begin, end = when
    count = len(window.taken) + 1
    _until(source, begin)
    window.hold(key)
    _until(source, end)
    watch.marks = {}
    released = window.let_go(key)
    if not window.wait(count, 5.0):
        raise DeliveryError("no text arrived in the window within 5 s")
    sleep(0.4)  # the receipt is written once the clipboard has been given back
    marks = {**watch.marks, "text in the window": window.taken[-1].when}
    return {stage: at - released for stage, at in sorted(marks.items(), key=lambda mark: mark[1])}


def _until(source: FileSource, second: float) -> None:
    while (source.position(monotonic()) or 0) < second * SAMPLE_RATE:
        sleep(0.002)


def _tape(speech: Samples, runs: int) -> Samples:
    """Return the speech `runs` times over, quiet around each."""
    noise = np.random.default_rng(0).normal(0, 2, round(REST * SAMPLE_RATE)).astype(np.int16)
    lead = noise[: round(LEAD * SAMPLE_RATE)]
    return read_only(np.concatenate([lead, *([speech, noise] * runs)]))
