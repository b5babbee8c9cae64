"""Prepared graphs: the same words from the same model, or the model runs untouched."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest

from assistant.devices import places
from assistant.devices.onnx import prepare_model
from assistant.devices.onnx.layout import SHERPA, read_model
from assistant.devices.onnx.model import OnnxAcousticModel
from assistant.devices.onnx.prepare import cpu
from assistant.devices.onnx.prepare.cache import PreparedModels, models_for
from assistant.devices.onnx.prepare.graph import GRAPH, WEIGHTS, Prepared
from assistant.devices.onnx.prepare.surgery.lift import NotUnderstoodError, lift
from assistant.devices.onnx.prepare.surgery.signed import make_signed
from assistant.devices.onnx.prepare.trial import ENOUGH, Trial
from assistant.devices.onnx.session import SessionSettings
from assistant.recognize.features import Cmvn
from assistant.recognize.ports import Query
from models.recipe import vocabulary
from models.recipe.layouts import Writing, write_layouts
from models.recipe.weights import Checkpoint, Shape, random_weights
from tests.support import graphs

TOKENS = vocabulary.tokens(["<unk>", "<s>", "</s>", "▁open", "▁window"])
INT8 = ("sherpa-onnx/model.int8.onnx", "funasr/model_quant.onnx")
FLOAT = ("sherpa-onnx/model.onnx", "funasr/model.onnx")
NANO = places.nano_model() / "model.int8.onnx"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a small graph with random weights in both layouts, float32 and int8."""
    folder = tmp_path_factory.mktemp("tiny")
    shape = Shape(width=32, heads=4, inner=64, blocks=2, tp_blocks=1, vocabulary=len(TOKENS))
    pick = np.random.default_rng(2)
    cmvn = Cmvn(*(pick.standard_normal(560).astype(np.float32) for _ in "ab"))
    checkpoint = Checkpoint(shape, random_weights(shape), cmvn, TOKENS)
    write_layouts(checkpoint, folder, Writing(name="tiny", random=True))
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prepared")


def entry_of(graph: Path, cache: Path) -> Path:
    found = PreparedModels(cache).find(graph)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("name", [*INT8, "nano"])
