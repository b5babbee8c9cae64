"""What `make run` says and does on a machine that lacks something."""

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.scripts import packaging_script


@pytest.fixture(scope="module")
def bootstrap() -> ModuleType:
    """Return packaging/bootstrap.py, which is a script and in no package."""
    return packaging_script("bootstrap")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of lines `ii  name`: the Debian packages of a machine where nobody is root."""
    packages = tmp_path / "installed"
    packages.write_text("")
    query = tmp_path / "dpkg-query"
    query.write_text(f'#!/bin/sh\ncat "{packages}"\n')
    query.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return packages


def test_a_user_gets_one_line_to_run_and_nothing_is_installed(bootstrap: ModuleType, machine: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        bootstrap.install_system("run", sys.executable)
    lines = [line for line in str(stop.value).splitlines() if "sudo" in line]
    assert len(lines) == 1
    assert lines[0].strip().startswith("sudo apt-get install -y")
    assert set(bootstrap.RUN_PACKAGES) <= set(lines[0].split())
    assert "xvfb" not in lines[0]


def test_a_complete_machine_is_left_alone(
    bootstrap: ModuleType, machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.write_text("".join(f"ii  {name}\n" for name in bootstrap.RUN_PACKAGES + bootstrap.TEST_PACKAGES))
    bootstrap.install_system("test", sys.executable)
    assert "all there" in capsys.readouterr().out


def test_a_package_that_was_removed_but_not_purged_is_missing(bootstrap: ModuleType, machine: Path) -> None:
    machine.write_text("".join(f"ii  {name}\n" for name in bootstrap.RUN_PACKAGES[1:]))
    with machine.open("a") as lines:
        lines.write(f"rc  {bootstrap.RUN_PACKAGES[0]}\n")
    assert bootstrap.wanted_packages("run", sys.executable) == bootstrap.RUN_PACKAGES[:1]


def test_a_package_renamed_for_64_bit_time_counts(bootstrap: ModuleType, machine: Path) -> None:
    machine.write_text("ii  libglib2.0-0t64\n")
    assert "libglib2.0-0" not in bootstrap.wanted_packages("run", sys.executable)


def test_a_working_pipewire_desktop_is_not_taken_apart(bootstrap: ModuleType, machine: Path) -> None:
    assert "pulseaudio" in bootstrap.wanted_packages("test", sys.executable)
    machine.write_text("ii  pipewire-alsa\n")
    assert "pulseaudio" not in bootstrap.wanted_packages("test", sys.executable)


def test_the_environment_is_made_again_only_when_its_files_change(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    assert not bootstrap.is_ready("run", "mark")
    (tmp_path / ".ready-test").write_text("mark")
    assert bootstrap.is_ready("test", "mark")
    assert bootstrap.is_ready("run", "mark"), "an environment for tests can also run"
    assert not bootstrap.is_ready("run", "another mark")
    (tmp_path / ".ready-test").unlink()
    (tmp_path / ".ready-run").write_text("mark")
    assert not bootstrap.is_ready("test", "mark")
