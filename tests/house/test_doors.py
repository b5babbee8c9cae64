"""One door per foreign library."""

from pathlib import Path

import pytest

from tests.house.doors import platform_questions, wrong_doors
from tests.house.tree import Module, modules, refuse


def _house(folder: Path, place: str, source: str) -> list[Module]:
    path = folder / "assistant" / place
    path.parent.mkdir(parents=True)
    path.write_text(source)
    return modules("assistant", root=folder)


def test_every_foreign_library_has_one_door() -> None:
    refuse(wrong_doors(modules("assistant")))


def test_only_one_module_asks_for_the_platform() -> None:
    refuse(platform_questions(modules("assistant")))


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("cli/devices.py", "import sounddevice"),
        ("cli/devices.py", "def show():\n    import sounddevice as sd"),
        ("devices/onnx_session.py", "from onnxruntime import InferenceSession"),
        ("recognize/ctc.py", "import importlib\nrt = importlib.import_module('onnxruntime')"),
        ("engine/engine.py", "from PySide6.QtCore import QObject"),
        ("devices/llm.py", "import requests"),
    ],
)
def test_a_wrong_door_is_found(tmp_path: Path, place: str, source: str) -> None:
    assert len(list(wrong_doors(_house(tmp_path, place, source)))) == 1


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("devices/onnx/session.py", "import onnxruntime"),
        ("tray/app.py", "def run():\n    from PySide6 import QtWidgets"),
        ("recognize/ctc.py", "import numpy as np\nimport itertools\nfrom assistant.values import audio"),
    ],
)
def test_a_right_door_is_left_alone(tmp_path: Path, place: str, source: str) -> None:
    assert list(wrong_doors(_house(tmp_path, place, source))) == []


@pytest.mark.parametrize(
    "source", ["import sys\nX = sys.platform", "from sys import platform", "import os\nX = os.name"]
)
def test_a_question_for_the_platform_is_found(tmp_path: Path, source: str) -> None:
    assert len(list(platform_questions(_house(tmp_path, "devices/places.py", source)))) == 1
