"""`assistant bench engine`: samples in, text out, no window."""

from argparse import Namespace
from dataclasses import replace
from time import perf_counter
from typing import Any

import numpy as np

from assistant.cli.bench import against
from assistant.cli.bench.percentiles import milliseconds, percentile
from assistant.cli.commands.demo import demo_recordings
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.devices import places
from assistant.devices.audio_file import AudioFile
from assistant.recognize.ports import AcousticModel
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import SAMPLE_RATE, Samples, Trigger, Utterance, read_only
from assistant.values.settings import Settings
from assistant.wiring import load_acoustic_model

LENGTHS = (2, 5, 10, 30)
"""Seconds of speech per measured utterance."""


def measure(options: Namespace) -> dict[str, Any]:
    """Return real-time factors by length, and what the child process costs."""
    settings = settings_from(options)
    if options.against:
        options.lengths = tuple(int(one) for one in options.seconds.split(",") if one) or LENGTHS
        folder = settings.recognize.model or places.nano_model()
        return against.measure(options, folder, speech)
    spoken = speech(max(LENGTHS))
    alone = load_acoustic_model(replace(settings.recognize, isolated=False))
    child = load_acoustic_model(replace(settings.recognize, isolated=True))
    try:
        with ProgressLine("bench engine") as progress:
            rows = []
            for number, length in enumerate(LENGTHS):
                samples = spoken[: length * SAMPLE_RATE]
                rows.append(_row(samples, alone, child, (settings, options.runs)))
                progress.show((number + 1) / len(LENGTHS))
        return {
            "model": {
                "name": alone.description.name,
                "layout": alone.description.layout,
                "runs_on": alone.runs_on,
            },
            "lengths": rows,
        }
    finally:
        alone.close()
        child.close()


def _row(
    samples: Samples, alone: AcousticModel, child: AcousticModel, how: tuple[Settings, int]
) -> dict[str, Any]:
    settings, runs = how
    inside: list[float] = []
    isolated: list[float] = []
    for _ in range(runs + 1):  # interleaved, so that a noisy moment hits both
        inside.append(recognition_time(samples, alone, settings))
        isolated.append(recognition_time(samples, child, settings))
    del inside[0], isolated[0]
    audio = len(samples) / SAMPLE_RATE
    round_trip = percentile(isolated, 50) - percentile(inside, 50)
    return {
        "seconds": audio,
        **milliseconds(isolated),
        "rtf": percentile(isolated, 50) / audio,
        "in_process_p50_ms": 1000 * percentile(inside, 50),
        "child_costs_ms": 1000 * round_trip,
    }


def recognition_time(samples: Samples, model: AcousticModel, settings: Settings) -> float:
    """Return the seconds that one utterance takes."""
    recognizer = SenseVoice(model, settings.recognize, perf_counter)
    utterance = Utterance(1, 0, samples, Trigger.FILE)
    begin = perf_counter()
    for _ in recognizer.feed(utterance):
        pass
    return perf_counter() - begin


def speech(length: int) -> Samples:
    """Return `length` seconds of the shipped recordings, over and over."""
    every = np.concatenate([AudioFile.read(path) for path in demo_recordings()])
    return read_only(np.resize(every, length * SAMPLE_RATE))
