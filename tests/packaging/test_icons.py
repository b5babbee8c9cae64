"""The icons in the repository are what the script draws."""

import pytest

from assistant.devices.places import resources
from assistant.values.event import State
from tests.support.scripts import packaging_script

ICONS = packaging_script("draw_icons").drawings()


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_icon_is_what_the_script_draws(name: str) -> None:
    assert (resources() / "icons" / name).read_text(encoding="utf-8") == ICONS[name]


def test_nothing_else_lies_there_and_no_state_is_without() -> None:
    assert {path.name for path in (resources() / "icons").glob("*.svg")} == set(ICONS)
    assert {f"{state}.svg" for state in State} < set(ICONS)
