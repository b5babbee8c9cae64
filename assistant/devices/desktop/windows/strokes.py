"""From text to what SendInput is given: pure, so that it is tested on any system."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TAB, ENTER, SHIFT, CONTROL, MENU, INSERT, LEFT_WIN, RIGHT_WIN = 0x09, 0x0D, 0x10, 0x11, 0x12, 0x2D, 0x5B, 0x5C
LEFT_SHIFT, RIGHT_SHIFT, LEFT_CONTROL, RIGHT_CONTROL, LEFT_MENU, RIGHT_MENU = range(0xA0, 0xA6)
V = 0x56
MODIFIERS = (
    *(LEFT_SHIFT, RIGHT_SHIFT, LEFT_CONTROL, RIGHT_CONTROL, LEFT_MENU, RIGHT_MENU),
    *(LEFT_WIN, RIGHT_WIN),
)
KEYS = {"\n": ENTER, "\t": TAB}
"""Characters that are keys: as characters, programs drop them."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key event: a virtual key, or a UTF-16 unit that no key has to have."""

    code: int
    is_press: bool
    is_unicode: bool = False


def typing(text: str) -> Iterator[Stroke]:
    """Yield down and up for each UTF-16 unit; a character beyond the first plane takes two."""
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        if character in KEYS:
            yield from chord(KEYS[character])
            continue
        units = character.encode("utf-16-le", "replace")
        for at in range(0, len(units), 2):
            unit = int.from_bytes(units[at : at + 2], "little")
            yield Stroke(unit, is_press=True, is_unicode=True)
            yield Stroke(unit, is_press=False, is_unicode=True)


def chord(*codes: int) -> Iterator[Stroke]:
    """Yield the presses of a chord, and its releases the other way round."""
    yield from (Stroke(code, is_press=True) for code in codes)
    yield from releases(codes[::-1])


def releases(codes: Sequence[int]) -> Iterator[Stroke]:
    """Yield what lets go of keys."""
    yield from (Stroke(code, is_press=False) for code in codes)
