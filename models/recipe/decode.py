"""Greedy decoding of a SenseVoice graph in either layout: frames 0-3 are tags, the rest is CTC."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from assistant.recognize.features import Cmvn, Floats, fbank, stack
from assistant.values.audio import Samples
from models.recipe import vocabulary
from models.recipe.graph import QUERY_FRAMES

QUIET = 3
"""ONNX Runtime's level for errors only."""


@dataclass(frozen=True)
class Heard:
    """What the model made of one clip."""

    text: str
    tags: tuple[str, ...]
    logits: Floats
    """[T + 4, vocabulary]"""


def collapse(best: NDArray[np.int64]) -> list[int]:
    """Merge repeats and drop blanks of a frame-wise best path."""
    kept = [int(i) for i, before in zip(best, [-1, *best[:-1]], strict=True) if i != before]
    return [index for index in kept if index != vocabulary.BLANK]


class Model:
    """One ONNX file in the sherpa-onnx layout with its tokens.txt."""

    def __init__(self, path: Path, tokens: Path, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = QUIET
        self._session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        facts = self._session.get_modelmeta().custom_metadata_map
        rows = [np.array(facts[n].split(","), np.float32) for n in ("neg_mean", "inv_stddev")]
        self._cmvn = Cmvn(*rows)
        self.tokens = vocabulary.read_tokens_txt(tokens)

    def logits(self, mel: Floats, language: str = "auto") -> Floats:
        """Log-mel frames [T, 80] -> logits [ceil(T / 6) + 4, vocabulary]."""
        x = self._cmvn.apply(stack(mel))[None]
        ids = {"language": vocabulary.QUERIES[language], "text_norm": vocabulary.WITHOUT_ITN}
        feeds = {"x": x, "x_length": np.array([x.shape[1]], np.int32)}
        feeds |= {name: np.array([value], np.int32) for name, value in ids.items()}
        answer: Floats = self._session.run(["logits"], feeds)[0][0]
        return answer

    def hear_mel(self, mel: Floats, language: str = "auto") -> Heard:
        """Decode log-mel frames [T, 80]."""
        logits = self.logits(mel, language)
        best = logits.argmax(1)
        text = vocabulary.text_of(self.tokens, collapse(best[QUERY_FRAMES:]))
        return Heard(text, tuple(self.tokens[index] for index in best[:QUERY_FRAMES]), logits)

    def hear(self, samples: Samples, language: str = "auto") -> Heard:
        """Decode int16 samples at 16 kHz."""
        return self.hear_mel(fbank(samples), language)
