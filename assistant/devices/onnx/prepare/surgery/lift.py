"""A published graph -> the parts of the model in it.

Exporters differ in how they write masks, shapes and attention, so none of that is matched: only the
layers that hold weights are taken, in the order in which they run. What is rebuilt from them is
compared with the untouched graph before anybody uses it.
"""

import re
from collections.abc import Iterator

import numpy as np
from onnx import ModelProto, NodeProto, numpy_helper

from assistant.devices.onnx.prepare.surgery.parts import Array, Block, Linear, Norm, Parts
from assistant.recognize.features import Floats

_SHAPE = re.compile(r"((?:NLLNLL)+)N((?:NLLNLL)*)NL")
"""Norms and linear layers of a SenseVoice model in the order they run."""
_LAYERS = 6
"""Norms and linear layers in one block."""


class NotUnderstoodError(ValueError):
    """A graph that is not built as SenseVoice is."""


def lift(model: ModelProto) -> Parts:
    """Return the parts of `model`. Raises NotUnderstoodError."""
    return _Lifter(model).lift()


class _Lifter:
    def __init__(self, model: ModelProto) -> None:
        self._nodes = list(model.graph.node)
        self._weights = {tensor.name: tensor for tensor in model.graph.initializer}
        for node in self._nodes:
            if node.op_type == "Constant" and node.attribute and node.attribute[0].name == "value":
                self._weights[node.output[0]] = node.attribute[0].t
        self._maker = {name: node for node in self._nodes for name in node.output}
        self._users: dict[str, list[NodeProto]] = {}
        for node in self._nodes:
            for name in node.input:
                self._users.setdefault(name, []).append(node)

    def lift(self) -> Parts:
        layers = list(self._layers())
        letters = "".join("N" if isinstance(layer, Norm) else "L" for layer in layers)
        found = _SHAPE.fullmatch(letters)
        taps = [array for array in map(self._taps, self._nodes) if array is not None]
        if found is None or len(taps) * _LAYERS != len(found[1]) + len(found[2]):
            raise NotUnderstoodError("its layers are not those of SenseVoice")
        main = len(found[1])
        after, last, vocabulary = layers[main], layers[-2], layers[-1]
        count = main // _LAYERS
        if not isinstance(after, Norm) or not isinstance(last, Norm) or not isinstance(vocabulary, Linear):
            raise NotUnderstoodError("its last layers are not those of SenseVoice")
        return Parts(
            queries=self._queries(),
            blocks=_blocks(layers[:main], taps[:count]),
            after=after,
            late_blocks=_blocks(layers[main + 1 : -2], taps[count:]),
            last=last,
            vocabulary=vocabulary,
        )

    def _layers(self) -> Iterator[Linear | Norm]:
        for node in self._nodes:
            if node.op_type == "MatMulInteger":
                yield self._quantised(node)
            elif node.op_type == "MatMul" and node.input[1] in self._weights:
                yield Linear(self._array(node.input[1]), self._bias(node.output[0]))
            elif node.op_type == "LayerNormalization":
                epsilon = next((one.f for one in node.attribute if one.name == "epsilon"), 1e-5)
                yield Norm(self._array(node.input[1]), self._array(node.input[2]), epsilon)
            elif node.op_type == "Div":
                norm = self._norm(node)
                if norm is not None:
                    yield norm

    def _quantised(self, node: NodeProto) -> Linear:
        weight = self._array(node.input[1])
        zero = self._array(node.input[3]) if len(node.input) > 3 else np.zeros((), weight.dtype)  # noqa: PLR2004 - the fourth input is the weights' zero point
        scaled = self._only_user(self._only_user(node.output[0], "Cast").output[0], "Mul")
        factors = (self._maker.get(name) for name in scaled.input)
        product = next((one for one in factors if one is not None and one.op_type == "Mul"), None)
        if product is None:
            raise NotUnderstoodError(f"{node.name} has no scale")
        [scale] = [self._array(name) for name in product.input if name in self._weights]
        return Linear(weight, self._bias(scaled.output[0]), scale, zero)

    def _norm(self, division: NodeProto) -> Norm | None:
        root = self._maker.get(division.input[1])
        if root is None or root.op_type != "Sqrt":
            return None
        total = self._maker[root.input[0]]
        [epsilon] = [self._array(name) for name in total.input if name in self._weights]
        scaled = self._only_user(division.output[0], "Mul")
        [weight] = [self._array(name) for name in scaled.input if name in self._weights]
        return Norm(weight, self._bias(scaled.output[0]), float(epsilon.reshape(())))

    def _taps(self, node: NodeProto) -> Floats | None:
        if node.op_type != "Conv":
            return None
        taps = self._array(node.input[1])
        if taps.ndim != 3 or taps.shape[1] != 1 or len(node.input) > 2:  # noqa: PLR2004 - [D, 1, taps], no bias
            raise NotUnderstoodError("its convolutions are not depthwise")
        return taps

    def _queries(self) -> Floats:
        tables = {name for node in self._nodes if node.op_type == "Gather" for name in node.input[:1]}
        found = [self._array(name) for name in tables & self._weights.keys()]
        found = [array for array in found if array.ndim == 2]  # noqa: PLR2004 - a table
        if len(found) != 1:
            raise NotUnderstoodError("its query table is not to be found")
        return found[0]

    def _bias(self, name: str) -> Floats:
        added = self._only_user(name, "Add")
        biases = [self._array(other) for other in added.input if other in self._weights]
        if len(biases) != 1 or biases[0].ndim != 1:
            raise NotUnderstoodError(f"{name} has no bias")
        return biases[0]

    def _only_user(self, name: str, operator: str) -> NodeProto:
        users = self._users.get(name, [])
        if len(users) != 1 or users[0].op_type != operator:
            raise NotUnderstoodError(f"{name} is not used by one {operator}")
        return users[0]

    def _array(self, name: str) -> Array:
        if name not in self._weights:
            raise NotUnderstoodError(f"{name} is not constant")
        return numpy_helper.to_array(self._weights[name])


def _blocks(layers: list[Linear | Norm], taps: list[Floats]) -> tuple[Block, ...]:
    blocks = []
    for index, one in enumerate(taps):
        match layers[_LAYERS * index : _LAYERS * (index + 1)]:
            case [
                Norm() as n1,
                Linear() as qkv,
                Linear() as out,
                Norm() as n2,
                Linear() as w1,
                Linear() as w2,
            ]:
                blocks.append(Block(n1, qkv, out, one, n2, w1, w2))
            case _:
                raise NotUnderstoodError("its blocks are not those of SenseVoice")
    return tuple(blocks)
