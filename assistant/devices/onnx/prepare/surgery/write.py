"""The parts of a model -> the graph that ONNX Runtime runs fastest on one utterance.

No mask (one utterance has no padding), attention in one operator, no transposes around the FSMN
(ONNX Runtime reads the layout of the layers around it), and the logits stay inside: what leaves the
graph is what decoding needs, and the encoder's states, from which any column of the logits follows.
Every choice here was measured; what is not chosen is named where it would have stood.
"""

import numpy as np
from onnx import ModelProto, TensorProto, helper

from assistant.devices.onnx.emission import TOP
from assistant.devices.onnx.prepare.graph import (
    FEATURES,
    LANGUAGE,
    SCORES,
    STATES,
    TAGS,
    TEXT_NORM,
    TOP_IDS,
    TOP_SCORES,
)
from assistant.devices.onnx.prepare.surgery.nodes import Nodes
from assistant.devices.onnx.prepare.surgery.parts import Block, Linear, Norm, Parts
from assistant.recognize.features import Floats
from assistant.recognize.ports import QUERIES

_HEADS = 4
"""Attention heads of every SenseVoice."""
_MICROSOFT = "com.microsoft"
_END = 1 << 40
_LEAST = float(np.finfo(np.float32).tiny)
"""Stands for the greatest of no positive number at all, so that nothing is divided by 0."""


