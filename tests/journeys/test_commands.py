"""The table of tests/journeys/commands: every built-in command by its spoken form, its effect observed."""

from collections.abc import Iterator

import pytest

from tests.journeys.commands import spoken
from tests.journeys.commands.__main__ import ROWS, play, without_row
from tests.journeys.commands.stage import Stage, missing, stage

SOME = ("case.upper", "edit.replace", "select.phrase", "window.snap_left", "media.next", "note.add")


@pytest.fixture
def where() -> Iterator[Stage]:
    if reason := missing():
        pytest.skip(reason)
    with stage() as found:
        yield found


def test_no_built_in_command_is_without_a_row() -> None:
    assert without_row() == set()
    assert len({row.command for row in ROWS}) == len(ROWS)


@pytest.mark.timeout(180)
def test_some_do_what_they_say(where: Stage) -> None:
    seen = {row.command: sight for name in SOME for row, sight in play(where, "en", name)}
    assert len(seen) == len(SOME)
    assert [name for name, sight in seen.items() if not sight or sight.startswith("!")] == []


@pytest.mark.slow  # two minutes each
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_one_does_what_it_says(where: Stage, language: str) -> None:
    seen = {row.command: sight for row, sight in play(where, language)}
    assert {name: sight for name, sight in seen.items() if not sight or sight.startswith("!")} == {}


@pytest.mark.slow  # a minute
@pytest.mark.timeout(600)
def test_nearly_all_of_thirty_do_what_unseen_voices_say(where: Stage) -> None:
    found = list(spoken.speak(ROWS, where))
    assert len(found) == 30
    assert sum(bool(sight) for _, _, sight in found) >= spoken.LEAST_RIGHT
