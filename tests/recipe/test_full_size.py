"""The full-size recipe, on a size that is made in a moment; the real size is slow."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnxruntime.quantization import QuantType, quantize_dynamic

from assistant.devices.onnx.layout import read_model
from assistant.devices.onnx.safety import inspect
from models.recipe.full_size.quantised import quantise
from models.recipe.full_size.writing import (
    LAYOUTS,
    PARAMETERS,
    SeededWeights,
    cached,
    parameters,
    published_tokens,
    write,
)
from models.recipe.graph import FUNASR, SHERPA, build
from models.recipe.weights import SENSE_VOICE_SMALL, Shape

SMALL = Shape(width=32, heads=4, inner=64, blocks=2, tp_blocks=1, vocabulary=300)


def logits(graph: Path) -> np.ndarray:
    session = ort.InferenceSession(graph)
    names = [value.name for value in session.get_inputs()]
    features = np.random.default_rng(1).standard_normal((1, 30, 560)).astype(np.float32)
    ids = (np.array([30], np.int32), np.array([0], np.int32), np.array([15], np.int32))
    return np.asarray(session.run(None, dict(zip(names, (features, *ids), strict=True)))[0])


def test_the_full_size_has_as_many_parameters_as_the_published_model() -> None:
    assert parameters(SENSE_VOICE_SMALL) == PARAMETERS == 233_999_167


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_layouts_are_read_and_marked_random(tmp_path: Path, layout: str) -> None:
    graph = write(layout, tmp_path, SMALL)
    about = read_model(tmp_path).description
    assert about.layout.startswith(layout)
    assert (about.is_random, about.is_demo, len(about.pieces)) == (True, False, 300)
    assert inspect(graph).files == ()
    assert logits(graph).shape == (1, 34, 300)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_what_dynamic_quantisation_of_the_same_weights_would_be(
    tmp_path: Path, layout: str, expect_log: Callable[[str], None]
) -> None:
    expect_log("consider to run pre-processing")
    graph = write(layout, tmp_path, SMALL)
    plain = tmp_path / "plain" / "model.onnx"
    plain.parent.mkdir()
    onnx.save(build(SMALL, SeededWeights(SMALL), SHERPA if layout == "sherpa" else FUNASR), plain)
    theirs = plain.with_name("theirs.onnx")
    quantize_dynamic(
        plain,
        theirs,
        op_types_to_quantize=["MatMul"],
        per_channel=layout == "funasr",
        weight_type=QuantType.QUInt8,
    )
    kinds = [sorted(node.op_type for node in onnx.load(path).graph.node) for path in (graph, theirs)]
    assert [kind.count("MatMulInteger") for kind in kinds] == [13, 13]
    assert [kind.count("DynamicQuantizeLinear") for kind in kinds] == [13, 13]
    np.testing.assert_allclose(logits(graph), logits(theirs), atol=0.05)


def test_weights_are_unsigned_and_scaled_as_published() -> None:
    matrix = np.random.default_rng(0).standard_normal((64, 8)).astype(np.float32)
    for per_channel, count in ((False, 1), (True, 8)):
        levels, scale, zero = quantise(matrix, per_channel=per_channel)
        assert levels.dtype == zero.dtype == np.dtype(np.uint8)
        assert scale.size == zero.size == count
        back = (levels.astype(np.float32) - zero) * scale
        assert np.abs(back - matrix).max() <= 0.51 * scale.max()


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    digests = {
        hashlib.sha256(write("sherpa", tmp_path / name, SMALL, seed).read_bytes()).hexdigest()
        for name, seed in (("a", 0), ("b", 0), ("c", 1))
    }
    assert len(digests) == 2


def test_the_cache_is_filled_once(tmp_path: Path) -> None:
    made = cached("funasr", tmp_path, SMALL)
    before = (made / "model_quant.onnx").stat().st_mtime_ns
    assert cached("funasr", tmp_path, SMALL) == made
    assert (made / "model_quant.onnx").stat().st_mtime_ns == before
    assert [path.name for path in tmp_path.iterdir()] == [made.name]


def test_a_vocabulary_is_made_up_where_the_real_one_is_not_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASSISTANT_TEST_DATA", raising=False)
    tokens = published_tokens(SENSE_VOICE_SMALL.vocabulary)
    assert len(tokens) == len(set(tokens)) == 25_055
    assert {"<|en|>", "<|Speech|>", "<|withitn|>"} <= set(tokens)


def test_the_real_vocabulary_is_taken_where_it_is(data: Path) -> None:
    tokens = published_tokens(SENSE_VOICE_SMALL.vocabulary)
    assert tokens[24_885] == "<|en|>"


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "published"), [("sherpa", 239_233_841), ("funasr", 241_216_270)])
def test_at_full_size_the_file_is_as_large_as_the_published_one(
    tmp_path: Path, layout: str, published: int
) -> None:
    graph = write(layout, tmp_path)
    assert graph.stat().st_size == pytest.approx(published, rel=0.01)
    assert logits(graph).shape == (1, 34, 25_055)
