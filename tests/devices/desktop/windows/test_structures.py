"""What the system is given has the size and the order that it documents."""

import ctypes

from assistant.devices.desktop.windows.strokes import ENTER, LEFT_CONTROL, V, chord, typing
from assistant.devices.desktop.windows.structures import Input, KeyboardInput, Message, inputs
from assistant.devices.desktop.windows.user32 import User32Calls
from tests.fakes.windows import ScriptedWindows


def test_sizes_are_those_of_64_bit_windows() -> None:
    assert ctypes.sizeof(Input) == 40
    assert ctypes.sizeof(KeyboardInput) == 24
    assert Input.what.offset == 8
    assert ctypes.sizeof(Message) == 48


def test_a_chord_and_a_character_beyond_the_first_plane() -> None:
    found = inputs([*chord(LEFT_CONTROL, V), *typing("🙂\n")])
    seen = [(each.what.keyboard.key, each.what.keyboard.scan, each.what.keyboard.flags) for each in found]
    assert {each.kind for each in found} == {1}
    assert seen == [
        *((LEFT_CONTROL, 0, 0), (V, 0, 0), (V, 0, 2), (LEFT_CONTROL, 0, 2)),
        *((0, 0xD83D, 4), (0, 0xD83D, 6), (0, 0xDE42, 4), (0, 0xDE42, 6)),
        *((ENTER, 0, 0), (ENTER, 0, 2)),
    ]


def test_the_stand_in_has_every_call_of_the_real_one() -> None:
    real = {name for name in vars(User32Calls) if not name.startswith("_")}
    assert real <= {name for name in vars(ScriptedWindows) if not name.startswith("_")}
