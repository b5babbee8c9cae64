"""Imports go down only."""

from pathlib import Path

import pytest

from tests.house.floors import wrong_imports
from tests.house.tree import modules, refuse


def test_imports_go_down_only() -> None:
    refuse(wrong_imports(modules("assistant")))


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("values/audio.py", "from assistant.hear import framer"),
        ("hear/framer.py", "import assistant.recognize.features"),
        ("consult/ports.py", "from assistant.act.ports import Desktop"),
        ("act/planner.py", "from assistant.consult.ports import Voice"),
        ("hear/framer.py", "def later():\n    from assistant.engine import inbox"),
        ("hear/framer.py", "from ..devices import microphone"),
        ("engine/ear.py", "from assistant.devices.wav import Wav"),
        ("devices/onnx/session.py", "from assistant.engine.work import Token"),
        ("engine/__init__.py", "from .. import wiring"),
        ("devices/wav.py", "import importlib\nimportlib.import_module('assistant.tray.app')"),
        ("wiring.py", "from assistant import cli"),
        ("attic/old.py", "X = 1"),
    ],
)
def test_a_wrong_import_is_found(tmp_path: Path, place: str, source: str) -> None:
    path = tmp_path / "assistant" / place
    path.parent.mkdir(parents=True)
    path.write_text(source)
    assert len(list(wrong_imports(modules("assistant", root=tmp_path)))) == 1


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("hear/framer.py", "from assistant.values.audio import AudioChunk\nfrom assistant.hear import ports"),
        ("engine/ear.py", "from assistant.hear.ports import Source\nfrom assistant import errors"),
        ("engine/ear.py", "from assistant.consult.ports import Stop"),
        ("wiring.py", "from assistant.devices import wav\nfrom assistant.engine import engine"),
        ("cli/__init__.py", "from assistant import __version__\nimport assistant.tray.app"),
    ],
)
def test_a_right_import_is_left_alone(tmp_path: Path, place: str, source: str) -> None:
    path = tmp_path / "assistant" / place
    path.parent.mkdir(parents=True)
    path.write_text(source)
    assert list(wrong_imports(modules("assistant", root=tmp_path))) == []
