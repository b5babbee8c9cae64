"""What the tests of faults share."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.fakes.post import RecordingPost
from tests.support.language_model import ModelShelf
from tests.support.sound_server import SoundServer


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[ModelShelf]:
    """Make language models that keep their keys and their log in a folder of the test's."""
    with ExitStack() as open_models:
        yield ModelShelf(tmp_path, open_models)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """Run a sound server that this process uses."""
    with SoundServer() as server:
        server.apply(monkeypatch)
        yield server


@pytest.fixture
def post() -> RecordingPost:
    """Remember what a microphone tells."""
    return RecordingPost()
