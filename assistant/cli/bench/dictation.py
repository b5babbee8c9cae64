"""`assistant bench latency --seconds 5,15,30,60`: from the end of speech to the final transcript.

Dictations of these lengths are played at the pace they were spoken, into the engine on threads with
the model in its child process. Only the microphone, the finger and the window are played: the key is
held from the first sample and let go a moment after the last one. The lengths take turns.
"""

import tempfile
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event as Flag
from time import monotonic, sleep
from typing import Any

import numpy as np

from assistant.cli.bench.percentiles import milliseconds, percentile
from assistant.cli.bench.tape import tape
from assistant.cli.commands.demo import demo_recordings
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.devices.audio_file import AudioFile, FileSource
from assistant.devices.desktop.printing import PrintingDesktop
from assistant.devices.onnx import prepare_model
from assistant.engine.engine import Engine
from assistant.errors import SettingsError, SourceError
from assistant.hear.level import power
from assistant.hear.ports import Post
from assistant.values.audio import SAMPLE_RATE, Samples, read_only, samples_in
from assistant.values.control import Mode, Press, Release
from assistant.values.event import Event, TranscriptReady, UtteranceEnded
from assistant.values.settings import KeepSettings, Settings
from assistant.wiring import build

REST = 1.5
"""Seconds of quiet before each dictation and after it."""
STRIDE = 7.3
"""Seconds by which each dictation begins later in the speech than the one before, over and over."""
STEP = samples_in(20)
SPOKEN = 1e-3
"""The share of its loud parts' power that speech has at its end: what is fainter is its last pause."""
PATIENCE = 30.0
"""Seconds that a transcript is waited for."""


@dataclass(frozen=True, slots=True)
class Take:
    """One dictation on the tape, in samples."""

    seconds: float
    """Its length as asked for."""
    press: int
    end: int
    """Where speech ends."""
    release: int


@dataclass(frozen=True, slots=True)
class Lap:
    """What one dictation cost, in seconds, and what came with it."""

    from_release: float
    from_end: float
    hearing: float
    """From the release to the end of the utterance: the wait for a word that is not over."""
    partials: int


class LateSource:
    """Plays once it is told to: the first dictation is not to wait for the model to load."""

    def __init__(self, source: FileSource) -> None:
        self._source = source
        self._posts: list[Post] = []

    @property
    def name(self) -> str:
        """Name of what is played."""
        return self._source.name

    def start(self, post: Post) -> None:
        """Remember whom to play to."""
        self._posts.append(post)

    def play(self) -> None:
        """Begin. Raises UnreadableAudioError."""
        for post in self._posts:
            self._source.start(post)

    def position(self, when: float) -> int | None:
        """Return the sample that is played at `when`; None before the first."""
        return self._source.position(when)

    def stop(self) -> None:
        """End at once. May be called twice."""
        self._source.stop()


class Stopwatch:
    """Notes when the newest utterance was over, and when its transcript was there."""

    def __init__(self) -> None:
        self.ended = self.read = 0.0
        self.partials = 0
        self.is_read = Flag()

    def begin(self) -> None:
        """Expect another utterance."""
        self.partials = 0
        self.is_read.clear()

    def __call__(self, event: Event) -> None:
        """Note the time of `event`."""
        match event:
            case UtteranceEnded():
                self.ended = monotonic()
            case TranscriptReady(transcript) if transcript.is_final:
                self.read = monotonic()
                self.is_read.set()
            case TranscriptReady():
                self.partials += 1
            case _:
                pass


def measure(options: Namespace) -> dict[str, Any]:
    """Return p50 and p95 for each length. Raises SettingsError, SourceError, ModelError."""
    settings = settings_from(options)
    lengths = _lengths(options.seconds)
    speech = np.concatenate([AudioFile.read(path) for path in options.speech or demo_recordings()])
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        settings = replace(
            settings,
            mode=Mode.PUSH_TO_TALK,
            recognize=replace(settings.recognize, demo_confidence=0.0),
            keep=KeepSettings(journal=True, history=False, folder=Path(folder)),
        )
        samples, takes = _takes(speech, lengths * options.runs, options.reaction)
        with tape(samples) as played:
            laps = _run(settings, played, takes)
    rows = [_row(length, laps[length]) for length in lengths]
    headline = {f"{lengths[-1]:g} s against {lengths[0]:g} s": _ratio(rows[-1], rows[0])}
    about = {"runs": options.runs, "reaction_s": options.reaction, "threads": settings.recognize.threads}
    return {"speech": about, "dictations": rows, "length costs": headline}


