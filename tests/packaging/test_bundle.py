"""Bundle and .deb, built and tried as `make package` does; what a bundle brings and leaves out."""

import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

from assistant import __main__
from assistant.devices.onnx.isolated.worker import FLAG
from assistant.devices.places import APP_ID, resources
from tests.house.tree import ROOT
from tests.support import message_bus, sound_server, x_server


def test_the_program_of_a_bundle_knows_the_word_that_makes_it_a_child() -> None:
    assert __main__.CHILD == FLAG


def test_a_child_is_one_with_that_word(capfd: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "assistant", FLAG, '{"graph": "none"}']
    done = subprocess.run(command, cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    assert b"usage" not in done.stderr, "the command line would have refused the word"


@pytest.mark.parametrize(
    ("tool", "arguments", "name"),
    [
        ("desktop-file-validate", [], f"{APP_ID}.desktop"),
        ("appstreamcli", ["validate", "--no-net"], f"{APP_ID}.metainfo.xml"),
    ],
)
def test_desktop_file_and_description_are_valid(tool: str, arguments: list[str], name: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"needs {tool}: apt install desktop-file-utils appstream")
    file = resources() / "desktop" / name
    done = subprocess.run([tool, *arguments, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_bundle_and_package_are_built_and_work_where_nothing_else_of_us_is() -> None:
    if find_spec("PyInstaller") is None:
        pytest.skip("needs PyInstaller: python3 packaging/bootstrap.py package")
    if reason := x_server.missing_programs("trayer") or sound_server.missing_programs():
        pytest.skip(reason)
    if reason := message_bus.missing_programs():
        pytest.skip(reason)
    for script in ("package.py", "smoke.py"):
        command = [sys.executable, f"packaging/{script}", "bundle", "deb"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        print(done.stdout)
        assert done.returncode == 0, done.stdout + done.stderr
