"""The SenseVoice graph in ONNX, written from named weights at any size, without torch.

The structure follows the published exports: query embeddings in front, length mask, decomposed
layer norms (ONNX Runtime fuses them), one MatMul per linear layer so that dynamic quantisation
reaches every one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from onnx import ModelProto, TensorProto, ValueInfoProto, checker, helper

from assistant.recognize.features import Floats
from models.recipe import vocabulary
from models.recipe.nodes import Nodes
from models.recipe.weights import Shape

QUERY_FRAMES = 4
EPSILON = 1e-5


@dataclass(frozen=True)
class Contract:
    """Names and opset of one published layout."""

    features: str
    """Input, float32 [N, T, 560]."""
    lengths: str
    """Input, int32 [N]."""
    language: str
    text_norm: str
    logits: str
    """Output, float32 [N, T + 4, vocabulary]."""
    out_lengths: str | None
    """Output, int32 [N]; sherpa-onnx has none."""
    opset: int


SHERPA = Contract("x", "x_length", "language", "text_norm", "logits", None, 13)
FUNASR = Contract("speech", "speech_lengths", "language", "textnorm", "ctc_logits", "encoder_out_lens", 14)


class Encoder:
    """Writes the encoder's layers; names of values in, names of values out."""

    def __init__(self, nodes: Nodes, shape: Shape, weights: Mapping[str, Floats]) -> None:
        self.nodes, self.shape, self.weights = nodes, shape, weights

    def linear(self, x: str, name: str) -> str:
        """Map x [N, T, in] -> [N, T, out]."""
        matrix = self.nodes.constant(f"{name}.weight", self.weights[f"{name}.weight"].T)
        bias = self.nodes.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        return self.nodes.add("Add", [self.nodes.add("MatMul", [x, matrix]), bias])

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation over the last axis."""
        nodes = self.nodes
        centred = nodes.add("Sub", [x, nodes.add("ReduceMean", [x], axes=[-1])])
        square = nodes.add("Pow", [centred, nodes.number(2.0)])
        variance = nodes.add("ReduceMean", [square], axes=[-1])
        spread = nodes.add("Sqrt", [nodes.add("Add", [variance, nodes.number(EPSILON)])])
        scaled = nodes.add("Div", [centred, spread])
        weight = nodes.constant(f"{name}.weight", self.weights[f"{name}.weight"])
        bias = nodes.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        return nodes.add("Add", [nodes.add("Mul", [scaled, weight]), bias])

    def memory(self, values: str, mask: str, name: str) -> str:
        """FSMN: masked values plus their depthwise convolution over time, masked again."""
        nodes, half = self.nodes, self.shape.kernel // 2
        kept = nodes.add("Mul", [values, mask])
        turned = nodes.add("Transpose", [kept], perm=[0, 2, 1])
        padded = nodes.add("Pad", [turned, nodes.ints(0, 0, half, 0, 0, half)])
        taps = nodes.constant(f"{name}.weight", self.weights[f"{name}.weight"])
        mixed = nodes.add("Conv", [padded, taps], group=self.shape.width)
        back = nodes.add("Transpose", [mixed], perm=[0, 2, 1])
        return nodes.add("Mul", [nodes.add("Add", [back, kept]), mask])

    def attend(self, parts: list[str], hidden: str) -> str:
        """Mix query, key and value [N, T, D] over time; `hidden` [N, 1, 1, T] is true on padding."""
        nodes, shape = self.nodes, self.shape
        split = nodes.ints(0, 0, shape.heads, shape.width // shape.heads)
        query, key, value = (
            nodes.add("Transpose", [nodes.add("Reshape", [part, split])], perm=perm)
            for part, perm in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]), strict=True)
        )
        query = nodes.add("Mul", [query, nodes.number((shape.width // shape.heads) ** -0.5)])
        scores = nodes.add("MatMul", [query, key])
        lowest = nodes.number(float("-inf"))
        shares = nodes.add("Softmax", [nodes.add("Where", [hidden, lowest, scores])], axis=-1)
        shares = nodes.add("Where", [hidden, nodes.number(0.0), shares])
        mixed = nodes.add("Transpose", [nodes.add("MatMul", [shares, value])], perm=[0, 2, 1, 3])
        return nodes.add("Reshape", [mixed, nodes.ints(0, 0, shape.width)])

    def block(self, x: str, masks: tuple[str, str], name: str) -> str:
        """One SAN-M block; the width-changing first one has no residual around attention."""
        nodes, shape = self.nodes, self.shape
        mask, hidden = masks
        attention = f"{name}.self_attn"
        joined = self.linear(self.norm(x, f"{name}.norm1"), f"{attention}.linear_q_k_v")
        widths = nodes.ints(shape.width, shape.width, shape.width)
        parts = nodes.add_many("Split", [joined, widths], 3, axis=2)
        memory = self.memory(parts[2], mask, f"{attention}.fsmn_block")
        mixed = self.linear(self.attend(parts, hidden), f"{attention}.linear_out")
        mixed = nodes.add("Add", [mixed, memory])
        if not name.startswith("encoder.encoders0"):
            mixed = nodes.add("Add", [x, mixed])
        wide = self.linear(self.norm(mixed, f"{name}.norm2"), f"{name}.feed_forward.w_1")
        narrow = self.linear(nodes.add("Relu", [wide]), f"{name}.feed_forward.w_2")
        return nodes.add("Add", [mixed, narrow])

    def encode(self, x: str, masks: tuple[str, str]) -> str:
        """All blocks and both final norms: [N, T + 4, 560] -> [N, T + 4, D]."""
        x = self.block(x, masks, "encoder.encoders0.0")
        for index in range(self.shape.blocks - 1):
            x = self.block(x, masks, f"encoder.encoders.{index}")
        x = self.norm(x, "encoder.after_norm")
        for index in range(self.shape.tp_blocks):
            x = self.block(x, masks, f"encoder.tp_encoders.{index}")
        return self.norm(x, "encoder.tp_norm")


def _queries(nodes: Nodes, contract: Contract, weights: Mapping[str, Floats]) -> str:
    """Return the four query frames, [N, 4, 560]."""
    table = nodes.constant("embed.weight", weights["embed.weight"])
    language, norm = (
        nodes.add("Unsqueeze", [nodes.add("Gather", [table, name]), nodes.ints(1)])
        for name in (contract.language, contract.text_norm)
    )
    fixed = nodes.ints(vocabulary.EVENT_QUERY, vocabulary.EMOTION_QUERY)
    pair = nodes.add("Unsqueeze", [nodes.add("Gather", [table, fixed]), nodes.ints(0)])
    batch = nodes.add("Shape", [contract.language])
    width = weights["embed.weight"].shape[1]
    size = nodes.add("Concat", [batch, nodes.ints(2, width)], axis=0)
    return nodes.add("Concat", [language, nodes.add("Expand", [pair, size]), norm], axis=1)


def _times(nodes: Nodes, x: str) -> str:
    """Return 0 ... T + 3 of `x` [N, T + 4, D] as int64."""
    length = nodes.add("Gather", [nodes.add("Shape", [x]), nodes.constant("one", np.array(1))])
    zero, one = nodes.constant("zero", np.array(0)), nodes.constant("one", np.array(1))
    return nodes.add("Range", [zero, length, one])


def _positions(nodes: Nodes, times: str, depth: int) -> str:
    """Return the sinusoidal code of positions 1 ... T + 4, [T + 4, depth]."""
    half = depth // 2
    scale = np.exp(-np.arange(half, dtype=np.float64) * np.log(1e4) / (half - 1))
    count = nodes.add("Add", [nodes.add("Cast", [times], to=TensorProto.FLOAT), nodes.number(1.0)])
    column = nodes.add("Unsqueeze", [count, nodes.ints(1)])
    angle = nodes.add("Mul", [column, nodes.constant("timescales", scale.astype(np.float32)[None])])
    return nodes.add("Concat", [nodes.add("Sin", [angle]), nodes.add("Cos", [angle])], axis=1)


def _masks(nodes: Nodes, times: str, total: str) -> tuple[str, str]:
    """Return the float mask [N, T + 4, 1] and where attention must not look, [N, 1, 1, T + 4]."""
    short = nodes.add("Cast", [times], to=TensorProto.INT32)
    inside = nodes.add("Less", [short, nodes.add("Unsqueeze", [total, nodes.ints(1)])])
    row = nodes.add("Cast", [inside], to=TensorProto.FLOAT)
    mask = nodes.add("Unsqueeze", [row, nodes.ints(2)])
    hidden = nodes.add("Unsqueeze", [nodes.add("Not", [inside]), nodes.ints(1, 2)])
    return mask, hidden


def _description(contract: Contract, shape: Shape) -> tuple[list[ValueInfoProto], list[ValueInfoProto]]:
    def value(name: str, kind: int, size: list[str | int]) -> ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, size)

    ids = [contract.lengths, contract.language, contract.text_norm]
    inputs = [value(contract.features, TensorProto.FLOAT, ["N", "T", shape.features])]
    inputs += [value(name, TensorProto.INT32, ["N"]) for name in ids]
    outputs = [value(contract.logits, TensorProto.FLOAT, ["N", "T_out", shape.vocabulary])]
    if contract.out_lengths:
        outputs.append(value(contract.out_lengths, TensorProto.INT32, ["N"]))
    return inputs, outputs


def build(
    shape: Shape, weights: Mapping[str, Floats], contract: Contract, encoder: type[Encoder] = Encoder
) -> ModelProto:
    """Return the model, float32 unless `encoder` writes another kind; `weights` carry the published names."""
    nodes = Nodes()
    four = nodes.constant("query_frames", np.array([QUERY_FRAMES], np.int32))
    total = nodes.add("Add", [contract.lengths, four])
    if contract.out_lengths:
        nodes.rename(total, contract.out_lengths)
        total = contract.out_lengths
    x = nodes.add("Concat", [_queries(nodes, contract, weights), contract.features], axis=1)
    x = nodes.add("Mul", [x, nodes.number(float(np.float32(shape.width**0.5)))])
    times = _times(nodes, x)
    x = nodes.add("Add", [x, _positions(nodes, times, shape.features)])
    writer = encoder(nodes, shape, weights)
    logits = writer.linear(writer.encode(x, _masks(nodes, times, total)), "ctc.ctc_lo")
    nodes.rename(logits, contract.logits)
    inputs, outputs = _description(contract, shape)
    graph = helper.make_graph(nodes.nodes, "sense_voice", inputs, outputs, nodes.initializers)
    opset = helper.make_opsetid("", contract.opset)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=8, producer_name="recipe")
    if shape.width < 512:  # noqa: PLR2004 - the checker copies the model; skip it at full size
        checker.check_model(model)
    return model
