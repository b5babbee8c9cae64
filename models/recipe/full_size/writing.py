"""Both published layouts at full size, from weights that are made when they are asked for."""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
import onnx

from assistant.recognize.features import Cmvn, Floats
from models.recipe import graph, layouts, vocabulary
from models.recipe.full_size.quantised import ChannelQuantisedEncoder, QuantisedEncoder
from models.recipe.graph import Contract
from models.recipe.layouts import Writing
from models.recipe.weights import SENSE_VOICE_SMALL, Checkpoint, Shape, random_array, weight_shapes

LAYOUTS = ("sherpa", "funasr")
PARAMETERS = 233_999_167
_NAME = "random weights in the shape of SenseVoiceSmall"
_FEATURES = 560


class SeededWeights(Mapping[str, Floats]):
    """Random weights that are made when they are asked for, the same ones every time."""

    def __init__(self, shape: Shape, seed: int = 0) -> None:
        self.shape = shape
        self._sizes = weight_shapes(shape)
        self._seeds = {name: (seed, number) for number, name in enumerate(self._sizes)}

    def __getitem__(self, name: str) -> Floats:
        """Return one parameter."""
        return random_array(name, self._sizes[name], np.random.default_rng(self._seeds[name]))

    def __iter__(self) -> Iterator[str]:
        """Iterate over the published names."""
        return iter(self._sizes)

    def __len__(self) -> int:
        """Count the arrays."""
        return len(self._sizes)


def parameters(shape: Shape) -> int:
    """Count every number in a model of that shape."""
    return sum(int(np.prod(size)) for size in weight_shapes(shape).values())


def published_tokens(size: int) -> list[str]:
    """Return the real vocabulary where it is at hand and fits, else one of the same make."""
    place = _test_data("tokens.json")
    if place is not None:
        tokens = [str(piece) for piece in json.loads(place.read_text(encoding="utf-8"))]
        if len(tokens) == size:
            return tokens
    marks = len(vocabulary.tokens([]))
    pieces = ["<unk>", "<s>", "</s>", *(f"▁made{number}" for number in range(size - marks - 3))]
    return vocabulary.tokens(pieces)


def published_cmvn() -> Cmvn:
    """Return the real CMVN where it is at hand, else a plausible one."""
    place = _test_data("am.mvn")
    if place is not None:
        return Cmvn.parse(place.read_text(encoding="utf-8"))
    return Cmvn(np.full(_FEATURES, -11.0, np.float32), np.full(_FEATURES, 0.15, np.float32))


def _test_data(name: str) -> Path | None:
    folder = os.environ.get("ASSISTANT_TEST_DATA")
    place = Path(folder) / "sensevoice" / name if folder else None
    return place if place and place.is_file() else None


def write(layout: str, out: Path, shape: Shape = SENSE_VOICE_SMALL, seed: int = 0) -> Path:
    """Write one layout into the folder `out`, and return the ONNX file."""
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = Checkpoint(shape, {}, published_cmvn(), published_tokens(shape.vocabulary))
    weights = SeededWeights(shape, seed)
    if layout == "sherpa":
        facts = layouts.sherpa_metadata(checkpoint, Writing(name=_NAME, random=True))
        vocabulary.write_tokens_txt(checkpoint.tokens, out / "tokens.txt")
        return _save(weights, out / "model.int8.onnx", graph.SHERPA, facts)
    (out / "am.mvn").write_text(layouts.mvn_text(checkpoint.cmvn))
    (out / "config.yaml").write_text(layouts.config_text(shape))
    (out / "configuration.json").write_text('{"framework": "onnx", "task": "asr"}\n')
    vocabulary.write_tokens_json(checkpoint.tokens, out / "tokens.json")
    facts = {"random": "1"}
    return _save(weights, out / "model_quant.onnx", graph.FUNASR, facts)


def _save(weights: SeededWeights, target: Path, contract: Contract, facts: dict[str, str]) -> Path:
    encoder = QuantisedEncoder if contract is graph.SHERPA else ChannelQuantisedEncoder
    model = graph.build(weights.shape, weights, contract, encoder)
    onnx.helper.set_model_props(model, facts)
    onnx.save(model, target)
    return target


def cached(layout: str, cache: Path, shape: Shape = SENSE_VOICE_SMALL) -> Path:
    """Return a folder below `cache` that holds the layout; written on the first call, in one step."""
    made = cache / f"random-{layout}-{shape.width}x{shape.blocks + shape.tp_blocks}"
    if not made.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as spare:
            fresh = Path(spare) / made.name
            write(layout, fresh, shape)
            with suppress(OSError):  # somebody else was quicker
                fresh.rename(made)
    return made
