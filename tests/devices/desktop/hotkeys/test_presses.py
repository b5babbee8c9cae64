"""Presses of hotkeys out of keys that go up and down, are repeated, and whose releases get lost."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.desktop.presses import Code, Presses, Trigger
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener

CTRL, ALT, SHIFT, F9, SPACE, A, ESCAPE = "ctrl", "alt", "shift", "f9", "space", "a", "escape"
TRIGGERS = (
    Trigger(Hotkey("Control_R"), frozenset[Code]({CTRL}), is_modifier=True),
    Trigger(Hotkey("F9"), frozenset[Code]({F9})),
    Trigger(Hotkey("Ctrl+Alt+space"), frozenset[Code]({SPACE}), (frozenset({CTRL}), frozenset({ALT}))),
)


class Keyboard:
    """A keyboard with a finger on each key, and a system that now and then forgets to tell of a release."""

    def __init__(self) -> None:
        self.listener = RecordingKeyListener()
        self.presses = Presses(self.listener, lambda: None)
        self.presses.learn(TRIGGERS, frozenset({CTRL, ALT, SHIFT}), frozenset({ESCAPE}))
        self.held: set[Code] = set()
        self.received: list[str] = []
        """What the program with the focus got."""
        self.now = 0.0

    def down(self, key: str) -> None:
        self.now += 0.1
        self.held.add(key)
        if not self.presses.down(key, self.now):
            self.received.append(f"+{key}")

    def up(self, key: str, *, is_lost: bool = False) -> None:
        self.now += 0.1
        self.held.discard(key)
        if not is_lost and not self.presses.up(key, self.now):
            self.received.append(f"-{key}")

    def tap(self, *keys: str) -> None:
        for key in keys:
            self.down(key)
        for key in reversed(keys):
            self.up(key)

    def look(self) -> None:
        self.presses.look(self.held.__contains__, self.now)

    @property
    def story(self) -> list[str]:
        return self.listener.story


def test_a_hidden_key_is_hidden_when_it_goes_down_repeats_and_comes_up() -> None:
    keyboard = Keyboard()
    for _ in range(3):
        keyboard.down(F9)
    keyboard.up(F9)
    assert keyboard.story == ["pressed", "released"]
    assert keyboard.received == []


def test_a_shortcut_reaches_the_program_whole() -> None:
    keyboard = Keyboard()
    keyboard.down(CTRL)
    keyboard.down(A)
    keyboard.down(CTRL)  # the modifier repeats itself, and must not begin anew
    keyboard.up(A)
    keyboard.up(CTRL)
    assert keyboard.story == ["pressed", "chorded"]
    assert keyboard.received == ["+ctrl", "+a", "+ctrl", "-a", "-ctrl"]


def test_a_release_that_was_lost_is_found_and_the_key_works_again() -> None:
    keyboard = Keyboard()
    for key in (CTRL, F9):
        keyboard.down(key)
        keyboard.up(key, is_lost=True)
        keyboard.look()
        keyboard.tap(key)
    assert keyboard.story == ["pressed", "released"] * 4


def test_a_modifier_whose_release_was_lost_does_not_spoil_other_keys() -> None:
    keyboard = Keyboard()
    keyboard.down(SHIFT)
    keyboard.up(SHIFT, is_lost=True)
    keyboard.tap(F9)
    assert keyboard.story == []
    keyboard.look()
    keyboard.tap(F9)
    assert keyboard.story == ["pressed", "released"]


def test_news_that_are_on_the_way_are_taken_in_before_a_key_is_found_up() -> None:
    """The system says that the key is up; that it came up, and went down again, is still to be read."""
    keyboard = Keyboard()
    keyboard.down(F9)

    def catch_up() -> None:
        keyboard.up(F9)
        keyboard.down(F9)

    keyboard.presses.look(lambda _code: False, keyboard.now, catch_up)
    assert keyboard.story == ["pressed", "released", "pressed"]


def test_a_key_that_we_let_go_of_ourselves_is_still_held_by_the_finger() -> None:
    keyboard = Keyboard()
    keyboard.down(CTRL)
    keyboard.presses.hide(CTRL)
    keyboard.held.clear()
    keyboard.look()
    assert keyboard.story == ["pressed"]
    keyboard.up(CTRL)
    assert keyboard.story == ["pressed", "released"]


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["down", "up", "lose", "look", "escape on", "escape off", "hide"]),
        st.sampled_from([CTRL, ALT, SHIFT, F9, SPACE, A, ESCAPE]),
    ),
    max_size=80,
)


@given(DEEDS)
def test_nothing_sticks_and_every_press_ends_once(deeds: list[tuple[str, str]]) -> None:
    keyboard = Keyboard()
    for deed, key in deeds:
        before = len(keyboard.story)
        match deed:
            case "down":
                keyboard.down(key)
            case "up" if key in keyboard.held:
                keyboard.up(key)
            case "lose" if key in keyboard.held:
                keyboard.up(key, is_lost=True)
            case "look":
                keyboard.look()
            case "escape on" | "escape off":
                keyboard.presses.takes_escape = deed == "escape on"
            case "hide" if key in keyboard.held:
                keyboard.presses.hide(key)
            case _:
                pass
        assert deed == "down" or "pressed" not in keyboard.story[before:]
    for held in sorted(map(str, keyboard.held)):
        keyboard.up(held)
    if keyboard.presses.held is not None:  # let go of by ourselves, and its release lost as well
        keyboard.up(str(keyboard.presses.held))
    keyboard.look()
    assert keyboard.presses.is_idle
    told = [each for each in keyboard.story if each != "escaped"]
    assert all(each == "pressed" for each in told[::2])
    assert all(each in {"released", "chorded"} for each in told[1::2])
    assert len(told) % 2 == 0
    for keys in ([CTRL], [F9], [SHIFT, ALT, CTRL, F9]):
        keyboard.tap(*keys)
    assert keyboard.story[-4:] == ["pressed", "released"] * 2
