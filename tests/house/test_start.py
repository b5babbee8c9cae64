"""Starting is quick because nothing heavy is loaded before it is needed."""

import json
import subprocess
import sys

import pytest

from tests.house.doors import DOORS
from tests.house.tree import ROOT

SLOW_STANDARD = {"asyncio", "ctypes", "http", "multiprocessing", "sqlite3", "unittest"}

LOADED = """
import json, sys
before = set(sys.modules)
{}
print(json.dumps(sorted({{name.split(".")[0] for name in set(sys.modules) - before}})))
"""

VERSION = """
from assistant.cli import main
try:
    main(["--version"])
except SystemExit as end:
    assert not end.code
"""


def _loaded_by(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(program)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    loaded = _loaded_by(VERSION)
    assert loaded - sys.stdlib_module_names == {"assistant"}
    assert loaded & SLOW_STANDARD == set()


def test_a_heavy_library_would_be_noticed() -> None:
    assert _loaded_by("import numpy, sqlite3") & {"numpy", "sqlite3"} == {"numpy", "sqlite3"}


@pytest.mark.parametrize("room", ["values", "hear", "recognize", "understand", "consult", "act", "engine"])
def test_the_rooms_load_no_device(room: str) -> None:
    program = f"""
import importlib, pkgutil, assistant.{room} as room
for found in pkgutil.walk_packages(room.__path__, "assistant.{room}."):
    importlib.import_module(found.name)
"""
    own = {library for library, door in DOORS.items() if door.startswith(f"assistant.{room}.")}
    assert _loaded_by(program) & set(DOORS) <= own | {"kaldi_native_fbank", "_kaldi_native_fbank"}


def test_the_icon_waits_for_nothing_heavy() -> None:
    program = """
import assistant.cli.commands.run, assistant.tray.app, assistant.devices.desktop.x11.desktop
from assistant.cli.options import settings_from
from assistant.cli.parser import build_parser
settings_from(build_parser().parse_args(["run"]))
"""
    loaded = _loaded_by(program)
    assert {"PySide6", "Xlib"} <= loaded
    # With all that loaded first the icon took more than twice the processor time.
    assert loaded & set(DOORS) <= {"PySide6", "Xlib", "platformdirs"}
    assert loaded & {"numpy", "asyncio", "multiprocessing", "sqlite3", "ssl", "unittest"} == set()
