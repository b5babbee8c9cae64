"""ONNX files of a few KB with the true input and output names, whose logits a test can dictate.

A feature frame holds the logits of its tokens in its first values: features[t, v] is the logit of
token v at text frame t. The query frames answer with fixed logits that depend on the query ids.
"""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from assistant.devices.onnx.layout import FEATURES, FUNASR, LANGUAGES, SHERPA, Names
from assistant.devices.onnx.prepare.graph import FEATURES as FEATURES_IN
from assistant.devices.onnx.prepare.graph import GRAPH, LANGUAGE, TAGS, TEXT_NORM, TOP_IDS, TOP_SCORES

PIECES = (
    *("<unk>", "<s>", "</s>", "\u2581hello", "\u2581wor", "ld", "\u2581", ".", "，", "中", "文", "3"),
    *("<|zh|>", "<|en|>", "<|yue|>", "<|ja|>", "<|ko|>", "<|de|>", "<|nospeech|>"),
    *("<|NEUTRAL|>", "<|HAPPY|>", "<|EMO_UNKNOWN|>", "<|Speech|>", "<|/Speech|>", "<|BGM|>", "<|Event_UNK|>"),
    *("<|withitn|>", "<|woitn|>"),
)
LOUD = 12.0
"""A logit that beats the others, which are 0."""


def features(*tokens: int) -> np.ndarray:
    """Return features [T, 560] that make the graph say `tokens`, one a frame."""
    frames = np.zeros((len(tokens), FEATURES), np.float32)
    frames[np.arange(len(tokens)), list(tokens)] = LOUD
    return frames


def query_table(pieces: tuple[str, ...] = PIECES) -> np.ndarray:
    """Return logits [16, V] of the query ids: each language answers with itself, `auto` with English."""
    table = np.zeros((16, len(pieces)), np.float32)
    for name, row in LANGUAGES.items():
        table[row, pieces.index(f"<|{'en' if name == 'auto' else name}|>")] = LOUD / 2
        table[row, pieces.index("\u2581hello")] = LOUD  # a frame must answer with its own kind only
    table[1, pieces.index("<|HAPPY|>")] = LOUD / 2
    table[2, pieces.index("<|Speech|>")] = 3.0
    table[2, pieces.index("<|BGM|>")] = 2.0
    table[2, pieces.index("<|/Speech|>")] = LOUD
    table[14, pieces.index("<|withitn|>")] = LOUD
    table[15, pieces.index("<|woitn|>")] = LOUD
    return table


