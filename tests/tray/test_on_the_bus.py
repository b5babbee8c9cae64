"""The tray as a panel sees it: over a real D-Bus, with a real X server."""

import re
import signal
import time
from collections.abc import Iterator
from subprocess import Popen

import pytest

from tests.fakes.sockets import internet_sockets
from tests.tray.conftest import PATIENCE, Panel, line_with, running, tray_command


@pytest.fixture
def tray(panel: Panel) -> Iterator[Popen[str]]:
    with running(tray_command("ready"), panel.environment) as child:
        line_with(child, "starting")
        panel.wait_for_item()
        until(panel, "Type what was kept: “turn on the lights”")
        yield child


def until(panel: Panel, label: str) -> None:
    """Wait until the menu has an item of this label."""
    end = time.monotonic() + PATIENCE
    while label not in panel.labels():
        assert time.monotonic() < end, panel.labels()
        time.sleep(0.05)


def ordered(child: Popen[str]) -> str:
    """Return the next order of a person; that a level is shown is told whenever the engine is there."""
    while (told := line_with(child, "told")).startswith("WatchLevel"):
        pass
    return told


def farewell(child: Popen[str]) -> list[str]:
    """Return what the engine was told that nobody has read yet, and the exit code."""
    assert child.stdout is not None
    *told, _left, code, _time = child.stdout.read().splitlines()
    return [*told, code]


def test_the_item_has_a_name_and_an_icon_and_calls_for_attention(tray: Popen[str], panel: Panel) -> None:
    assert '"on-device-assistant"' in panel.property("Id")
    sizes = set(map(int, re.findall(r"int32 (\d+)", panel.property("IconPixmap"))))
    assert {22, 48} <= sizes
    assert '"NeedsAttention"' in panel.property("Status")
    assert "The model file is gone. Install it again." in panel.property("ToolTip")


def test_the_menu_says_what_is_going_on_and_obeys(tray: Popen[str], panel: Panel) -> None:
    labels = panel.labels()
    for label in (
        "Ready — just speak",
        "The model file is gone. Install it again.",
        "Model: demonstration (English commands)",
        "Push-to-talk",
        "Hands-free",
        "Mode: Hands-free",
        "Microphone: Desk microphone",
        "System default",
        "Copy last text",
        "Cancel",
        "Quit",
    ):
        assert label in labels, labels
    panel.click("Push-to-talk")
    assert ordered(tray) == "SetMode(mode=<Mode.PUSH_TO_TALK: 'push_to_talk'>)"
    panel.open("Microphone: Desk microphone")
    until(panel, "Headset")
    panel.click("Headset")
    assert ordered(tray) == "UseMicrophone(name='Headset')"
    panel.click("Type what was kept: “turn on the lights”")
    assert ordered(tray) == "DeliverKept()"
    panel.click("Quit")
    assert farewell(tray) == ["stopped", "0"]


def test_it_talks_to_nobody_outside(tray: Popen[str], panel: Panel) -> None:
    assert internet_sockets(tray.pid) == []


def test_it_leaves_on_a_polite_kill(tray: Popen[str], panel: Panel) -> None:
    tray.send_signal(signal.SIGTERM)
    assert farewell(tray) == ["stopped", "0"]
