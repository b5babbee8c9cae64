"""When nobody waits for anything, memory goes back: after the start, and whenever the model has gone."""

from dataclasses import replace

import pytest

from assistant.engine.engine import Engine
from assistant.values.action import Window
from assistant.values.settings import RecognizeSettings, Settings
from assistant.wiring import build, followers
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.support.waiting import wait_until


def test_memory_is_given_back_once_the_model_is_there_and_once_it_has_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded: list[bool] = []
    settings = replace(Settings(), recognize=RecognizeSettings(unload_after_s=3.0))
    engine: Engine = build(settings, HandFedSource(), RecordingDesktop(Window(7, "editor")))
    monkeypatch.setattr(followers, "settle", lambda: loaded.append(engine.wait_until_loaded(0)))
    engine.start()
    try:
        wait_until(lambda: len(loaded) == 2, "it is given back twice", 60)
    finally:
        engine.stop(5)
    assert loaded == [True, True], "and not while it loads"
