"""What a SenseVoice model is made of, whoever wrote its graph."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.recognize.features import Floats

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear layer: x [.., K] -> [.., N]."""

    weight: Array
    """[K, N]: float32, or 8 bits."""
    bias: Floats
    scale: Floats | None = None
    """Of 8-bit weights: one number, or one for each column."""
    zero: Array | None = None

    def columns(self, start: int, stop: int) -> "Linear":
        """Return the part of the layer that makes some of its outputs."""
        scale, zero = (
            None if each is None else each if each.size == 1 else each[start:stop]
            for each in (self.scale, self.zero)
        )
        return Linear(self.weight[:, start:stop], self.bias[start:stop], scale, zero)

    def signed(self) -> "Linear":
        """Return the same layer with signed weights: both they and their zero points minus 128."""
        if self.zero is None or self.weight.dtype != np.uint8:
            return self
        return Linear(signed(self.weight), self.bias, self.scale, signed(self.zero))


def signed(values: Array) -> Array:
    """Return unsigned bytes minus 128, as signed ones."""
    return (values ^ np.uint8(128)).view(np.int8)


@dataclass(frozen=True, slots=True)
class Norm:
    """A layer normalisation over the last axis."""

    weight: Floats
    bias: Floats
    epsilon: float


@dataclass(frozen=True, slots=True)
class Block:
    """One SAN-M block."""

    before_attention: Norm
    joined: Linear
    """Query, key and value at once."""
    out: Linear
    taps: Floats
    """FSMN: depthwise over time, [D, 1, taps]."""
    before_inner: Norm
    widen: Linear
    narrow: Linear


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole model."""

    queries: Floats
    """[16, 560]."""
    blocks: tuple[Block, ...]
    after: Norm
    """Between the main blocks and the text-prediction blocks."""
    late_blocks: tuple[Block, ...]
    last: Norm
    vocabulary: Linear

    @property
    def width(self) -> int:
        """D."""
        return self.last.weight.size

    @property
    def is_quantised(self) -> bool:
        """Whether all weights have 8 bits."""
        layers = [self.vocabulary]
        for block in (*self.blocks, *self.late_blocks):
            layers += [block.joined, block.out, block.widen, block.narrow]
        return all(layer.scale is not None for layer in layers)
