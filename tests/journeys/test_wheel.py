"""The wheel, in an empty virtual environment, plays its demo from anywhere. Needs a package index."""

import subprocess
import sys

import pytest

from tests.house.tree import ROOT


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_installed_wheel_plays_the_demo_from_anywhere() -> None:
    done = subprocess.run(
        [sys.executable, "packaging/smoke.py", "wheel"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
