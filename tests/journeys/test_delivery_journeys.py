"""The journeys of tests/journeys/delivery with the counts that the issue asks for; each takes minutes."""

from collections.abc import Iterator

import pytest

from tests.journeys.delivery import kills, moments, pasting, wayland, windows
from tests.journeys.delivery.__main__ import COUNTS, ON_WAYLAND
from tests.journeys.delivery.surroundings import Surroundings, missing, surroundings
from tests.support.targets.field import missing_application

pytestmark = [pytest.mark.slow, pytest.mark.timeout(2400)]


@pytest.fixture
def around() -> Iterator[Surroundings]:
    if reason := missing():
        pytest.skip(reason)
    with surroundings() as around:
        yield around


@pytest.mark.parametrize("kind", COUNTS)
def test_every_text_stands_in_its_window_exactly_once(around: Surroundings, kind: str) -> None:
    if reason := missing_application(kind):
        pytest.skip(reason)
    figures = windows.dictate(around, kind, COUNTS[kind])
    assert figures.faults == []


def test_a_focus_that_moves_brings_no_character_into_a_wrong_window(around: Surroundings) -> None:
    assert moments.move_focus(around, 100).faults == []


def test_words_are_whole_whenever_the_key_goes_down(around: Surroundings) -> None:
    assert moments.clip(around, 100).faults == []


def test_the_clipboard_is_untouched_by_three_hundred_pastes(around: Surroundings) -> None:
    assert pasting.paste(around, 300).faults == []


def test_a_kill_costs_a_quarter_second_and_the_next_start_has_the_rest(around: Surroundings) -> None:
    assert kills.kill(around, 20).faults == []


def test_on_a_wayland_compositor_it_is_the_same(around: Surroundings) -> None:
    if reason := wayland.missing():
        pytest.skip(reason)
    assert wayland.dictate(ON_WAYLAND).faults == []
