"""Each law of the house is a test of that name."""

from pathlib import Path

import pytest

from tests.house.laws import LAWS, named_tests, worldly_imports
from tests.house.tree import modules, refuse


def test_nothing_below_floor_two_knows_the_time_the_os_or_qt() -> None:
    refuse(worldly_imports(modules("assistant")))


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "from datetime import datetime",
        "def f():\n    from os import environ",
        "import PySide6.QtCore",
    ],
)
def test_worldly_knowledge_is_found(tmp_path: Path, source: str) -> None:
    path = tmp_path / "assistant" / "hear" / "endpointer.py"
    path.parent.mkdir(parents=True)
    path.write_text(source)
    assert len(list(worldly_imports(modules("assistant", root=tmp_path)))) == 1


@pytest.mark.parametrize(("number", "law"), LAWS.items())
def test_a_law_has_its_test(number: int, law: str) -> None:
    named = named_tests(modules("tests"))
    assert any(name.startswith(law) for name in named), f"law {number} needs a test called test_{law}"