def _lengths(text: str) -> list[float]:
    try:
        lengths = [float(part) for part in text.split(",")]
    except ValueError:
        lengths = []
    if not lengths or min(lengths) < 1:
        raise SettingsError(f"--seconds takes lengths of a second and more, like 5,15,30,60, not {text!r}")
    return lengths


def _row(length: float, laps: Sequence[Lap]) -> dict[str, Any]:
    return {
        "seconds": length,
        "from key release": milliseconds([lap.from_release for lap in laps]),
        "from end of speech": milliseconds([lap.from_end for lap in laps]),
        "of that hearing": milliseconds([lap.hearing for lap in laps]),
        "partial transcripts": percentile([float(lap.partials) for lap in laps], 50),
    }


def _ratio(long: dict[str, Any], short: dict[str, Any]) -> float:
    return float(long["from key release"]["p50_ms"] / short["from key release"]["p50_ms"])


def _run(settings: Settings, played: Path, takes: Sequence[Take]) -> dict[float, list[Lap]]:
    _prepare(settings)
    watch, source = Stopwatch(), LateSource(FileSource(played, paced=True))
    engine = build(settings, source, PrintingDesktop(), watch)
    laps: dict[float, list[Lap]] = {take.seconds: [] for take in takes}
    try:
        engine.start()
        engine.wait_until_loaded()
        source.play()
        with ProgressLine("bench latency") as progress:
            for number, take in enumerate(takes):
                laps[take.seconds].append(_one(engine, source, watch, take))
                progress.show((number + 1) / len(takes))
    finally:
        engine.stop()
    return laps


def _prepare(settings: Settings) -> None:
    """Have the model prepared, so that what is measured runs as it will every time but the first."""
    if settings.recognize.model is not None and settings.recognize.prepare:
        prepare_model(settings.recognize.model)


def _one(engine: Engine, source: LateSource, watch: Stopwatch, take: Take) -> Lap:
    _until(source, take.press)
    watch.begin()
    engine.post(Press(take.press))
    _until(source, take.release)
    released = monotonic()
    engine.post(Release(take.release))
    if not watch.is_read.wait(PATIENCE):
        raise SourceError("no transcript came; run `assistant doctor` to see what is wrong")
    end = released - (take.release - take.end) / SAMPLE_RATE
    return Lap(watch.read - released, watch.read - end, watch.ended - released, watch.partials)


def _until(source: LateSource, position: int) -> None:
    while (source.position(monotonic()) or 0) < position:
        sleep(0.001)


def _takes(speech: Samples, lengths: Sequence[float], reaction: float) -> tuple[Samples, list[Take]]:
    """Return stretches of the speech, quiet around each, and where they are."""
    rest = np.random.default_rng(0).normal(0, 2, round((REST + reaction) * SAMPLE_RATE)).astype(np.int16)
    parts, takes, at = [rest], list[Take](), len(rest)
    for number, length in enumerate(lengths):
        begun = round(number * STRIDE * SAMPLE_RATE) % len(speech)
        spoken = _spoken(np.resize(np.roll(speech, -begun), round(length * SAMPLE_RATE)))
        end = at + len(spoken)
        takes.append(Take(length, at, end, end + round(reaction * SAMPLE_RATE)))
        parts += [spoken, rest]
        at = end + len(rest)
    return read_only(np.concatenate(parts)), takes


def _spoken(samples: Samples) -> Samples:
    """Return `samples` without the pause at their end."""
    powers = [power(samples[at : at + STEP]) for at in range(0, len(samples) - STEP + 1, STEP)]
    loud = [number for number, one in enumerate(powers) if one > SPOKEN * np.quantile(powers, 0.9)]
    return read_only(samples[: (loud[-1] + 1) * STEP]) if loud else read_only(samples)
