"""`assistant bench engine --against sherpa-onnx`: one file, the same samples, each to token ids, in turns."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import numpy as np

from assistant.cli.bench import weigh
from assistant.cli.progress import ProgressLine
from assistant.devices.onnx import load_model, prepare_model
from assistant.errors import SettingsError
from assistant.recognize import ctc
from assistant.recognize.features import fbank, stack
from assistant.recognize.ports import AcousticModel, Query
from assistant.values.audio import SAMPLE_RATE, Samples
from assistant.values.settings import RecognizeSettings

Reader = Callable[[Samples], object]
"""From samples to tokens."""
THREADS = (1, 2)
HEADLINE = (1, 10)
"""Threads and seconds of the ratio that is printed first."""
OURS = "ours"
PEERS = {"sherpa-onnx": "sherpa_onnx", "funasr-onnx": "funasr_onnx"}
"""Name -> module. None of them is a dependency: whoever compares installs them."""


def measure(options: Namespace, folder: Path, speech: Callable[[int], Samples]) -> dict[str, Any]:
    """Return ratios and medians. Raises SettingsError where a peer is not installed, ModelError."""
    names = installed(options.against)
    prepare_model(folder)
    rows: list[dict[str, Any]] = []
    with ProgressLine("bench engine") as progress:
        for threads in THREADS:
            readers = {OURS: ours(folder, threads)} | {name: peer(name, folder, threads) for name in names}
            for seconds in options.lengths:
                rows.append(_row(readers, speech(seconds), (threads, seconds, options.runs)))
                progress.show(len(rows) / len(THREADS) / len(options.lengths))
    first = next((row for row in rows if (row["threads"], row["seconds"]) == HEADLINE), rows[0])
    return {
        "ratio": first["ratio"],
        "samples to token ids": rows,
        "loaded": [weigh.in_own_process(name, folder) for name in (OURS, *names)],
    }


def installed(names: str) -> list[str]:
    """Return the peers of a list with commas. Raises SettingsError where one is not installed."""
    found = [name.strip() for name in names.split(",") if name.strip()]
    for name in found:
        if name not in PEERS or find_spec(PEERS[name]) is None:
            raise SettingsError(f"{name} is not installed; known: {', '.join(PEERS)}")
    return found


def ours(folder: Path, threads: int) -> Reader:
    """Return our own path, in this process as the others are; prepared if the model is. Raises ModelError."""
    model = load_model(folder, RecognizeSettings(threads=threads, isolated=False))
    model.warm()
    return lambda samples: tokens(model, samples)


def tokens(model: AcousticModel, samples: Samples) -> tuple[int, ...]:
    """Return the ids that `model` hears in `samples`."""
    about = model.description
    emissions = model.emit(about.cmvn.apply(stack(fbank(samples))), Query())
    return tuple(token.id for token in ctc.collapse(emissions, about.blank))


def peer(name: str, folder: Path, threads: int) -> Reader:
    """Return the path of another runtime, with the settings that its authors chose."""
    graph = next(path for path in sorted(folder.glob("*.onnx")))
    if name == "sherpa-onnx":
        return _sherpa_onnx(graph, threads)
    return _funasr_onnx(graph, threads)


def _sherpa_onnx(graph: Path, threads: int) -> Reader:
    import sherpa_onnx

    recogniser = sherpa_onnx.OfflineRecognizer.from_sense_voice(
        model=str(graph), tokens=str(graph.parent / "tokens.txt"), use_itn=True, num_threads=threads
    )

    def read(samples: Samples) -> object:
        stream = recogniser.create_stream()
        stream.accept_waveform(SAMPLE_RATE, samples.astype(np.float32) / 32768)
        recogniser.decode_stream(stream)
        return stream.result.tokens

    return read


def _funasr_onnx(graph: Path, threads: int) -> Reader:
    from funasr_onnx import SenseVoiceSmall

    recogniser = SenseVoiceSmall(
        str(graph.parent), quantize=graph.name == "model_quant.onnx", intra_op_num_threads=threads
    )
    return lambda samples: recogniser(samples.astype(np.float32) / 32768, language="auto", textnorm="withitn")


def _row(readers: dict[str, Reader], samples: Samples, what: tuple[int, int, int]) -> dict[str, Any]:
    threads, seconds, runs = what
    spent: dict[str, list[float]] = {name: [] for name in readers}
    worked: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(runs + 1):  # in turns, so that a noisy moment hits all of them
        for name, read in readers.items():
            begin, begun = perf_counter(), process_time()
            read(samples)
            spent[name].append(1000 * (perf_counter() - begin))
            worked[name].append(1000 * (process_time() - begun))
    medians, cpu = ({name: _median(times) for name, times in each.items()} for each in (spent, worked))
    return {
        "threads": threads,
        "seconds": seconds,
        "p50_ms": medians,
        "ratio": _beside_ours(medians),
        # Of all threads together; other programs do not show in it as they do in the time that passed.
        "cpu_p50_ms": cpu,
        "cpu_ratio": _beside_ours(cpu),
    }


def _beside_ours(medians: dict[str, float]) -> dict[str, float]:
    return {name: value / medians[OURS] for name, value in medians.items() if name != OURS}


def _median(times: Sequence[float]) -> float:
    return median(times[1:])  # the first run finds everything cold
