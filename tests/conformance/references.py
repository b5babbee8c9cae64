"""The two published runtimes of SenseVoice, and ours, each as `clip -> pieces of text`."""

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from assistant.devices.onnx.layout import read_model
from assistant.devices.onnx.model import OnnxAcousticModel
from assistant.devices.onnx.session import SessionSettings
from assistant.recognize import ctc
from assistant.recognize.features import fbank, stack
from assistant.recognize.ports import Emissions, Query
from assistant.recognize.vocabulary import WORD_START
from assistant.values.audio import Samples

TAGS = 4
"""Both runtimes take the first four tokens, not the first four frames, for the tags."""

Said = tuple[str, ...]
Reference = Callable[[Samples], Said]


@dataclass(frozen=True)
class Reading:
    """What ours says of a clip, and what it nearly said."""

    said: Said
    tokens: tuple[ctc.Token, ...]
    emissions: Emissions
    as_theirs: Said
    """The same best ids, read as the peers read them: collapsed with the query frames, less four tokens."""

    def margin(self, first: int, last: int) -> float:
        """Return the smallest lead of a best token over the next best in text frames first ... last."""
        lead = self.emissions.top_score[:, 0] - self.emissions.top_score[:, 1]
        return float(lead[max(0, first) : last + 1].min())


class Ours:
    """Our own path from samples to tokens."""

    def __init__(self, graph: Path) -> None:
        files = read_model(graph)
        self.description = files.description
        self._model = OnnxAcousticModel(files, SessionSettings())

    def features(self, samples: Samples) -> np.ndarray:
        """Return what the model gets, shape [T, 560]."""
        return self.description.cmvn.apply(stack(fbank(samples)))

    def read(self, samples: Samples) -> Reading:
        """Recognise one clip."""
        emissions = self._model.emit(self.features(samples), Query(0, 14))
        tokens = ctc.collapse(emissions, self.description.blank)
        said = tuple(self.description.pieces[token.id].replace(WORD_START, " ") for token in tokens)
        return Reading(said, tokens, emissions, self._as_theirs(emissions))

    def _as_theirs(self, emissions: Emissions) -> Said:
        best = [*emissions.tags.argmax(axis=1).tolist(), *emissions.best.tolist()]
        heard = [one for one, _ in groupby(best) if one != self.description.blank]
        return tuple(self.description.pieces[one].replace(WORD_START, " ") for one in heard[TAGS:])


def sherpa_onnx(graph: Path) -> Reference:
    """Return the recogniser of the installed sherpa-onnx. Raises ImportError."""
    import sherpa_onnx as library

    recogniser = library.OfflineRecognizer.from_sense_voice(
        model=str(graph),
        tokens=str(graph.parent / "tokens.txt"),
        language="auto",
        use_itn=True,
        num_threads=1,
    )

    def recognise(samples: Samples) -> Said:
        stream = recogniser.create_stream()
        stream.accept_waveform(16_000, samples.astype(np.float32) / 32768)
        recogniser.decode_stream(stream)
        return tuple(stream.result.tokens)

    return recognise


class _Spelling:
    """Stands where funasr-onnx keeps its sentencepiece model: gives pieces back, not joined text."""

    def __init__(self, pieces: tuple[str, ...]) -> None:
        self._pieces = pieces

    def decode(self, ids: list[int]) -> Said:
        return tuple(self._pieces[token].replace(WORD_START, " ") for token in ids[TAGS:])


def funasr_onnx(graph: Path, pieces: tuple[str, ...]) -> Reference:
    """Return the recogniser of the installed funasr-onnx, without its dither. Raises ImportError."""
    with contextlib.redirect_stdout(io.StringIO()):
        from funasr_onnx import SenseVoiceSmall

        recogniser = SenseVoiceSmall(
            str(graph.parent), quantize=graph.name == "model_quant.onnx", intra_op_num_threads=1
        )
    recogniser.frontend.opts.frame_opts.dither = 0.0
    recogniser.tokenizer = _Spelling(pieces)

    def recognise(samples: Samples) -> Said:
        [said] = recogniser(samples.astype(np.float32) / 32768, language="auto", textnorm="withitn")
        return tuple(said)

    return recognise
