"""What the doctor tells sway's users to write into their configuration, tried on a real sway."""

import os
import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from assistant.devices.desktop.wayland.hotkeys.binding import KEY, binding_advice
from tests.support import wayland_server
from tests.support.waiting import wait_until
from tests.support.wayland_server import WaylandServer


@pytest.fixture
def sway() -> Iterator[WaylandServer]:
    reason = wayland_server.missing_programs("wtype")
    if reason is not None:
        pytest.skip(reason)
    with WaylandServer() as server:
        yield server


def test_sway_runs_press_and_release_once_each_however_long_the_key_is_held(sway: WaylandServer) -> None:
    lines = re.findall(r"`(bindsym[^`]*)`", binding_advice({"XDG_CURRENT_DESKTOP": "sway"}))
    assert len(lines) == 2
    told = sway.folder / "told"
    told.touch()
    told.chmod(0o666)  # as root, sway runs as somebody else
    for line in lines:
        bound = re.sub(r"exec assistant (\w+)", rf"exec echo \1 >> {told}", line)
        assert sway._ask("--", bound).returncode == 0
    # Held for longer than it takes a key to repeat itself (600 ms), then tapped.
    keys = ["-s", "200", "-P", KEY, "-s", "1200", "-p", KEY, "-s", "200", "-k", KEY]
    subprocess.run(["wtype", *keys], env={**os.environ, **sway.environment}, timeout=60, check=True)
    wait_until(lambda: len(told.read_text().split()) >= 4, "two presses and two releases")
    time.sleep(0.2)  # in which one too many would come
    assert Counter(told.read_text().split()) == {"press": 2, "release": 2}  # programs may overtake each other
