"""What every Autostart does; those of other systems run here too, on their files or a registry in memory."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.devices.desktop.autostart.launch_agent import LaunchAgentAutostart
from assistant.devices.desktop.autostart.ports import Autostart
from assistant.devices.desktop.autostart.run_key import RunKeyAutostart
from assistant.devices.desktop.autostart.xdg import XdgAutostart
from tests.fakes.autostart import ScriptedRegistry

LAUNCHERS = [
    (sys.executable,),
    (sys.executable, "-m", "assistant"),
    (sys.executable, "--hotkey", "50 % of $HOME `now`"),
]

Make = Callable[[tuple[str, ...]], Autostart]
"""The same place each time, as another run of the program would find it."""


@pytest.fixture(params=["xdg", "launch agent", "run key"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    registry = ScriptedRegistry()
    kinds: dict[str, Make] = {
        "xdg": lambda launcher: XdgAutostart(launcher, tmp_path / "not" / "yet"),
        "launch agent": lambda launcher: LaunchAgentAutostart(launcher, tmp_path / "not" / "yet"),
        "run key": lambda launcher: RunKeyAutostart(launcher, registry),
    }
    return kinds[request.param]


def test_it_is_off_until_it_is_switched_on_and_off_again_afterwards(make: Make) -> None:
    assert not make((sys.executable,)).is_on()
    make((sys.executable,)).set(on=False)
    make((sys.executable,)).set(on=True)
    assert make((sys.executable,)).is_on()
    make((sys.executable,)).set(on=False)
    assert not make((sys.executable,)).is_on()
    assert make((sys.executable,)).command() == ()


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_what_would_be_started_is_read_back_word_for_word(make: Make, launcher: tuple[str, ...]) -> None:
    make(launcher).set(on=True)
    assert make(("/some/other",)).command() == launcher


def test_a_program_in_a_folder_with_odd_letters_is_found(make: Make, tmp_path: Path) -> None:
    program = tmp_path / "my programs (两) & $more" / "assistant"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    make((str(program),)).set(on=True)
    assert make((str(program),)).command() == (str(program),)
    assert make((str(program),)).is_on()


def test_one_whose_program_is_gone_is_off_and_still_says_what_it_was(make: Make, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone")
    make((gone,)).set(on=True)
    assert not make((gone,)).is_on()
    assert make((gone,)).command() == (gone,)


def test_switching_it_on_again_renews_what_is_started(make: Make) -> None:
    make(("/old/place",)).set(on=True)
    make((sys.executable, "-m", "assistant")).set(on=True)
    assert make(("/any",)).command() == (sys.executable, "-m", "assistant")


def test_it_tells_people_where_the_system_keeps_it(make: Make) -> None:
    assert "assistant" in make((sys.executable,)).place.lower()
