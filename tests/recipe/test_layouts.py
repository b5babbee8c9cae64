from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest

from assistant.recognize.features import Cmvn
from models.recipe import layouts, vocabulary
from models.recipe.layouts import Writing, write_layouts
from models.recipe.weights import Checkpoint, Shape, load, random_weights, save

TOKENS = vocabulary.tokens(["<unk>", "<s>", "</s>", "▁open", "▁window"])


@pytest.fixture(scope="module")
def checkpoint() -> Checkpoint:
    shape = Shape(width=32, heads=4, inner=64, blocks=2, tp_blocks=1, vocabulary=len(TOKENS))
    pick = np.random.default_rng(2)
    cmvn = Cmvn(*(pick.standard_normal(560).astype(np.float32) for _ in "ab"))
    return Checkpoint(shape, random_weights(shape), cmvn, TOKENS)


@pytest.fixture(scope="module")
def out(checkpoint: Checkpoint, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("layouts")
    write_layouts(checkpoint, folder, Writing(name="tiny", random=True))
    return folder


def contract(path: Path) -> tuple[list[str], list[str]]:
    session = ort.InferenceSession(path)
    return [i.name for i in session.get_inputs()], [o.name for o in session.get_outputs()]


@pytest.mark.parametrize("name", ["model.onnx", "model.int8.onnx"])
def test_sherpa_layout_has_its_published_names(out: Path, name: str) -> None:
    inputs = ["x", "x_length", "language", "text_norm"]
    assert contract(out / "sherpa-onnx" / name) == (inputs, ["logits"])


@pytest.mark.parametrize("name", ["model.onnx", "model_quant.onnx"])
def test_funasr_layout_has_its_published_names(out: Path, name: str) -> None:
    inputs = ["speech", "speech_lengths", "language", "textnorm"]
    assert contract(out / "funasr" / name) == (inputs, ["ctc_logits", "encoder_out_lens"])


def test_int8_keeps_the_metadata_and_says_that_random_weights_are_random(out: Path) -> None:
    facts = ort.InferenceSession(out / "sherpa-onnx" / "model.int8.onnx").get_modelmeta().custom_metadata_map
    assert facts["model_type"] == "sense_voice_ctc"
    assert facts["vocab_size"] == str(len(TOKENS))
    assert facts["lang_en"] == "4"
    assert facts["random"] == "1"


def test_every_linear_layer_becomes_integer(out: Path, checkpoint: Checkpoint) -> None:
    kinds = [node.op_type for node in onnx.load(out / "sherpa-onnx" / "model.int8.onnx").graph.node]
    blocks = checkpoint.shape.blocks + checkpoint.shape.tp_blocks
    assert kinds.count("MatMulInteger") == 4 * blocks + 1
    assert kinds.count("MatMul") == 2 * blocks  # attention itself: no weights in it


def test_both_layouts_carry_the_same_cmvn_and_tokens(out: Path, checkpoint: Checkpoint) -> None:
    read = Cmvn.parse((out / "funasr" / "am.mvn").read_text())
    shift, scale = (
        np.float32(read.shift),
        np.float32(read.scale),
    )  # text holds more digits than the checkpoint
    np.testing.assert_array_equal(shift, checkpoint.cmvn.shift)
    np.testing.assert_array_equal(scale, checkpoint.cmvn.scale)
    facts = ort.InferenceSession(out / "sherpa-onnx" / "model.onnx").get_modelmeta().custom_metadata_map
    np.testing.assert_array_equal(np.array(facts["neg_mean"].split(","), np.float32), shift)
    assert vocabulary.read_tokens_txt(out / "sherpa-onnx" / "tokens.txt") == TOKENS


def test_a_checkpoint_survives_its_file_to_half_precision(tmp_path: Path, checkpoint: Checkpoint) -> None:
    save(checkpoint, tmp_path / "tiny.npz")
    read = load(tmp_path / "tiny.npz")
    assert (read.shape, read.tokens) == (checkpoint.shape, checkpoint.tokens)
    for name, array in checkpoint.weights.items():
        np.testing.assert_array_equal(read.weights[name], array.astype(np.float16))


def test_sherpa_onnx_loads_it(out: Path) -> None:
    sherpa_onnx = pytest.importorskip("sherpa_onnx", reason="the conformance extra is not installed")
    folder = out / "sherpa-onnx"
    recognizer = sherpa_onnx.OfflineRecognizer.from_sense_voice(
        model=str(folder / "model.int8.onnx"), tokens=str(folder / "tokens.txt"), num_threads=1
    )
    stream = recognizer.create_stream()
    stream.accept_waveform(16_000, np.zeros(16_000, np.float32))
    recognizer.decode_stream(stream)
    assert stream.result.lang.startswith("<|")


def test_the_configuration_describes_the_shape(checkpoint: Checkpoint) -> None:
    assert "num_blocks: 2\n" in layouts.config_text(checkpoint.shape)
