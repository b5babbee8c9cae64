"""`assistant autostart` and `assistant menu-entry`, as they are typed."""

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.devices.places import APP_ID


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def test_it_is_switched_on_told_and_switched_off(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["autostart"]) == 1
    assert "off: no session starts it" in capsys.readouterr().out
    assert main(["autostart", "on"]) == 0
    assert capsys.readouterr().out.startswith("on: every session starts ")
    assert main(["autostart", "status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["is_on"]
    assert Path(told["command"][0]).is_file()
    assert told["place"] == str(folders / "config" / "autostart" / f"{APP_ID}.desktop")
    assert main(["autostart", "off"]) == 0
    assert main(["autostart"]) == 1


def test_a_program_that_moved_away_is_told(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["autostart", "on"])
    entry = folders / "config" / "autostart" / f"{APP_ID}.desktop"
    entry.write_text("[Desktop Entry]\nExec=/gone/assistant\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["autostart"]) == 1
    assert "/gone/assistant, which is not there any more" in capsys.readouterr().out


def test_a_place_that_cannot_be_written_to_is_named(
    folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folders / "config").write_text("a file where a folder should be")
    assert main(["autostart", "on"]) == 1
    assert str(folders / "config" / "autostart") in capsys.readouterr().err


def test_the_menu_entry_comes_and_goes(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["menu-entry"]) == 1
    assert main(["menu-entry", "add"]) == 0
    assert main(["menu-entry", "status"]) == 0
    said = capsys.readouterr().out
    assert str(folders / "data" / "applications" / f"{APP_ID}.desktop") in said
    assert main(["menu-entry", "remove"]) == 0
    assert not [path for path in folders.rglob("*") if path.is_file()]