def test_signed_weights_change_no_bit_of_the_logits(name: str, tiny: Path, tmp_path: Path) -> None:
    if not cpu.is_exact(cpu.features()):
        pytest.skip("this processor has neither VNNI nor the ARM dot product")
    graph = NANO if name == "nano" else tiny / name
    model = onnx.load(graph)
    assert make_signed(model) > 0
    onnx.save(model, tmp_path / "signed.onnx")
    trial = Trial(read_model(graph))
    before, after = trial.logits(graph), trial.logits(tmp_path / "signed.onnx")
    assert all((one == other).all() for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize("name", FLOAT)
def test_in_float32_everything_comes_out_as_before(name: str, tiny: Path, cache: Path) -> None:
    files = read_model(tiny / name)
    published = OnnxAcousticModel(files, SessionSettings())
    prepared = OnnxAcousticModel(files, SessionSettings(), PreparedModels(cache))
    for clip in Trial(files).clips:
        wanted_columns = np.array([5, 0, 3], np.int32)
        for query in (Query(columns=wanted_columns), Query(3, 15, wanted_columns)):
            one, other = published.emit(clip, query), prepared.emit(clip, query)
            assert prepared.is_prepared
            assert other.best.tolist() == one.best.tolist()
            for wanted, found in (
                (one.tags, other.tags),
                (one.top_score, other.top_score),
                (one.score, other.score),
                (one.columns, other.columns),
            ):
                assert found is not None
                assert wanted is not None
                assert found == pytest.approx(wanted, abs=2e-4)
                assert found.dtype == wanted.dtype
            assert other.top.dtype == one.top.dtype == other.best.dtype


def test_nano_reads_the_same_tokens(cache: Path) -> None:
    files = read_model(NANO)
    trial = Trial(files)
    differences = trial.differences(entry_of(NANO, cache) / GRAPH, trial.logits(NANO))
    for one in differences:
        print(f"clip {one.clip} frame {one.frame}: margin {one.margin:.3f}")
    assert len(differences) <= (1 - ENOUGH) * trial.frames()


@pytest.mark.parametrize("name", INT8)
def test_both_layouts_are_understood(name: str, tiny: Path, cache: Path) -> None:
    note = Prepared.load(entry_of(tiny / name, cache))
    assert note is not None
    assert note.signed == cpu.is_exact(cpu.features())
    kinds = {node.op_type for node in onnx.load(tiny / name, load_external_data=False).graph.node}
    left = {
        node.op_type
        for node in onnx.load(entry_of(tiny / name, cache) / GRAPH, load_external_data=False).graph.node
    }
    assert "Where" in kinds
    assert not left & {"Where", "Softmax", "ReduceMean", "Transpose"}


def test_a_graph_that_is_not_understood_runs_as_it_is(tmp_path: Path) -> None:
    files = read_model(graphs.write_folder(tmp_path / "model", SHERPA))
    with pytest.raises(NotUnderstoodError):
        lift(onnx.load(files.graph))
    model = OnnxAcousticModel(files, SessionSettings(), PreparedModels(tmp_path / "cache"))
    assert model.emit(graphs.features(3, 4), Query()).best.tolist() == [3, 4]
    assert not model.is_prepared
    [note] = (tmp_path / "cache").glob("*/prepared.json")
    assert "not understood" in json.loads(note.read_text())["failure"]
    before = note.stat().st_mtime_ns
    assert PreparedModels(tmp_path / "cache").find(files.graph) is None
    assert note.stat().st_mtime_ns == before  # nobody tried again


@pytest.mark.parametrize(("signal", "remembered"), [("SIGSEGV", True), ("SIGKILL", False)])
def test_a_crash_is_remembered_and_a_kill_is_not(
    signal: str, remembered: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = f"import os, signal; os.kill(os.getpid(), signal.{signal})"
    program = [sys.executable, "-c", source]
    monkeypatch.setattr("assistant.devices.onnx.isolated.child.worker_command", lambda: program)
    assert PreparedModels(tmp_path).find(NANO) is None
    assert bool(list(tmp_path.glob("*/prepared.json"))) is remembered


@pytest.mark.parametrize("damage", ["cut", "gone", "changed", "note"])
def test_a_damaged_entry_is_made_again(damage: str, tmp_path: Path) -> None:
    entry = entry_of(NANO, tmp_path)
    weights = entry / WEIGHTS
    match damage:
        case "cut":
            os.truncate(weights, 1000)
        case "gone":
            weights.unlink()
        case "changed":
            with weights.open("r+b") as file:
                file.write(b"\xff" * 100)
        case _:
            (entry / "prepared.json").write_text('{"signed"')
    assert Prepared.load(entry) is None
    files = read_model(NANO)
    model = OnnxAcousticModel(files, SessionSettings(), PreparedModels(tmp_path))
    clip = Trial(files).clips[0]
    assert (
        model.emit(clip, Query()).best.tolist()
        == OnnxAcousticModel(files, SessionSettings()).emit(clip, Query()).best.tolist()
    )
    assert model.is_prepared
    assert Prepared.load(entry) is not None


@pytest.fixture
def read_only(tmp_path: Path) -> Path:
    # A file where the folder should be refuses everybody, root too.
    (tmp_path / "cache").write_text("")
    return tmp_path / "cache" / "prepared"


def test_without_a_cache_folder_it_runs_as_it_is(read_only: Path) -> None:
    model = OnnxAcousticModel(read_model(NANO), SessionSettings(), PreparedModels(read_only))
    model.warm()
    assert not model.is_prepared


def test_two_programs_may_prepare_at_once(tmp_path: Path) -> None:
    source = (
        "import sys; from pathlib import Path; "
        "from assistant.devices.onnx.prepare.cache import PreparedModels; "
        "print(PreparedModels(Path(sys.argv[1])).find(Path(sys.argv[2]))[0])"
    )
    command = [sys.executable, "-c", source, str(tmp_path), str(NANO)]
    programs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [program.communicate(timeout=60)[0] for program in programs]
    assert said[0] == said[1] == f"{entry_of(NANO, tmp_path)}\n"
    assert not list(tmp_path.glob(".making-*"))


def test_what_is_out_of_date_goes(tmp_path: Path) -> None:
    entry = entry_of(NANO, tmp_path)
    old = entry.with_name(entry.name.partition("-")[0] + "-older")
    killed, working = tmp_path / ".making-killed", tmp_path / ".making-working"
    for folder in (old, killed, working):
        folder.mkdir()
        (folder / GRAPH).write_text("")
    os.utime(killed, (0, 0))
    (entry / GRAPH).unlink()
    assert entry_of(NANO, tmp_path) == entry
    assert entry.is_dir()
    assert [folder.is_dir() for folder in (old, killed, working)] == [False, False, True]


def test_another_model_or_processor_has_another_entry(tmp_path: Path, tiny: Path) -> None:
    here, there = PreparedModels(tmp_path), PreparedModels(tmp_path, frozenset({"avx2"}))
    names = {here._name(NANO), there._name(NANO), here._name(tiny / INT8[0])}
    assert len(names) == 3
    copy = tmp_path / "copy.onnx"
    copy.write_bytes(NANO.read_bytes())
    assert here._name(copy) == here._name(NANO)
    copy.write_bytes(NANO.read_bytes() + b"\n")
    assert here._name(copy) != here._name(NANO)


def test_measured_threads_are_taken_where_none_are_wished(cache: Path) -> None:
    files = read_model(NANO)
    model = OnnxAcousticModel(files, SessionSettings(threads=0), PreparedModels(cache))
    model.warm()
    assert model.is_prepared


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("flags : fpu avx2 avx512_vnni\n", True),
        ("flags : fpu avx2 avx_vnni\n", True),
        ("flags : fpu avx2 fma\n", False),
        ("Features : fp asimd asimddp\n", True),
        ("Features : fp asimd\n", False),
    ],
)
def test_only_processors_with_a_dot_product_are_exact(text: str, exact: bool, tmp_path: Path) -> None:
    listing = tmp_path / "cpuinfo"
    listing.write_text(text)
    assert cpu.is_exact(cpu.features(listing)) is exact


def test_small_models_and_those_who_do_not_want_it_are_left_alone(tmp_path: Path) -> None:
    large = tmp_path / "model.onnx"
    with large.open("wb") as file:
        file.truncate(200 << 20)
    assert models_for(NANO, wanted=True) is None
    assert not prepare_model(places.nano_model())
    assert models_for(large, wanted=False) is None
    assert models_for(large, wanted=True) is not None


def test_the_surgeon_stays_in_its_process() -> None:
    source = "import sys, assistant.devices.onnx.model; print('onnx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", source], check=True, stdout=subprocess.PIPE, text=True)
    assert done.stdout == "False\n"


def test_a_note_survives_a_round_trip(tmp_path: Path) -> None:
    for name in (GRAPH, WEIGHTS):
        (tmp_path / name).write_bytes(b"x")
    note = Prepared(failure="too odd")
    note.save(tmp_path)
    assert Prepared.load(tmp_path) == note
    replace(note, failure="").save(tmp_path)
    assert Prepared.load(tmp_path) is None  # nothing says that these are its files
