"""The real state is what counts: sessions, task managers and users switch it too."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.devices import places
from assistant.devices.desktop.autostart.launch_agent import LaunchAgentAutostart
from assistant.devices.desktop.autostart.menu_entry import MenuEntry
from assistant.devices.desktop.autostart.run_key import APPROVED, RunKeyAutostart
from assistant.devices.desktop.autostart.xdg import NAME, XdgAutostart
from tests.fakes.autostart import ScriptedRegistry

PROGRAM = (sys.executable, "-m", "assistant")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_a_session_that_has_switched_it_off_is_believed(tmp_path: Path, line: str) -> None:
    autostart = XdgAutostart(PROGRAM, tmp_path)
    autostart.set(on=True)
    entry = tmp_path / NAME
    key = line.partition("=")[0]
    kept = [each for each in entry.read_text(encoding="utf-8").splitlines() if not each.startswith(key)]
    entry.write_text("\n".join([*kept, line]), encoding="utf-8")
    assert not autostart.is_on()
    autostart.set(on=True)
    assert autostart.is_on()


@pytest.mark.parametrize("text", ["", "no entry at all", "[Desktop Entry]\nExec='never ends", "\x00\xff"])
def test_an_entry_that_no_session_can_read_is_off(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="latin-1")
    assert not XdgAutostart(PROGRAM, tmp_path).is_on()


def test_the_entry_says_that_a_missing_program_is_no_mistake(tmp_path: Path) -> None:
    XdgAutostart(PROGRAM, tmp_path).set(on=True)
    lines = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert f"TryExec={sys.executable}" in lines
    assert sum(line.startswith("Exec=") for line in lines) == 1


def test_the_user_s_own_folder_of_settings_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    XdgAutostart(PROGRAM).set(on=True)
    assert (tmp_path / "autostart" / f"{places.APP_ID}.desktop").is_file()
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")  # by the custom such a value does not count
    assert XdgAutostart(PROGRAM).place == str(Path.home() / ".config" / "autostart" / NAME)


def test_task_manager_has_the_last_word_until_it_is_switched_on_again() -> None:
    registry = ScriptedRegistry()
    autostart = RunKeyAutostart(PROGRAM, registry)
    autostart.set(on=True)
    registry.keys[APPROVED] = {places.APP: bytes([3, 0, 0, 0])}
    assert not autostart.is_on()
    registry.keys[APPROVED] = {places.APP: bytes([2, 0, 0, 0])}
    assert autostart.is_on()
    registry.keys[APPROVED] = {places.APP: bytes([3, 0, 0, 0])}
    autostart.set(on=True)
    assert autostart.is_on()


def test_an_agent_that_is_none_is_off(tmp_path: Path) -> None:
    autostart = LaunchAgentAutostart(PROGRAM, tmp_path)
    Path(autostart.place).write_text("<plist", encoding="utf-8")
    assert not autostart.is_on()


def test_the_menu_s_entry_is_written_and_taken_away_whole(tmp_path: Path) -> None:
    menu = MenuEntry(PROGRAM, tmp_path)
    assert not menu.is_there()
    menu.add()
    menu.add()
    assert menu.is_there()
    assert menu.command() == PROGRAM
    assert menu.icon.read_text(encoding="utf-8").startswith("<svg")
    menu.remove()
    menu.remove()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None,
    reason="needs desktop-file-validate: apt install desktop-file-utils",
)
def test_what_is_written_is_what_the_desktop_allows(tmp_path: Path) -> None:
    XdgAutostart(("/a place/with $odd `letters`", "50 %"), tmp_path).set(on=True)
    menu = MenuEntry(PROGRAM, tmp_path)
    menu.add()
    for file in (tmp_path / NAME, menu.entry):
        done = subprocess.run(
            ["desktop-file-validate", str(file)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, "")
