"""Programs, addresses and applications: real processes and real desktop files."""

import os
from pathlib import Path

import pytest

from assistant.devices.deeds import applications
from assistant.devices.deeds.programs import AddressOpener, ProgramRunner
from assistant.values.action import Result
from assistant.values.commands.deed import OpenUrl, RunProgram
from tests.support.waiting import wait_until

ENTRY = """[Desktop Entry]
Type=Application
Name=Paint Box
Name[zh_CN]=画图
GenericName=Image Editor
Exec={exec}
Categories=Graphics;WebBrowser;
{more}
"""


def test_arguments_arrive_as_they_are_and_no_shell_sees_them(tmp_path: Path) -> None:
    hostile = ["; touch /oops", "$(id)", "a b", "-x", "*"]
    out = tmp_path / "out"
    script = 'import sys; open(sys.argv[1], "w").write("\\0".join(sys.argv[2:]))'
    deed = RunProgram(("python3", "-c", script, str(out), *hostile))
    assert ProgramRunner().execute(deed, None).result is Result.DONE
    wait_until(lambda: out.exists() and out.read_text() != "", "the program's answer")
    assert out.read_text().split("\0") == hostile


@pytest.mark.parametrize("argv", [("no-such-program-here",), ("false",)])
def test_a_program_that_fails_at_once_is_told(argv: tuple[str, ...]) -> None:
    outcome = ProgramRunner().execute(RunProgram(argv), None)
    assert outcome.result is Result.FAILED
    assert argv[0] in outcome.message


def test_only_addresses_of_the_web_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = tmp_path / "opened"
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert AddressOpener().execute(OpenUrl("file:///etc/passwd"), None).result is Result.FAILED
    assert AddressOpener().execute(OpenUrl("https://example.org/?q=a%20b"), None).result is Result.DONE
    wait_until(lambda: opened.exists() and opened.read_text() != "", "the browser")
    assert opened.read_text() == "https://example.org/?q=a%20b"


def write(folder: Path, name: str, command: str = "python3 %U", more: str = "") -> None:
    (folder / f"{name}.desktop").write_text(ENTRY.format(exec=command, more=more))


def test_applications_have_the_names_of_their_desktop_files(tmp_path: Path) -> None:
    write(tmp_path, "paint", 'python3 "-c" %f --icon %%')
    write(tmp_path, "hidden", more="NoDisplay=true")
    write(tmp_path, "gone", "no-such-program-here")
    (tmp_path / "broken.desktop").write_text("Exec=before any section")
    (only,) = applications.installed((tmp_path,))
    assert only.argv == ("python3", "-c", "--icon", "%")
    assert only.titles == {"en": ("Paint Box", "Image Editor"), "zh": ("画图",)}
    (choice,) = applications.slot_list((only,)).choices
    assert choice.out == "paint"
    assert choice.spoken("zh") == ("画图",)
    assert applications.find("browser", (only,)) == only
    assert applications.find("PAINT", (only,)) == only
    assert applications.find("terminal", (only,)) is None


def test_a_name_that_two_have_names_neither(tmp_path: Path) -> None:
    write(tmp_path, "one")
    write(tmp_path, "two")
    found = applications.installed((tmp_path,))
    assert len(found) == 2
    assert applications.slot_list(found).choices == ()


def test_the_user_s_own_file_goes_before_the_system_s(tmp_path: Path) -> None:
    for number, name in enumerate(("mine", "system")):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "paint", f"python3 {number}")
    (only,) = applications.installed((tmp_path / "mine", tmp_path / "system"))
    assert only.argv == ("python3", "0")
