"""The session: nothing falls back in silence, and what goes wrong says so."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest

from assistant.devices.onnx import emission
from assistant.devices.onnx.layout import SHERPA, read_model
from assistant.devices.onnx.model import OnnxAcousticModel
from assistant.devices.onnx.providers.installed import Provider
from assistant.devices.onnx.session import Session, SessionSettings
from assistant.errors import ModelError
from assistant.recognize.ports import Query
from tests.support import graphs


def test_the_providers_are_read_back(tmp_path: Path) -> None:
    graph = read_model(graphs.write_folder(tmp_path, SHERPA)).graph
    assert Session(graph, SessionSettings()).providers == ("CPUExecutionProvider",)


@pytest.mark.filterwarnings("ignore:Specified provider:UserWarning")
def test_a_provider_that_is_not_there_is_not_replaced_in_silence(tmp_path: Path) -> None:
    if "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        pytest.skip("this ONNX Runtime has CUDA")
    graph = read_model(graphs.write_folder(tmp_path, SHERPA)).graph
    with pytest.raises(ModelError, match="was to run on CUDAExecutionProvider"):
        Session(graph, SessionSettings(provider=Provider("cuda", "CUDAExecutionProvider")))


def test_a_graph_that_cannot_be_loaded_says_why(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    path = folder / "model.int8.onnx"
    model = onnx.load(path)
    model.graph.node[0].op_type = "NoSuchOperator"
    onnx.save(model, path)
    with pytest.raises(ModelError, match=r"cannot load .*model.int8.onnx"):
        OnnxAcousticModel(read_model(folder), SessionSettings()).warm()


def test_a_query_outside_the_table_is_a_model_error(tmp_path: Path) -> None:
    model = OnnxAcousticModel(read_model(graphs.write_folder(tmp_path, SHERPA)), SessionSettings())
    with pytest.raises(ModelError, match="does not run"):
        model.emit(graphs.features(3), Query(language=99))
    assert model.emit(graphs.features(3), Query()).best.tolist() == [3]


def test_logits_of_another_shape_are_a_model_error(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    path = folder / "model.int8.onnx"
    model = onnx.load(path)
    for node in model.graph.node:
        if list(node.output) == ["logits"]:
            node.input.append("said")  # the text frames twice
    onnx.save(model, path)
    with pytest.raises(ModelError, match=r"gave logits of shape \(1, 6, 28\), not \(1, 5, 28\)"):
        OnnxAcousticModel(read_model(folder), SessionSettings()).emit(graphs.features(3), Query())


@pytest.mark.parametrize("size", [3, 8, 9, 1000])
def test_the_reduction_is_log_softmax_and_its_best(size: int) -> None:
    logits = np.random.default_rng(size).normal(scale=5, size=(20, size)).astype(np.float32)
    emissions = emission.reduce(logits)
    wide = logits.astype(np.float64)
    truth = wide - np.log(np.exp(wide).sum(axis=1, keepdims=True))
    order = np.argsort(-truth[4:], axis=1, kind="stable")[:, : min(8, size)]
    assert emissions.tags == pytest.approx(truth[:4], abs=1e-4)
    assert (emissions.top == order).all()
    assert emissions.top_score == pytest.approx(np.take_along_axis(truth[4:], order, 1), abs=1e-4)
    assert (emissions.best == truth[4:].argmax(axis=1)).all()


def test_of_equals_the_lower_id_is_best() -> None:
    logits = np.zeros((6, 40), np.float32)
    logits[5, 20:] = 1.0
    emissions = emission.reduce(logits)
    assert emissions.best.tolist() == [0, 20]
    assert all(len(set(row)) == 8 for row in emissions.top.tolist())
