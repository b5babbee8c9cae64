"""Names of keys, the same on every desktop."""

from string import ascii_lowercase, digits

MODIFIERS = ("ctrl", "alt", "shift", "super")
"""In the order in which a chord names them."""

_FUNCTION = tuple(f"f{number}" for number in range(1, 25))
_NAMED = """enter tab escape space backspace delete insert home end page_up page_down up down left right
menu print pause caps_lock
comma period slash backslash semicolon apostrophe bracket_left bracket_right minus equal plus grave
volume_up volume_down mute play_pause stop next_track previous_track
brightness_up brightness_down browser_back browser_forward""".split()

KEYS = frozenset((*ascii_lowercase, *digits, *_FUNCTION, *_NAMED))
"""Every key that a chord may end in."""


def canonical_chord(text: str) -> str | None:
    """Return `text` as `ctrl+shift+t`, modifiers in one order; None where it is no chord."""
    *modifiers, key = (part.strip().lower() for part in text.split("+"))
    if key not in KEYS or len(set(modifiers)) != len(modifiers) or not set(modifiers) <= set(MODIFIERS):
        return None
    return "+".join([*(each for each in MODIFIERS if each in modifiers), key])
