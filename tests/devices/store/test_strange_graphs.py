"""ONNX files from strangers: what they could do is seen before ONNX Runtime sees them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from assistant.devices.onnx.layout import FUNASR, SHERPA
from assistant.devices.onnx.safety import inspect
from assistant.devices.places import nano_model
from assistant.devices.store.arrival.intake import examine, find_graph
from assistant.devices.store.catalogue import read_catalogue
from assistant.devices.store.progress import unheard
from assistant.errors import ModelError
from tests.support import graphs

Change = Callable[[onnx.ModelProto, Path], None]


def _external(location: str) -> Change:
    def change(model: onnx.ModelProto, _folder: Path) -> None:
        tensor = model.graph.initializer[0]
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=location)

    return change


def _linked(model: onnx.ModelProto, folder: Path) -> None:
    outside = folder.parent / "secret.bin"
    outside.write_bytes(bytes(10_000))
    (folder / "weights.data").symlink_to(outside)
    _external("weights.data")(model, folder)


def _beyond(model: onnx.ModelProto, folder: Path) -> None:
    (folder / "weights.data").write_bytes(bytes(100))
    _external("weights.data")(model, folder)
    model.graph.initializer[0].external_data.add(key="offset", value="50")
    model.graph.initializer[0].external_data.add(key="length", value="51")


def _custom(model: onnx.ModelProto, _folder: Path) -> None:
    model.graph.node.append(helper.make_node("Run", ["table"], ["gone"], domain="com.evil"))


def _imported(model: onnx.ModelProto, _folder: Path) -> None:
    model.opset_import.append(helper.make_opsetid("com.evil", 1))


def _hidden(model: onnx.ModelProto, folder: Path) -> None:
    """Hide an operator of its own in the branch of an If."""
    body = helper.make_graph(
        [helper.make_node("Run", [], ["out"], domain="com.evil")],
        "body",
        [],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, [1])],
    )
    model.graph.node.append(helper.make_node("If", ["c"], ["o"], then_branch=body, else_branch=body))


def _constant(model: onnx.ModelProto, _folder: Path) -> None:
    """Hide outside weights in a Constant."""
    tensor = numpy_helper.from_array(np.zeros(4, np.float32), "c")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="/etc/passwd")
    model.graph.node.append(helper.make_node("Constant", [], ["c"], value=tensor))


def _nested(model: onnx.ModelProto, _folder: Path) -> None:
    body = helper.make_graph([], "inner", [], [])
    for _ in range(12):
        body = helper.make_graph([helper.make_node("If", ["c"], ["o"], then_branch=body)], "outer", [], [])
    model.graph.node.append(helper.make_node("If", ["c"], ["o"], then_branch=body))


def _functions(model: onnx.ModelProto, _folder: Path) -> None:
    opset = [helper.make_opsetid("", 14)]
    model.functions.append(
        helper.make_function("mine", "F", ["a"], ["b"], [helper.make_node("Identity", ["a"], ["b"])], opset)
    )


def _context(model: onnx.ModelProto, _folder: Path) -> None:
    node = helper.make_node("EPContext", [], ["o"], domain="com.microsoft", ep_cache_context="../../x")
    model.graph.node.append(node)


def _boastful(model: onnx.ModelProto, _folder: Path) -> None:
    del model.graph.initializer[0].dims[:]
    model.graph.initializer[0].dims.extend([1 << 20, 1 << 20])


def _other_inputs(model: onnx.ModelProto, _folder: Path) -> None:
    model.graph.input[0].name = "mel"


def _other_type(model: onnx.ModelProto, _folder: Path) -> None:
    model.graph.input[0].type.tensor_type.elem_type = TensorProto.DOUBLE


HOSTILE: dict[str, tuple[Change, str]] = {
    "weights above its folder": (_external("../../etc/passwd"), "outside its folder"),
    "weights at an absolute path": (_external("/etc/passwd"), "outside its folder"),
    "weights on a Windows drive": (_external("C:\\secret"), "outside its folder"),
    "weights above, with backslashes": (_external("..\\..\\secret"), "outside its folder"),
    "weights behind a link": (_linked, "outside its folder"),
    "weights that are not there": (_external("weights.data"), "is not beside it"),
    "weights beyond the end": (_beyond, "beyond the end"),
    "weights outside, in a constant": (_constant, "outside its folder"),
    "an operator of its own": (_custom, "not ONNX Runtime's own .'com.evil'"),
    "a library of its own": (_imported, "not ONNX Runtime's own .'com.evil'"),
    "an operator of its own, hidden": (_hidden, "not ONNX Runtime's own .'com.evil'"),
    "nested without end": (_nested, "nested without end"),
    "functions": (_functions, "defines operators of its own"),
    "an operator that reads files": (_context, "EPContext reads other files"),
    "weights that are not there but claimed": (_boastful, "claims 1,099,511,627,776 weights"),
    "other inputs": (_other_inputs, "are not those of a SenseVoice model"),
    "inputs of another type": (_other_type, "x is not of the type that SenseVoice has .float32"),
}


@pytest.mark.parametrize(("change", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_graph_is_refused_even_when_it_is_trusted(
    tmp_path: Path, change: Change, message: str
) -> None:
    folder = graphs.write_folder(tmp_path / "gift", SHERPA)
    graph = folder / "model.int8.onnx"
    model = onnx.load(graph)
    change(model, folder)
    graph.write_bytes(model.SerializeToString())
    with pytest.raises(ModelError, match=message) as caught:
        examine(graph, read_catalogue(), unheard, is_trusted=True)
    assert "model.int8.onnx" in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 100, b"\xff" * 100, b"<html></html>", b"\x3a\xff\xff\xff\x7f"]
)
def test_what_is_no_graph_is_refused(tmp_path: Path, content: bytes) -> None:
    graph = tmp_path / "model.onnx"
    graph.write_bytes(content)
    with pytest.raises(ModelError, match="not an ONNX"):
        examine(graph, read_catalogue(), unheard, is_trusted=True)


def test_every_cut_of_a_graph_is_refused_or_read_and_never_a_crash(tmp_path: Path) -> None:
    whole = (graphs.write_folder(tmp_path, SHERPA) / "model.int8.onnx").read_bytes()
    graph = tmp_path / "cut.onnx"
    for stop in range(0, len(whole), 37):
        graph.write_bytes(whole[:stop])
        with pytest.raises(ModelError):
            examine(graph, read_catalogue(), unheard, is_trusted=True)


def test_a_graph_that_is_too_large_for_one_is_not_even_read(tmp_path: Path) -> None:
    graph = tmp_path / "model.onnx"
    with graph.open("wb") as file:
        file.truncate((2 << 30) + 1)  # a hole: it takes no room
    with pytest.raises(ModelError, match=r"2\.1 GB it is larger than any ONNX file"):
        inspect(graph)


@pytest.mark.parametrize("names", [SHERPA, FUNASR], ids=lambda names: names.layout)
def test_our_own_graphs_pass(tmp_path: Path, names: object) -> None:
    folder = graphs.write_folder(tmp_path, names)  # type: ignore[arg-type]  # one of the two layouts
    assert examine(find_graph(folder), read_catalogue(), unheard, is_trusted=True).model is None
    assert inspect(nano_model() / "model.int8.onnx").files == ()


def test_weights_beside_the_graph_come_along(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path / "gift", SHERPA)
    model = onnx.load(folder / "model.int8.onnx")
    onnx.save(
        model, folder / "model.int8.onnx", save_as_external_data=True, location="w.data", size_threshold=0
    )
    arrival = examine(folder / "model.int8.onnx", read_catalogue(), unheard, is_trusted=True)
    assert {mark.name for mark in arrival.files.values()} == {"model.int8.onnx", "w.data", "tokens.txt"}
