"""From the keys of a real X server to recordings: a thousand presses, none missed, none made up."""

from random import Random

import pytest

from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.engine.hotkeys.follower import KeyFollower
from assistant.engine.hotkeys.gestures import Gestures, KeyControl
from assistant.values.control import Job
from assistant.values.settings import ActSettings, Hotkey
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

HOTKEYS = (Hotkey("Control_R"), Hotkey("F9"), Hotkey("Ctrl+Alt+space", Job.COMMAND))
ALWAYS_A_TAP, ALWAYS_A_HOLD = 60_000, -1
"""Milliseconds that a press may last as a tap: whatever a busy machine does, a press is one or the other."""
MOVES: dict[str, tuple[str, ...]] = {
    "modifier": ("Control_R",),
    "ordinary": ("F9",),
    "chord": ("Control_L", "Alt_L", "space"),
    "shortcut": ("Control_R", "F7"),
    "other": ("F8",),
}


class Recordings:
    """What the keys of a server begin and end."""

    def __init__(self, server: XServer, hold_ms: int) -> None:
        self.controls: list[KeyControl] = []
        gestures = Gestures(ActSettings(hold_ms=hold_ms), lambda when: round(when * 1000))
        self.keys = KeyFollower(gestures, self.controls.append)
        self.hotkeys = X11Hotkeys(HOTKEYS, display=server.name)
        self.hotkeys.start(self.keys, lambda _: None)
        self.keys.telling(lambda is_recording: self.hotkeys.take_escape(is_taken=is_recording))

    def kinds(self) -> list[str]:
        return [type(control).__name__ for control in self.controls]


class Reader:
    """Knows, move by move, what it should come to."""

    def __init__(self, *, is_held: bool) -> None:
        self.story: list[str] = []
        self.job: str | None = None
        """What a tap began, and no tap has ended yet."""
        self._is_held = is_held

    def read(self, move: str) -> None:
        job = "command" if move == "chord" else "dictate"
        match move:
            case "other":
                return
            case "shortcut" if self.job == job:
                return  # between two taps it is only a shortcut
            case "shortcut":
                self.story += [*(["Release"] if self.job else []), "Press", "Cancel"]
                self.job = None
            case _ if self._is_held:
                self.story += ["Press", "Release"]
            case _:
                self.story += {None: ["Press"], job: ["Release"]}.get(self.job, ["Release", "Press"])
                self.job = None if self.job == job else job


@pytest.mark.parametrize("hold_ms", [ALWAYS_A_HOLD, ALWAYS_A_TAP], ids=["held", "tapped"])
def test_five_hundred_presses_begin_and_end_what_they_should(server: XServer, hold_ms: int) -> None:
    choice, reader = Random(hold_ms), Reader(is_held=hold_ms == ALWAYS_A_HOLD)
    recordings = Recordings(server, hold_ms)
    for number in range(500):
        move = choice.choice(list(MOVES))
        server.tap(*MOVES[move])
        reader.read(move)
        if number % 50 == 49:
            wait_until(lambda: len(recordings.controls) >= len(reader.story), "what the presses mean")
            assert recordings.kinds() == reader.story
    assert recordings.keys.is_recording is (reader.job is not None)
    assert server.held() == set()
    recordings.hotkeys.stop()
