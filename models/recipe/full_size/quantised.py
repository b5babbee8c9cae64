"""An encoder whose linear layers are written as U8 at once, as dynamic quantisation would have left them.

The nodes are those of ONNX Runtime's quantize_dynamic: the input is quantised while the graph runs, the
product is of integers, and both scales are put back afterwards. Only one matrix is ever held as float.
"""

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto

from assistant.recognize.features import Floats
from models.recipe.graph import Encoder

_LEVELS = 255


def quantise(matrix: Floats, *, per_channel: bool) -> tuple[NDArray[np.uint8], Floats, NDArray[np.uint8]]:
    """Return U8 weights, scale and zero point of `matrix` [in, out]; one for all, or for every output."""
    axis = 0 if per_channel else None
    low = np.minimum(matrix.min(axis), 0).astype(np.float32)
    high = np.maximum(matrix.max(axis), 0).astype(np.float32)
    scale = np.maximum((high - low) / _LEVELS, np.finfo(np.float32).tiny).astype(np.float32)
    zero = np.clip(np.round(-low / scale), 0, _LEVELS).astype(np.uint8)
    levels = np.clip(np.round(matrix / scale) + zero, 0, _LEVELS).astype(np.uint8)
    return levels, np.asarray(scale, np.float32), np.asarray(zero, np.uint8)


class QuantisedEncoder(Encoder):
    """Writes every linear layer as MatMulInteger, per tensor as sherpa-onnx's export does."""

    per_channel = False

    def linear(self, x: str, name: str) -> str:
        """Map x [N, T, in] -> [N, T, out]."""
        nodes, weight = self.nodes, f"{name}.weight"
        levels, scale, zero = quantise(self.weights[weight].T, per_channel=self.per_channel)
        matrix = nodes.constant(f"{weight}_quantized", levels)
        zero_name = nodes.constant(f"{weight}_zero_point", zero)
        scale_name = nodes.constant(f"{weight}_scale", scale)
        small, spread, middle = nodes.add_many("DynamicQuantizeLinear", [x], 3)
        product = nodes.add("MatMulInteger", [small, matrix, middle, zero_name])
        floats = nodes.add("Cast", [product], to=TensorProto.FLOAT)
        back = nodes.add("Mul", [floats, nodes.add("Mul", [spread, scale_name])])
        return nodes.add("Add", [back, nodes.constant(f"{name}.bias", self.weights[f"{name}.bias"])])


class ChannelQuantisedEncoder(QuantisedEncoder):
    """The same with a scale for every output, as FunASR's export does."""

    per_channel = True