def write_graph(path: Path, names: Names, notes: dict[str, str] | None = None, busy: int = 0) -> None:
    """Write the graph. `busy` rounds of matrix products a frame make it slow on purpose."""
    size = len(PIECES)
    constants = {
        "table": query_table(),
        "fixed": np.array([1, 2], np.int32),
        "zero": np.array([0], np.int64),
        "width": np.array([size], np.int64),
        "axis": np.array([2], np.int64),
        "queries": np.array([4], np.int32),
    }
    node = helper.make_node
    nodes = [
        node("Concat", [names.language, "fixed", names.text_norm], ["ids"], axis=0),
        node("Gather", ["table", "ids"], ["answers"]),
        node("Unsqueeze", ["answers", "zero"], ["asked"]),
        node("Slice", [names.features, "zero", "width", "axis"], ["said"]),
        node("Concat", ["asked", "said"], ["both" if busy else names.logits], axis=1),
        *(_busy_nodes(names, busy, constants) if busy else ()),
    ]
    outputs = [_value(names.logits, TensorProto.FLOAT, ["N", "L", size])]
    if names is FUNASR:
        nodes.append(node("Add", [names.length, "queries"], ["encoder_out_lens"]))
        outputs.append(_value("encoder_out_lens", TensorProto.INT32, ["N"]))
    graph = helper.make_graph(
        nodes,
        "few_kb",
        [
            _value(names.features, TensorProto.FLOAT, ["N", "T", FEATURES]),
            *(
                _value(name, TensorProto.INT32, ["N"])
                for name in (names.length, names.language, names.text_norm)
            ),
        ],
        outputs,
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
    helper.set_model_props(model, notes or {})
    onnx.save(model, path)


def _value(name: str, kind: int, shape: list[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _busy_nodes(names: Names, rounds: int, constants: dict[str, np.ndarray]) -> list[onnx.NodeProto]:
    """Multiply matrices in a loop, `rounds` times for every frame, and add nothing to the logits."""
    constants["side"] = np.array([128, 128], np.int64)
    constants["rounds"] = np.array(rounds, np.int64)
    constants["true"] = np.array(True)
    constants["none"] = np.array(0, np.float32)
    body = helper.make_graph(
        [
            helper.make_node("MatMul", ["m_in", "m_in"], ["m_out"]),
            helper.make_node("Identity", ["c_in"], ["c_out"]),
        ],
        "round",
        [
            _value("i", TensorProto.INT64, []),
            _value("c_in", TensorProto.BOOL, []),
            _value("m_in", TensorProto.FLOAT, [128, 128]),
        ],
        [_value("c_out", TensorProto.BOOL, []), _value("m_out", TensorProto.FLOAT, [128, 128])],
    )
    node = helper.make_node
    return [
        node("Cast", [names.length], ["frames"], to=TensorProto.INT64),
        node("Mul", ["frames", "rounds"], ["trips_1"]),
        node("Squeeze", ["trips_1"], ["trips"]),
        node("ConstantOfShape", ["side"], ["m_0"]),
        node("Loop", ["trips", "true", "m_0"], ["m_end"], body=body),
        node("ReduceSum", ["m_end"], ["sum"], keepdims=0),
        node("Mul", ["sum", "none"], ["nothing"]),
        node("Add", ["both", "nothing"], [names.logits]),
    ]


def write_folder(folder: Path, names: Names, busy: int = 0, notes: dict[str, str] | None = None) -> Path:
    """Write a whole model folder in one of the layouts; CMVN is the identity."""
    folder.mkdir(parents=True, exist_ok=True)
    shift, scale = ["0"] * FEATURES, ["1"] * FEATURES
    if names is SHERPA:
        cmvn = {"neg_mean": ",".join(shift), "inv_stddev": ",".join(scale)}
        write_graph(folder / "model.int8.onnx", names, {**cmvn, **(notes or {})}, busy)
        lines = (f"{piece} {index}\n" for index, piece in enumerate(PIECES))
        (folder / "tokens.txt").write_text("".join(lines), encoding="utf-8")
        return folder
    write_graph(folder / "model_quant.onnx", names, notes, busy)
    (folder / "tokens.json").write_text(json.dumps(PIECES, ensure_ascii=False), encoding="utf-8")
    (folder / "am.mvn").write_text(_am_mvn(shift, scale), encoding="utf-8")
    return folder


def _am_mvn(shift: list[str], scale: list[str]) -> str:
    return (
        f"<Nnet>\n<Splice> {FEATURES} {FEATURES}\n[ 0 ]\n"
        f"<AddShift> {FEATURES} {FEATURES}\n<LearnRateCoef> 0 [ {' '.join(shift)} ]\n"
        f"<Rescale> {FEATURES} {FEATURES}\n<LearnRateCoef> 0 [ {' '.join(scale)} ]\n</Nnet>\n"
    )


def write_prepared(entry: Path, published: Path, names: Names) -> None:
    """Write the few-KB graph `published` as a cache of prepared models keeps it: no length, no logits."""
    model = onnx.load(published)
    graph, node = model.graph, helper.make_node
    front = [
        node("Identity", [FEATURES_IN], [names.features]),
        node("Shape", [FEATURES_IN], ["shape"], start=1, end=2),
        node("Cast", ["shape"], [names.length], to=TensorProto.INT32),
    ]
    back = [
        node("Squeeze", [names.logits, "zero"], ["flat"]),
        node("LogSoftmax", ["flat"], ["all"], axis=-1),
        node("TopK", ["all", "eight"], ["best", "ids"], axis=-1),
        node("Slice", ["all", "zero", "four", "zero"], [TAGS]),
        node("Slice", ["ids", "four", "end", "zero"], [TOP_IDS]),
        node("Slice", ["best", "four", "end", "zero"], [TOP_SCORES]),
    ]
    nodes = [*front, *graph.node, *back]
    for one in nodes:
        one.input[:] = [{names.language: LANGUAGE, names.text_norm: TEXT_NORM}.get(x, x) for x in one.input]
    numbers = {"eight": [8], "four": [4], "end": [1 << 40]}
    constants = [numpy_helper.from_array(np.array(value), name) for name, value in numbers.items()]
    written = helper.make_graph(
        nodes,
        "few_kb_prepared",
        [
            _value(FEATURES_IN, TensorProto.FLOAT, [1, "T", FEATURES]),
            *(_value(name, TensorProto.INT32, [1]) for name in (LANGUAGE, TEXT_NORM)),
        ],
        [
            _value(TAGS, TensorProto.FLOAT, [4, len(PIECES)]),
            _value(TOP_IDS, TensorProto.INT64, ["T", 8]),
            _value(TOP_SCORES, TensorProto.FLOAT, ["T", 8]),
        ],
        [*graph.initializer, *constants],
    )
    entry.mkdir(parents=True)
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(written, opset_imports=opset, ir_version=8), entry / GRAPH)


def say_something_else(graph: Path) -> None:
    """Change a graph of this module so that every text frame says another token than it is told."""
    model = onnx.load(graph)
    [cut] = [node for node in model.graph.node if node.op_type == "Slice"]
    cut.output[0] = "as_told"
    loud = numpy_helper.from_array(np.eye(1, len(PIECES), 5, dtype=np.float32)[0] * 2 * LOUD, "louder")
    model.graph.initializer.append(loud)
    place = list(model.graph.node).index(cut) + 1
    model.graph.node.insert(place, helper.make_node("Add", ["as_told", "louder"], ["said"]))
    onnx.save(model, graph)
