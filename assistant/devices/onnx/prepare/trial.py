"""A prepared graph against the untouched one, on recorded speech; and how many threads run it fastest."""

import os
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np

from assistant.devices import places
from assistant.devices.audio_file import AudioFile
from assistant.devices.onnx.emission import reduce
from assistant.devices.onnx.layout import ModelFiles
from assistant.devices.onnx.prepare.graph import FEATURES, LANGUAGE, TEXT_NORM, TOP_IDS
from assistant.devices.onnx.session import Session, SessionSettings
from assistant.recognize.features import Floats, fbank, stack
from assistant.recognize.ports import Query

ENOUGH = 0.995
"""Part of the frames whose best token must stay what it was."""
CLEAR = 0.25
"""A lead of the best token, as log-probability, that the rounding of 8-bit activations can turn over."""
CLIPS = 3
SECONDS = 5
"""Length of the utterance that threads are measured with."""
_RUNS = 5
_GAIN = 0.9
"""A second thread must save a tenth of the time: other programs want it too."""
_QUIET = 0.85
"""Of the time, that one thread has to have a processor for; with less, other programs are in the way."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How a graph runs fastest."""

    threads: int
    spinning: list[int]
    """Numbers of threads that are faster when idle ones may spin."""
    is_sure: bool
    """Whether the machine was quiet enough to say so."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A frame that the prepared graph reads differently."""

    clip: int
    frame: int
    margin: float
    """Lead of the untouched graph's best token over its next, in log-probability."""


class Trial:
    """Runs graphs on the shipped recordings."""

    def __init__(self, files: ModelFiles) -> None:
        self._files = files
        recordings = sorted((places.resources() / "recordings").glob("*.flac"))[:CLIPS]
        cmvn = files.description.cmvn
        self.clips = tuple(cmvn.apply(stack(fbank(AudioFile.read(path)))) for path in recordings)

    def logits(self, graph: Path) -> list[Floats]:
        """Return raw logits [4 + T, V] of each clip from a graph with the published names."""
        return self.timed_logits(graph, SessionSettings())[0]

    def timed_logits(self, graph: Path, settings: SessionSettings) -> tuple[list[Floats], float]:
        """Return the same, and the seconds of a second run over the clips: the first finds all cold."""
        session = Session(graph, settings)
        logits = self._run(session)
        begin = perf_counter()
        self._run(session)
        return logits, perf_counter() - begin

    def _run(self, session: Session) -> list[Floats]:
        names = self._files.names
        logits = []
        for clip in self.clips:
            inputs = {
                names.features: clip[None],
                names.length: np.array([len(clip)], np.int32),
                names.language: np.array([Query().language], np.int32),
                names.text_norm: np.array([Query().text_norm], np.int32),
            }
            [value] = session.run((names.logits,), inputs, None)
            logits.append(np.asarray(value[0], np.float32))
        return logits

    def differences(self, graph: Path, untouched: list[Floats]) -> list[Difference]:
        """Return every frame in which the prepared `graph` chooses another token than the logits say."""
        session = Session(graph, SessionSettings(is_prepared=True))
        found = []
        for number, (clip, logits) in enumerate(zip(self.clips, untouched, strict=True)):
            truth = reduce(logits)
            [ids] = session.run((TOP_IDS,), inputs_of(clip, Query()), None)
            margins = truth.top_score[:, 0] - truth.top_score[:, 1]
            wrong = np.flatnonzero(ids[:, 0] != truth.best)
            found += [Difference(number, int(frame), float(margins[frame])) for frame in wrong]
        return found

    def frames(self) -> int:
        """Return how many frames there are in all."""
        return sum(len(clip) for clip in self.clips)

    def fastest(self, graph: Path) -> Pace:
        """Return how many threads run SECONDS of speech fastest, and which numbers of them should spin."""
        clip = np.resize(np.concatenate(self.clips), (SECONDS * 1000 // 60, self.clips[0].shape[1]))
        best, spinning = 1, []
        least, share = _spent(graph, SessionSettings(1, is_prepared=True), clip)
        for threads in (2, 4):
            if threads > (os.cpu_count() or 1):
                break
            still, spun = (
                _spent(graph, SessionSettings(threads, spinning=spins, is_prepared=True), clip)[0]
                for spins in (False, True)
            )
            if spun < still:
                spinning.append(threads)
            if min(still, spun) < least * _GAIN:
                best, least = threads, min(still, spun)
        return Pace(best, spinning, is_sure=share > _QUIET)


def inputs_of(features: Floats, query: Query) -> dict[str, np.ndarray]:
    """Return what a prepared graph takes."""
    return {
        FEATURES: features[None],
        LANGUAGE: np.array([query.language], np.int32),
        TEXT_NORM: np.array([query.text_norm], np.int32),
    }


def differences_of(found: list[Floats], truth: list[Floats]) -> list[Difference]:
    """Return every text frame in which the best tokens of two lists of raw logits differ."""
    differences = []
    for number, (logits, wanted) in enumerate(zip(found, truth, strict=True)):
        best = reduce(wanted)
        margins = best.top_score[:, 0] - best.top_score[:, 1]
        wrong = np.flatnonzero(reduce(logits).best != best.best)
        differences += [Difference(number, int(frame), float(margins[frame])) for frame in wrong]
    return differences


def is_good(differences: list[Difference], frames: int) -> bool:
    """Whether the frames that differ are few, not counting those that hung on a hair."""
    clear = [one for one in differences if one.margin > CLEAR]
    return len(clear) <= (1 - ENOUGH) * frames


def _spent(graph: Path, settings: SessionSettings, clip: Floats) -> tuple[float, float]:
    """Return the median seconds of a run, and the processor's share of them.

    The first run finds everything cold and does not count.
    """
    session, spent, worked = Session(graph, settings), [], 0.0
    for _ in range(_RUNS):
        begin, begun = perf_counter(), process_time()
        session.run((TOP_IDS,), inputs_of(clip, Query()), None)
        spent.append(perf_counter() - begin)
        worked += process_time() - begun
    return median(spent[1:]), worked / sum(spent)
