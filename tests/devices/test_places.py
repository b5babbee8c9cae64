"""Where things are."""

from pathlib import Path

import pytest

from assistant.devices import places


def test_one_variable_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path))
    found = places.places()
    for folder in (found.data, found.config, found.state, found.cache):
        assert folder.parent == tmp_path
    assert found.journal == tmp_path / "state" / "journal"
    assert list(tmp_path.iterdir()) == []


def test_otherwise_the_custom_of_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ASSISTANT_HOME", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert places.places().settings_file == tmp_path / "on-device-assistant" / "settings.toml"


def test_what_was_shipped_is_found() -> None:
    assert places.resources().is_dir()
    assert places.nano_model().parent.is_dir()


def test_a_wheel_carries_it_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "assistant")
    assert places.resources() == tmp_path / "resources"
    (tmp_path / "assistant" / "bundled").mkdir(parents=True)
    assert places.resources() == tmp_path / "assistant" / "bundled" / "resources"


def test_a_new_folder_is_private_and_the_user_s_own_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "documents"
    own.mkdir(mode=0o755)
    assert places.private_folder(own).stat().st_mode & 0o777 == 0o755
    assert places.private_folder(own / "new").stat().st_mode & 0o777 == 0o700
