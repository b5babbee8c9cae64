"""Model folders: told apart by the graph, described without ONNX Runtime, refused with a reason."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import onnx
import pytest
from onnx import TensorProto, helper

from assistant.devices.onnx import load_model
from assistant.devices.onnx.header import read_header
from assistant.devices.onnx.layout import FUNASR, LANGUAGES, SHERPA, Names, read_model
from assistant.devices.onnx.refused import Refusal, refuse
from assistant.errors import ModelError, ModelNotFoundError
from assistant.recognize.features import Cmvn
from assistant.values.settings import RecognizeSettings
from tests.support import graphs

LAYOUTS = pytest.mark.parametrize("names", [FUNASR, SHERPA], ids=lambda names: names.layout)


@LAYOUTS
def test_both_layouts_are_read(tmp_path: Path, names: Names) -> None:
    files = read_model(graphs.write_folder(tmp_path / "mine", names))
    about = files.description
    assert (about.layout, about.name, about.pieces) == (names.layout, "mine", graphs.PIECES)
    assert (dict(about.languages), about.with_itn, about.without_itn) == (LANGUAGES, 14, 15)
    assert (about.cmvn.shift == 0).all()
    assert (about.cmvn.scale == 1).all()
    assert (about.is_demo, about.is_random) == (False, False)


@LAYOUTS
def test_the_layout_is_known_by_input_names_and_not_by_file_names(tmp_path: Path, names: Names) -> None:
    folder = graphs.write_folder(tmp_path, names)
    [graph] = folder.glob("*.onnx")
    graph.rename(folder / ("model_quant.onnx" if names is SHERPA else "model.int8.onnx"))
    assert read_model(folder).names == names


def test_tokens_and_cmvn_of_the_other_layout_will_do(tmp_path: Path) -> None:
    sherpa = graphs.write_folder(tmp_path / "sherpa", SHERPA)
    funasr = graphs.write_folder(tmp_path / "funasr", FUNASR)
    (sherpa / "tokens.txt").unlink()
    (sherpa / "tokens.json").write_text(
        (funasr / "tokens.json").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert read_model(sherpa).description.pieces == graphs.PIECES


def test_the_metadata_are_believed(tmp_path: Path) -> None:
    notes = {"demo": "1", "random": "1", "comment": "iic/SenseVoiceSmall", "lang_auto": "0", "lang_en": "4"}
    about = read_model(
        graphs.write_folder(tmp_path, SHERPA, notes={**notes, "with_itn": "15", "without_itn": "14"})
    ).description
    assert (about.is_demo, about.is_random, about.name) == (True, True, "SenseVoiceSmall")
    assert dict(about.languages) == {"auto": 0, "en": 4}
    assert (about.with_itn, about.without_itn) == (15, 14)


def test_the_bundled_folder_is_a_demo_model(tmp_path: Path) -> None:
    assert read_model(graphs.write_folder(tmp_path / "nano", FUNASR)).description.is_demo


def test_the_small_graph_is_preferred_and_a_single_odd_name_is_taken(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    (folder / "model.onnx").write_bytes((folder / "model.int8.onnx").read_bytes())
    assert read_model(folder).graph.name == "model.int8.onnx"
    (folder / "model.onnx").unlink()
    (folder / "model.int8.onnx").rename(folder / "mine.onnx")
    assert read_model(folder).graph.name == "mine.onnx"
    assert read_model(folder / "mine.onnx").graph.name == "mine.onnx"


@pytest.mark.parametrize(
    ("missing", "says"),
    [("model_quant.onnx", "holds no model"), ("tokens.json", "tokens.json"), ("am.mvn", "am.mvn")],
)
def test_what_is_missing_is_named_with_its_folder(tmp_path: Path, missing: str, says: str) -> None:
    folder = graphs.write_folder(tmp_path, FUNASR)
    (folder / missing).unlink()
    with pytest.raises(ModelNotFoundError, match=says) as caught:
        read_model(folder)
    assert str(folder) in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="no model folder"):
        read_model(tmp_path / "nowhere")


def test_many_odd_names_are_not_guessed_at(tmp_path: Path) -> None:
    for name in ("a.onnx", "b.onnx"):
        (tmp_path / name).touch()
    with pytest.raises(ModelError, match="2 ONNX files"):
        read_model(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\x08", b"<html>404</html>", b"\xff" * 100, b"\x3a\xff\x7f"])
def test_a_file_that_is_no_onnx_is_refused(tmp_path: Path, content: bytes) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    (folder / "model.int8.onnx").write_bytes(content)
    with pytest.raises(ModelError, match="not an ONNX"):
        read_model(folder)


def test_half_a_download_is_refused(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    whole = (folder / "model.int8.onnx").read_bytes()
    (folder / "model.int8.onnx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match="only a part"):
        read_model(folder)


@pytest.mark.parametrize(
    ("name", "content"),
    [("tokens.json", "[1, 2"), ("am.mvn", "<Splice> [ 0 ]"), ("am.mvn", "<LearnRateCoef> 0 [ 1 ] " * 2)],
)
def test_a_damaged_file_is_refused(tmp_path: Path, name: str, content: str) -> None:
    folder = graphs.write_folder(tmp_path, FUNASR)
    (folder / name).write_text(content)
    with pytest.raises(ModelError, match=r"damaged|numbers and not 560"):
        read_model(folder)


def test_tokens_with_a_hole_are_refused(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    text = (folder / "tokens.txt").read_text(encoding="utf-8")
    (folder / "tokens.txt").write_text(text.replace("</s> 2\n", ""), encoding="utf-8")
    with pytest.raises(ModelError, match="without a gap"):
        read_model(folder)


def test_a_vocabulary_of_another_model_is_refused(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, FUNASR)
    (folder / "tokens.json").write_text(json.dumps([*graphs.PIECES, "more"]))
    with pytest.raises(ModelError, match="28 tokens, but the tokens file beside it lists 29"):
        read_model(folder)


def test_another_kind_of_model_is_refused(tmp_path: Path) -> None:
    value = helper.make_tensor_value_info("mel", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Identity", ["mel"], ["out"])], "g", [value], [
        helper.make_tensor_value_info("out", TensorProto.FLOAT, [1]),
    ])  # fmt: skip
    onnx.save(helper.make_model(graph), tmp_path / "model.onnx")
    with pytest.raises(ModelError, match="not a SenseVoice model: its inputs are mel"):
        read_model(tmp_path)


def test_fun_asr_nano_is_refused(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA, notes={"comment": "FunAudioLLM/Fun-ASR-Nano-2512"})
    with pytest.raises(ModelError, match="Fun-ASR-Nano"):
        read_model(folder)


def test_a_model_that_is_known_to_be_bad_is_refused_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"bad")
    digest = hashlib.sha256(b"bad").hexdigest()
    refuse(file, {}, (Refusal(3, "0" * 64, "never"), Refusal(4, digest, "never")))
    with pytest.raises(ModelError, match="it is broken"):
        refuse(file, {}, (Refusal(3, digest, "it is broken"),))


def test_the_header_is_read_as_onnx_reads_it(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, FUNASR, notes={"author": "me", "note": "ü 中"})
    model = onnx.load(folder / "model_quant.onnx")
    header = read_header(folder / "model_quant.onnx")
    assert header.inputs == tuple(value.name for value in model.graph.input)
    assert header.outputs == {"ctc_logits": (0, 0, len(graphs.PIECES)), "encoder_out_lens": (0,)}
    assert header.notes == {"author": "me", "note": "ü 中"}


def test_the_published_vocabularies_and_cmvn_are_understood(tmp_path: Path, data: Path) -> None:
    published = data / "sensevoice"
    pieces: dict[str, tuple[str, ...]] = {}
    for name in ("tokens.json", "tokens.txt"):
        folder = tmp_path / name
        graphs.write_folder(folder, FUNASR)
        (folder / "tokens.json").unlink()
        (folder / name).write_bytes((published / name).read_bytes())
        with pytest.raises(ModelError, match="lists 25055"):
            read_model(folder)
        from assistant.devices.onnx.layout import _pieces

        pieces[name] = _pieces(folder)
    assert pieces["tokens.json"] == pieces["tokens.txt"]
    cmvn = Cmvn.parse((published / "am.mvn").read_text())
    assert cmvn.shift.shape == cmvn.scale.shape == (560,)
    assert -15.06 < cmvn.shift.min() < cmvn.shift.max() < -8.30
    assert 0.143 < cmvn.scale.min() < cmvn.scale.max() < 0.156


def test_reading_and_describing_a_model_loads_no_runtime(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    program = (
        "import sys; from pathlib import Path\n"
        "from assistant.devices.onnx import load_model\n"
        "from assistant.values.settings import RecognizeSettings\n"
        "for isolated in (True, False):\n"
        "    print(load_model(Path(sys.argv[1]), RecognizeSettings(isolated=isolated)).description.layout)\n"
        "    print('onnxruntime' in sys.modules, 'onnx' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True, timeout=60
    )
    lines = done.stdout.split("\n")
    assert lines[:2] == ["sherpa-onnx", "False False"]
    assert lines[2] == "sherpa-onnx"  # in this process the runtime may come now


def test_settings_choose_the_adapter(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    kinds = {
        isolated: type(load_model(folder, RecognizeSettings(isolated=isolated))).__name__
        for isolated in (True, False)
    }
    assert kinds == {True: "ChildAcousticModel", False: "OnnxAcousticModel"}
