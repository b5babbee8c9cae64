"""Graphics processors: what is not there, is broken or wrong runs on the processor, with one sentence why."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.onnx import load_model
from assistant.devices.onnx.isolated.model import ChildAcousticModel
from assistant.devices.onnx.layout import SHERPA, read_model
from assistant.devices.onnx.model import OnnxAcousticModel, Wish
from assistant.devices.onnx.providers.installed import Provider, installed
from assistant.devices.onnx.providers.verdict import Judge
from assistant.devices.onnx.published import PublishedGraph
from assistant.devices.onnx.session import SessionSettings
from assistant.errors import ModelError
from assistant.recognize.features import Floats
from assistant.recognize.ports import Cancellation, Emissions, Query
from assistant.values.settings import RecognizeSettings
from tests.support import graphs

PLUG_IN = """
from pathlib import Path
def get_ep_name(): return "WebGpuExecutionProvider"
def get_library_path(): return str(Path(__file__).with_name("libprovider.so"))
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return graphs.write_folder(tmp_path / "model", SHERPA)


@pytest.fixture(params=["missing", "no library", "unhelpful"])
def broken(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Install a plug-in whose library is not there, is no library, or whose package does not import."""
    package = tmp_path / "site" / "onnxruntime_ep_webgpu"
    package.mkdir(parents=True)
    source = "raise ImportError('made for another system')" if request.param == "unhelpful" else PLUG_IN
    (package / "__init__.py").write_text(source)
    if request.param == "no library":
        (package / "libprovider.so").write_bytes(b"this is no shared library")
    monkeypatch.syspath_prepend(str(package.parent))
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    yield request.param
    sys.modules.pop("onnxruntime_ep_webgpu", None)


@pytest.mark.parametrize("isolated", [False, True], ids=["in process", "child"])
def test_a_broken_provider_is_told_once_and_the_processor_runs_the_model(
    broken: str, isolated: bool, folder: Path
) -> None:
    told: list[str] = []
    model = load_model(folder, RecognizeSettings(device="webgpu", isolated=isolated), told.append)
    for _ in range(2):
        assert model.emit(graphs.features(3, 4), Query()).best.tolist() == [3, 4]
    assert model.runs_on == "cpu"
    [sentence] = told
    assert sentence.startswith("The processor runs the model: webgpu")
    model.close()


def test_what_nobody_asked_for_is_not_told(broken: str, folder: Path) -> None:
    told: list[str] = []
    model = load_model(folder, RecognizeSettings(device="auto", isolated=False), told.append)
    model.warm()
    assert (model.runs_on, told) == ("cpu", [])


def test_what_is_not_installed_is_told(folder: Path) -> None:
    told: list[str] = []
    load_model(folder, RecognizeSettings(device="coreml", isolated=False), told.append).warm()
    if not installed("coreml"):
        assert told == ["The processor runs the model: nothing is installed that could run it on coreml."]


def test_the_processor_asks_for_nothing(broken: str) -> None:
    assert installed("cpu") == ()
    assert [one.device for one in installed("webgpu")] == ["webgpu"]
    assert not any(one.device == "webgpu" for one in installed("cuda"))


def test_a_verdict_is_remembered(tmp_path: Path, folder: Path) -> None:
    files = read_model(folder)
    library = tmp_path / "lib.so"
    provider = Provider("webgpu", "WebGpuExecutionProvider", library)
    judge = Judge(tmp_path / "verdicts")
    first = judge.verdict(provider, files, files.graph)
    assert "cannot be loaded" in first.failure
    [note] = (tmp_path / "verdicts").glob("trial-*")
    written = note.stat().st_mtime_ns
    assert judge.verdict(provider, files, files.graph) == first
    assert note.stat().st_mtime_ns == written
    library.write_bytes(b"a newer one")
    judge.verdict(provider, files, files.graph)
    assert len(list((tmp_path / "verdicts").glob("trial-*"))) == 2


def test_a_provider_that_took_the_process_with_it_is_not_tried_again(tmp_path: Path, folder: Path) -> None:
    files, judge = read_model(folder), Judge(tmp_path)
    provider = Provider("cuda", "CUDAExecutionProvider", tmp_path / "lib.so")
    judge.verdict(provider, files, files.graph)
    [note] = tmp_path.glob("trial-*")
    note.write_text('{"failure": "it crashed when it was tried"}')  # as it stands there during the trial
    assert judge.verdict(provider, files, files.graph).failure == "it crashed when it was tried"


def test_a_provider_that_is_right_is_kept(tmp_path: Path, folder: Path) -> None:
    """ONNX Runtime's own provider of the processor, as if it were another: right, and somewhat as fast."""
    files = read_model(folder)
    verdict = Judge(tmp_path).verdict(Provider("cuda", "CPUExecutionProvider"), files, files.graph)
    assert verdict.failure == ""
    assert verdict.device_s > 0
    assert verdict.cpu_s > 0


def test_other_numbers_than_the_processors_are_refused(tmp_path: Path, folder: Path) -> None:
    other = graphs.write_folder(tmp_path / "other", SHERPA)
    graphs.say_something_else(other / "model.int8.onnx")
    verdict = Judge(tmp_path).verdict(
        Provider("cuda", "CPUExecutionProvider"), read_model(other), read_model(folder).graph
    )
    assert "frames differ from the processor's" in verdict.failure


class FailingGraph(PublishedGraph):
    """Runs once, and then no more."""

    runs = 0

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None) -> Emissions:
        self.runs += 1
        if self.runs > 1:
            raise ModelError("the device was lost")
        return super().emit(features, query, cancellation)


def test_a_failure_in_mid_run_loses_no_utterance(folder: Path) -> None:
    files, told = read_model(folder), list[str]()
    model = OnnxAcousticModel(files, SessionSettings(), None, Wish("cuda"))
    model.tell = told.append
    model._graph, model._device = FailingGraph(files, SessionSettings()), "cuda"
    assert model.emit(graphs.features(3), Query()).best.tolist() == [3]
    assert model.runs_on == "cuda"
    assert model.emit(graphs.features(4), Query()).best.tolist() == [4]
    assert model.runs_on == "cpu"
    assert told == ["cuda failed (the device was lost); the processor runs the model from now on."]


def test_a_crash_on_a_device_is_told_and_answered_by_the_processor(folder: Path, tmp_path: Path) -> None:
    """The child dies where it is asked for the device, as a driver makes it die; asked for `cpu` it runs."""
    told: list[str] = []
    child = ChildAcousticModel(
        read_model(folder), RecognizeSettings(device="cuda"), program=_dies_unless_cpu()
    )
    child.tell = told.append
    assert child.emit(graphs.features(3, 4), Query()).best.tolist() == [3, 4]
    assert told == ["The recogniser crashed on cuda; the processor runs the model from now on."]
    child.close()


def _dies_unless_cpu() -> list[str]:
    source = (
        "import json, os, signal, sys\n"
        "from assistant.devices.onnx.isolated.worker import main\n"
        "if json.loads(sys.argv[1])['device'] != 'cpu':\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "main(sys.argv[1])\n"
    )
    return [sys.executable, "-c", source]
