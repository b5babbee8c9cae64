"""What the tests of faults share."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.language_model import ModelShelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[ModelShelf]:
    """Make language models that keep their keys and their log in a folder of the test's."""
    with ExitStack() as open_models:
        yield ModelShelf(tmp_path, open_models)
