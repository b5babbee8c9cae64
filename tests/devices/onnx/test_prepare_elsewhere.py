"""Preparing in another program: the model runs as it is meanwhile, and nobody waits."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant.devices import places
from assistant.devices.onnx.layout import read_model
from assistant.devices.onnx.model import OnnxAcousticModel, Wish
from assistant.devices.onnx.prepare.cache import PreparedModels
from assistant.devices.onnx.prepare.elsewhere import make_elsewhere
from assistant.devices.onnx.prepare.graph import NOTE, Prepared
from assistant.devices.onnx.prepare.trial import ENOUGH, Trial
from assistant.devices.onnx.session import SessionSettings
from assistant.recognize.ports import Query
from tests.support.waiting import wait_until

NANO = places.nano_model() / "model.int8.onnx"


def test_meanwhile_it_runs_as_it_is_and_the_next_run_is_better(tmp_path: Path) -> None:
    files, clip = read_model(NANO), Trial(read_model(NANO)).clips[0]
    model = OnnxAcousticModel(files, SessionSettings(), PreparedModels(tmp_path), Wish(waits=False))
    before = model.emit(clip, Query())
    assert not model.is_prepared
    assert model.runs_on == "cpu"

    def is_better() -> bool:
        model.emit(clip[:1], Query())
        return model.is_prepared

    wait_until(is_better, "the model is exchanged", patience=90)
    assert model.runs_on == "cpu, prepared"
    assert np.mean(model.emit(clip, Query()).best == before.best) >= ENOUGH
    again = OnnxAcousticModel(files, SessionSettings(), PreparedModels(tmp_path), Wish(waits=False))
    again.warm()
    assert again.is_prepared


def test_closed_while_it_is_prepared_it_stays_closed(tmp_path: Path) -> None:
    model = OnnxAcousticModel(
        read_model(NANO), SessionSettings(), PreparedModels(tmp_path), Wish(waits=False)
    )
    model.warm()
    model.close()
    prepared = PreparedModels(tmp_path)
    wait_until(lambda: prepared.find(NANO, make=False), "the preparation goes on", patience=90)
    assert model.runs_on == ""


def test_what_was_measured_on_a_busy_machine_is_measured_again(tmp_path: Path) -> None:
    found = PreparedModels(tmp_path).find(NANO)
    assert found is not None
    entry, cache = found[0], tmp_path
    note = Prepared.load(entry)
    assert note is not None
    replace(note, threads=4096, is_sure=False).save(entry)
    assert not PreparedModels(cache).is_missing(NANO)  # an hour has to pass: the machine is busy
    os.utime(entry / NOTE, (0, 0))
    assert PreparedModels(cache).is_missing(NANO)
    make_elsewhere(NANO, cache)
    again = Prepared.load(entry)
    assert again is not None
    assert again.threads <= (os.cpu_count() or 1)
    assert again.files == note.files
