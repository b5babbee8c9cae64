"""Shapes, weights by their published names, and checkpoints: float16 in one .npz with CMVN and tokens."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.recognize.features import Cmvn, Floats

Weights = dict[str, Floats]


@dataclass(frozen=True)
class Shape:
    """Everything that fixes the parameter shapes."""

    width: int
    """D, the model's width."""
    heads: int
    inner: int
    """Width inside the feed-forward layers."""
    blocks: int
    """Main blocks, the first (width-changing) one included."""
    tp_blocks: int
    vocabulary: int
    kernel: int = 11
    """FSMN taps over time, odd."""
    features: int = 560
    queries: int = 16
    """Rows of the query embedding."""


SENSE_VOICE_SMALL = Shape(512, 4, 2048, 50, 20, 25_055)


def nano(vocabulary: int) -> Shape:
    """Return the shape of the model that ships with the assistant."""
    return Shape(144, 4, 576, 7, 2, vocabulary)


@dataclass(frozen=True)
class Checkpoint:
    """Everything an export needs."""

    shape: Shape
    weights: Weights
    cmvn: Cmvn
    tokens: list[str]


def save(checkpoint: Checkpoint, path: Path) -> None:
    """Write weights as float16 and everything else beside them."""
    facts = {"shape": asdict(checkpoint.shape), "tokens": checkpoint.tokens}
    arrays: dict[str, Any] = {
        "cmvn.shift": checkpoint.cmvn.shift.astype(np.float32),
        "cmvn.scale": checkpoint.cmvn.scale.astype(np.float32),
        "facts": np.frombuffer(json.dumps(facts).encode(), np.uint8),
    }
    arrays |= {name: array.astype(np.float16) for name, array in checkpoint.weights.items()}
    partial = path.with_suffix(".partial.npz")
    np.savez_compressed(partial, **arrays)
    partial.rename(path)


def load(path: Path) -> Checkpoint:
    """Read a checkpoint; weights come back as float32."""
    with np.load(path) as read:
        arrays = {name: read[name] for name in read.files}
    facts = json.loads(arrays.pop("facts").tobytes())
    cmvn = Cmvn(arrays.pop("cmvn.shift"), arrays.pop("cmvn.scale"))
    weights = {name: array.astype(np.float32) for name, array in arrays.items()}
    return Checkpoint(Shape(**facts["shape"]), weights, cmvn, facts["tokens"])


def weight_shapes(shape: Shape) -> dict[str, tuple[int, ...]]:
    """Return the shape of every parameter by its published name, in the published order."""
    width, inner = shape.width, shape.inner

    def block(prefix: str, width_in: int) -> dict[str, tuple[int, ...]]:
        return {
            f"{prefix}.norm1.weight": (width_in,),
            f"{prefix}.norm1.bias": (width_in,),
            f"{prefix}.norm2.weight": (width,),
            f"{prefix}.norm2.bias": (width,),
            f"{prefix}.self_attn.linear_q_k_v.weight": (3 * width, width_in),
            f"{prefix}.self_attn.linear_q_k_v.bias": (3 * width,),
            f"{prefix}.self_attn.linear_out.weight": (width, width),
            f"{prefix}.self_attn.linear_out.bias": (width,),
            f"{prefix}.self_attn.fsmn_block.weight": (width, 1, shape.kernel),
            f"{prefix}.feed_forward.w_1.weight": (inner, width),
            f"{prefix}.feed_forward.w_1.bias": (inner,),
            f"{prefix}.feed_forward.w_2.weight": (width, inner),
            f"{prefix}.feed_forward.w_2.bias": (width,),
        }

    found: dict[str, tuple[int, ...]] = {"embed.weight": (shape.queries, shape.features)}
    found |= block("encoder.encoders0.0", shape.features)
    for index in range(shape.blocks - 1):
        found |= block(f"encoder.encoders.{index}", width)
    for index in range(shape.tp_blocks):
        found |= block(f"encoder.tp_encoders.{index}", width)
    for name in ("encoder.after_norm", "encoder.tp_norm"):
        found |= {f"{name}.weight": (width,), f"{name}.bias": (width,)}
    return found | {"ctc.ctc_lo.weight": (shape.vocabulary, width), "ctc.ctc_lo.bias": (shape.vocabulary,)}


def random_weights(shape: Shape, seed: int = 0) -> Weights:
    """Return seeded weights of a plausible scale, for graphs whose answers do not matter."""
    pick = np.random.default_rng(seed)
    return {name: random_array(name, size, pick) for name, size in weight_shapes(shape).items()}


def random_array(name: str, size: tuple[int, ...], pick: np.random.Generator) -> Floats:
    """Return one parameter of a plausible scale."""
    if "norm" in name:
        return np.full(size, float(name.endswith("weight")), np.float32)
    spread = 1 / np.sqrt(np.prod(size[1:])) if len(size) > 1 else 0.02
    return pick.standard_normal(size, np.float32) * np.float32(spread)


def grown(weights: Weights, shape: Shape) -> Weights:
    """Return `weights` of a shallower model with the missing blocks added as identities.

    A new block adds nothing to its input as long as its value rows, `linear_out` and `w_2` are zero;
    all three get a slope from the first step on or the second.
    """
    fresh = random_weights(shape)
    for name in fresh.keys() - weights.keys():
        if "feed_forward.w_2" in name or "linear_out" in name:
            fresh[name][:] = 0
        elif "linear_q_k_v" in name:
            fresh[name][2 * shape.width :] = 0
    return fresh | weights