def write(parts: Parts, *, signed: bool) -> ModelProto:
    """Return the graph; `signed` turns 8-bit weights into signed ones, which changes no number."""
    writer = _Writer(parts, signed=signed)
    writer.back(writer.encode(writer.front()))
    value, size = helper.make_tensor_value_info, parts.vocabulary.bias.size
    inputs = [value(FEATURES, TensorProto.FLOAT, [1, "T", parts.queries.shape[1]])]
    inputs += [value(name, TensorProto.INT32, [1]) for name in (LANGUAGE, TEXT_NORM)]
    outputs = [
        value(TAGS, TensorProto.FLOAT, [QUERIES, size]),
        value(TOP_IDS, TensorProto.INT64, ["T", min(TOP, size)]),
        value(TOP_SCORES, TensorProto.FLOAT, ["T", min(TOP, size)]),
        value(SCORES, TensorProto.FLOAT, ["L", size]),
        value(STATES, TensorProto.FLOAT, [1, "L", parts.width]),
    ]
    nodes = writer.nodes
    graph = helper.make_graph(nodes.nodes, "prepared", inputs, outputs, list(nodes.weights.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


class _Writer:
    def __init__(self, parts: Parts, *, signed: bool) -> None:
        self.parts = parts
        self.signed = signed
        self.nodes = Nodes()

    def front(self) -> str:
        """Query frames, scale and positions: [1, T, 560] -> [1, T + 4, 560]."""
        n, parts = self.nodes, self.parts
        ids = n.add("Concat", [LANGUAGE, n.shared(np.array([1, 2], np.int32)), TEXT_NORM], axis=0)
        rows = n.add("Gather", [n.constant(parts.queries), ids])
        x = n.add("Concat", [n.add("Unsqueeze", [rows, n.ints(0)]), FEATURES], axis=1)
        x = n.add("Mul", [x, n.number(float(np.float32(parts.width**0.5)))])
        half = parts.queries.shape[1] // 2
        scale = np.exp(-np.arange(half) * np.log(1e4) / (half - 1)).astype(np.float32)[None]
        length = n.add("Gather", [n.add("Shape", [x]), n.shared(np.array(1))])
        count = n.add("Range", [n.shared(np.array(0)), length, n.shared(np.array(1))])
        count = n.add("Add", [n.add("Cast", [count], to=TensorProto.FLOAT), n.number(1.0)])
        angle = n.add("Mul", [n.add("Unsqueeze", [count, n.ints(1)]), n.constant(scale)])
        code = n.add("Concat", [n.add("Sin", [angle]), n.add("Cos", [angle])], axis=1)
        return n.add("Add", [x, code])

    def encode(self, x: str) -> str:
        """All blocks and both last norms: [1, L, 560] -> [1, L, D]."""
        for number, block in enumerate(self.parts.blocks):
            x = self.block(x, block, has_residual=number > 0)
        x = self.norm(x, self.parts.after)
        for block in self.parts.late_blocks:
            x = self.block(x, block, has_residual=True)
        return self.norm(x, self.parts.last)

    def block(self, x: str, block: Block, *, has_residual: bool) -> str:
        """One SAN-M block; the first, which changes the width, has no residual around attention."""
        # Not com.microsoft.SkipLayerNormalization: its loop is not vectorised, 0.36 ms against
        # 0.05 ms for Add and LayerNormalization at 171 frames.
        n = self.nodes
        query, key, value = self.three(self.norm(x, block.before_attention), block.joined)
        mixed = n.add("MultiHeadAttention", [query, key, value], domain=_MICROSOFT, num_heads=_HEADS)
        mixed = n.add("Add", [self.linear(mixed, block.out), self.memory(value, block.taps)])
        if has_residual:
            mixed = n.add("Add", [x, mixed])
        wide = self.linear(self.norm(mixed, block.before_inner), block.widen)
        return n.add("Add", [mixed, self.rectified(wide, block.narrow)])

    def three(self, x: str, joined: Linear) -> list[str]:
        """Query, key and value of x: x is quantised once, and nothing has to be split afterwards."""
        n, width = self.nodes, self.parts.width
        if joined.scale is None or joined.zero is None:
            return n.many("Split", [self.linear(x, joined), n.ints(*[width] * 3)], 3, axis=2)
        small = n.many("DynamicQuantizeLinear", [x], 3)
        return [self.product(small, joined.columns(part * width, (part + 1) * width)) for part in range(3)]

    def rectified(self, x: str, layer: Linear) -> str:
        """Map max(x, 0).

        Bytes that begin at 0 cannot be negative, so quantising is the ReLU. Scale and rounding are
        those of DynamicQuantizeLinear behind a Relu; only the pass over the widest array is saved.
        """
        n = self.nodes
        if layer.scale is None or layer.zero is None:
            return self.linear(n.add("Relu", [x]), layer)
        # By rows first: that is spread over the threads.
        most = n.add("ReduceMax", [n.add("ReduceMax", [x], axes=[2], keepdims=0)], keepdims=0)
        scale = n.add("Div", [n.add("Max", [most, n.number(_LEAST)]), n.number(255.0)])
        zero = n.shared(np.array(0, np.uint8))
        return self.product([n.add("QuantizeLinear", [x, scale, zero]), scale, zero], layer)

    def product(self, small: list[str], layer: Linear) -> str:
        """Map x, which is given as bytes with their scale and zero point."""
        n = self.nodes
        layer = layer.signed() if self.signed else layer
        if layer.scale is None or layer.zero is None:
            raise ValueError("only quantised layers have a product of bytes")
        weight, scale, zero, bias = map(n.constant, (layer.weight, layer.scale, layer.zero, layer.bias))
        inputs = [small[0], weight, small[1], scale, small[2], zero, bias]
        return n.add("MatMulIntegerToFloat", inputs, domain=_MICROSOFT)

    def linear(self, x: str, layer: Linear) -> str:
        """Map x [1, L, K] -> [1, L, N]."""
        n = self.nodes
        if layer.scale is None or layer.zero is None:
            return n.add("Add", [n.add("MatMul", [x, n.constant(layer.weight)]), n.constant(layer.bias)])
        layer = layer.signed() if self.signed else layer
        inputs = [
            n.constant(array)
            for array in (layer.weight, layer.scale, layer.zero, layer.bias)
            if array is not None
        ]
        return n.add("DynamicQuantizeMatMul", [x, *inputs], domain=_MICROSOFT)

    def norm(self, x: str, norm: Norm) -> str:
        """Layer normalisation over the last axis."""
        inputs = [x, self.nodes.constant(norm.weight), self.nodes.constant(norm.bias)]
        return self.nodes.add("LayerNormalization", inputs, epsilon=norm.epsilon, axis=-1)

    def memory(self, values: str, taps: Floats) -> str:
        """FSMN: the values plus their depthwise convolution over time."""
        n, width, half = self.nodes, taps.shape[0], taps.shape[2] // 2
        # As an image of height 1: ONNX Runtime has its blocked kernels for images only, and turns
        # the two transposes into a reordering that it needs anyway. The values are added afterwards:
        # as one more weight they would round otherwise than in the graph as published.
        image = n.add("Transpose", [n.add("Unsqueeze", [values, n.ints(1)])], perm=[0, 3, 1, 2])
        kernel = n.constant(taps[:, :, None])
        mixed = n.add("Conv", [image, kernel], group=width, pads=[0, half, 0, half])
        mixed = n.add("Squeeze", [n.add("Transpose", [mixed], perm=[0, 2, 3, 1]), n.ints(1)])
        return n.add("Add", [mixed, values])

    def back(self, states: str) -> None:
        """Write the outputs."""
        n, layer = self.nodes, self.parts.vocabulary
        n.publish(states, STATES)
        logits = n.add("Squeeze", [self.linear(states, layer), n.ints(0)])
        # Not ReduceLogSumExp, which would write less: it is not vectorised, four times the time.
        scores = n.rename(n.add("LogSoftmax", [logits], axis=-1), SCORES)
        best, ids = n.many("TopK", [scores, n.ints(min(TOP, layer.bias.size))], 2, axis=-1)
        zero, four, end = n.ints(0), n.ints(QUERIES), n.ints(_END)
        n.publish(n.add("Slice", [scores, zero, four, zero]), TAGS)
        n.publish(n.add("Slice", [ids, four, end, zero]), TOP_IDS)
        n.publish(n.add("Slice", [best, four, end, zero]), TOP_SCORES)
