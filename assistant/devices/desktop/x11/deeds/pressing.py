"""Presses chords by the names that commands have for keys."""

from collections.abc import Sequence

from Xlib import XK, X
from Xlib.ext import xtest

from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.keyboard.echoes import Echoes
from assistant.devices.desktop.x11.keyboard.names import codes_of

NAMES = {
    "ctrl": ("Control_L", "Control_R"),
    "alt": ("Alt_L",),
    "shift": ("Shift_L", "Shift_R"),
    "super": ("Super_L", "Super_R"),
    "enter": ("Return",),
    "tab": ("Tab",),
    "escape": ("Escape",),
    "space": ("space",),
    "backspace": ("BackSpace",),
    "delete": ("Delete",),
    "insert": ("Insert",),
    "home": ("Home",),
    "end": ("End",),
    "page_up": ("Prior",),
    "page_down": ("Next",),
    "up": ("Up",),
    "down": ("Down",),
    "left": ("Left",),
    "right": ("Right",),
    "menu": ("Menu",),
    "print": ("Print",),
    "pause": ("Pause",),
    "caps_lock": ("Caps_Lock",),
    "comma": ("comma",),
    "period": ("period",),
    "slash": ("slash",),
    "backslash": ("backslash",),
    "semicolon": ("semicolon",),
    "apostrophe": ("apostrophe",),
    "minus": ("minus",),
    "equal": ("equal",),
    "bracket_left": ("bracketleft",),
    "bracket_right": ("bracketright",),
    "plus": ("plus",),
    "grave": ("grave",),
    "volume_up": ("XF86AudioRaiseVolume",),
    "mute": ("XF86AudioMute",),
    "volume_down": ("XF86AudioLowerVolume",),
    "play_pause": ("XF86AudioPlay",),
    "stop": ("XF86AudioStop",),
    "next_track": ("XF86AudioNext",),
    "previous_track": ("XF86AudioPrev",),
    "brightness_up": ("XF86MonBrightnessUp",),
    "brightness_down": ("XF86MonBrightnessDown",),
    "browser_back": ("XF86Back",),
    "browser_forward": ("XF86Forward",),
    **{f"f{number}": (f"F{number}",) for number in range(1, 25)},
}
"""Key of `values/commands/keys.py` -> X keysyms; a letter or digit is its own."""


class Presser:
    """Plays chords by XTEST."""

    def __init__(self, connection: Connection, echoes: Echoes) -> None:
        self._connection = connection
        self._echoes = echoes

    def find(self, chord: str) -> tuple[int, ...] | None:
        """Return the key codes of `ctrl+shift+t` in the order they go down; None where a key is missing."""
        found: list[int] = []
        for name in chord.split("+"):
            codes = codes_of(NAMES.get(name, (name,)), self._connection)
            if not codes:
                return None
            if self._needs_shift(name, min(codes)):
                found += self.find("shift") or ()
            found.append(min(codes))
        return tuple(dict.fromkeys(found))

    def _needs_shift(self, name: str, code: int) -> bool:
        """Tell whether a sign stands above another one on its key: plus, above equal."""
        wanted = {XK.string_to_keysym(symbol) for symbol in NAMES.get(name, ())}
        plain, shifted = (self._connection.display.keycode_to_keysym(code, column) for column in (0, 1))
        return plain not in wanted and shifted in wanted

    def press(self, codes: Sequence[int]) -> None:
        """Press and release one chord; whatever happens, nothing is left held."""
        try:
            for code in codes:
                self._fake(code, is_press=True)
        finally:
            for code in reversed(codes):
                self._fake(code, is_press=False)
        self._connection.display.sync()

    def _fake(self, code: int, *, is_press: bool) -> None:
        self._echoes.expect(code, is_press=is_press)
        xtest.fake_input(self._connection.display, X.KeyPress if is_press else X.KeyRelease, code)
