"""What every acoustic model keeps: published or prepared in this process, in a child process, scripted."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread, Timer

import numpy as np
import pytest

from assistant.devices.onnx import load_model
from assistant.devices.onnx.isolated.model import ChildAcousticModel
from assistant.devices.onnx.layout import FUNASR, SHERPA, Names, read_model
from assistant.devices.onnx.model import OnnxAcousticModel
from assistant.devices.onnx.prepare.cache import PreparedModels
from assistant.devices.onnx.prepare.graph import Prepared
from assistant.devices.onnx.session import SessionSettings
from assistant.engine.work import CancelToken
from assistant.errors import CancelledError
from assistant.recognize.ports import AcousticModel, Emissions, Query
from assistant.values.settings import RecognizeSettings
from tests.fakes.acoustic_model import ScriptedAcousticModel
from tests.support import graphs

Factory = Callable[[Names, bool], AcousticModel]
LAYOUTS = pytest.mark.parametrize("names", [FUNASR, SHERPA], ids=lambda names: names.layout)
SLOW = 20_000
"""Rounds a frame: half a second of work."""


class OneEntry(PreparedModels):
    """A cache that holds one entry."""

    def __init__(self, entry: Path) -> None:
        super().__init__(entry.parent)
        self.entry = entry

    def find(self, graph: Path, *, make: bool = True) -> tuple[Path, Prepared]:
        return self.entry, Prepared()


@pytest.fixture(params=["scripted", "in process", "prepared", "child"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Factory]:
    made: list[AcousticModel] = []

    def build(names: Names, slow: bool) -> AcousticModel:
        if request.param == "scripted":
            return ScriptedAcousticModel(delay=30.0 if slow else 0.0)
        folder = graphs.write_folder(tmp_path / f"{names.layout}{slow}", names, SLOW if slow else 0)
        if request.param == "prepared":
            files = read_model(folder)
            entry = tmp_path / f"prepared-{names.layout}{slow}"
            graphs.write_prepared(entry, files.graph, names)
            return OnnxAcousticModel(files, SessionSettings(), OneEntry(entry))
        model = load_model(folder, RecognizeSettings(isolated=request.param == "child"))
        assert isinstance(model, ChildAcousticModel if request.param == "child" else OnnxAcousticModel)
        return model

    def factory(names: Names, slow: bool) -> AcousticModel:
        model = build(names, slow)
        made.append(model)
        return model

    yield factory
    for model in made:
        model.close()


@LAYOUTS
def test_it_says_what_the_features_dictate(make: Factory, names: Names) -> None:
    emissions = make(names, False).emit(graphs.features(3, 3, 0, 4, 5), Query(0, 14))
    assert emissions.best.tolist() == [3, 3, 0, 4, 5]
    assert emissions.best.dtype == np.int32
    assert np.exp(emissions.score) == pytest.approx([1 / (1 + 27 * np.exp(-12))] * 5, rel=1e-5)


@LAYOUTS
def test_shapes_and_log_probabilities_are_as_promised(make: Factory, names: Names) -> None:
    emissions = make(names, False).emit(graphs.features(3, 4), Query(0, 14))
    size = len(graphs.PIECES)
    assert emissions.tags.shape == (4, size)
    assert np.exp(emissions.tags).sum(axis=1) == pytest.approx([1.0] * 4, rel=1e-4)
    assert emissions.top.shape == emissions.top_score.shape == (2, 8)
    assert (emissions.top[:, 0] == emissions.best).all()
    assert (emissions.top_score[:, 0] == emissions.score).all()
    assert (np.diff(emissions.top_score, axis=1) <= 0).all()


@LAYOUTS
def test_columns_of_log_probabilities_come_where_they_are_wanted(make: Factory, names: Names) -> None:
    model = make(names, False)
    features = graphs.features(3, 4, 9)
    wanted = model.emit(features, Query(columns=np.array([9, 3, 0], np.int32)))
    plain = model.emit(features, Query())
    assert plain.columns is None
    assert wanted.columns is not None
    assert wanted.columns.shape == (3, 3)
    assert wanted.columns[0, 1] == wanted.score[0]
    assert wanted.columns[2, 0] == wanted.score[2]
    assert (wanted.columns[:, 2] < wanted.score).all()
    for name in ("tags", "best", "score", "top", "top_score"):
        assert (getattr(plain, name) == getattr(wanted, name)).all(), "and nothing else changes"


@LAYOUTS
def test_the_query_reaches_the_model(make: Factory, names: Names) -> None:
    model = make(names, False)
    table = graphs.query_table()
    for language, norm in ((0, 14), (3, 15), (12, 14)):
        tags = model.emit(graphs.features(3), Query(language, norm)).tags
        expected = table[[language, 1, 2, norm]]
        assert tags - tags[:, :1] == pytest.approx(expected - expected[:, :1], abs=1e-4)


def test_one_frame_and_many_frames_work(make: Factory) -> None:
    model = make(SHERPA, False)
    for count in (1, 500, 1, 37):
        assert model.emit(graphs.features(*[3] * count), Query()).best.tolist() == [3] * count


def test_an_emission_outlives_the_next_one(make: Factory) -> None:
    model = make(SHERPA, False)
    first = model.emit(graphs.features(3, 4), Query())
    kept = first.tags.copy()
    model.emit(graphs.features(9, 10, 11), Query(3, 15))
    assert first.best.tolist() == [3, 4]
    assert (first.tags == kept).all()


def test_a_cancelled_run_stops_and_the_next_one_works(make: Factory) -> None:
    model = make(SHERPA, True)
    model.warm()
    token = CancelToken()
    set_at: list[float] = []

    def cancel() -> None:
        set_at.append(time.monotonic())
        token.set()

    Timer(0.2, cancel).start()
    with pytest.raises(CancelledError):
        model.emit(graphs.features(*[3] * 200), Query(), token)
    print(f"cancelled after {(time.monotonic() - set_at[0]) * 1000:.1f} ms")
    assert time.monotonic() - set_at[0] < 10  # the run itself takes minutes
    if isinstance(model, ScriptedAcousticModel):
        model.delay = 0.0
    assert model.emit(graphs.features(4), Query()).best.tolist() == [4]


def test_a_cancellation_from_before_is_kept(make: Factory) -> None:
    model = make(SHERPA, True)
    token = CancelToken()
    token.set()
    with pytest.raises(CancelledError):
        model.emit(graphs.features(*[3] * 200), Query(), token)


def test_a_late_cancellation_harms_nothing(make: Factory) -> None:
    model = make(SHERPA, False)
    token = CancelToken()
    model.emit(graphs.features(3), Query(), token)
    token.set()
    assert model.emit(graphs.features(4), Query()).best.tolist() == [4]


def test_threads_take_turns(make: Factory) -> None:
    model = make(SHERPA, False)
    said: dict[int, list[Emissions]] = {token: [] for token in (3, 4, 5)}

    def speak(token: int) -> None:
        said[token].extend(model.emit(graphs.features(token, token), Query()) for _ in range(20))

    threads = [Thread(target=speak, args=(token,)) for token in said]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for token, emissions in said.items():
        assert [each.best.tolist() for each in emissions] == [[token, token]] * 20


def test_it_can_be_closed_twice_and_used_again(make: Factory) -> None:
    model = make(SHERPA, False)
    model.warm()
    model.close()
    model.close()
    assert model.emit(graphs.features(3), Query()).best.tolist() == [3]


@LAYOUTS
def test_woken_it_answers_as_ever_and_tells_what_runs_it(names: Names, make: Factory) -> None:
    model = make(names, False)
    model.wake()
    assert model.emit(graphs.features(3, 4), Query()).best.tolist() == [3, 4]
    assert model.runs_on
