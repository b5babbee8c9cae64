"""Hotwords on real recordings, with the model that ships: some help, no harm."""

from pathlib import Path

import pytest

from tests.recognize.hotwords import figures


@pytest.mark.slow
def test_words_that_the_plain_reading_gets_wrong_are_found_and_nothing_else_is_touched(data: Path) -> None:
    got = figures.measure(data)
    assert got.clips == 300
    assert got.missed > 50
    assert got.found >= got.missed * 0.1
    assert got.unharmed >= got.clips * 0.97  # what is touched are words that were wrong before
    assert got.broken == 0
