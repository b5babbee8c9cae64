"""Three hours of a working day: memory is flat, no widget is left over, Qt has nothing to complain about."""

import subprocess
import sys

import pytest


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_three_hours_of_use_leave_nothing_behind() -> None:
    command = [sys.executable, "-m", "tests.support.windows.soak", "3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=390, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    widgets = {line.split(", ")[1] for line in done.stdout.splitlines() if line.startswith("hour")}
    assert len(widgets) == 1, done.stdout
    assert "complained 0 times" in done.stdout
