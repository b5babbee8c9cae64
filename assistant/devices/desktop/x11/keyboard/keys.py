"""Presses keys on behalf of the user: lets go of what is held, sends the paste chord, types plain ASCII."""

from collections.abc import Sequence
from time import sleep

from Xlib import XK, X
from Xlib.ext import xtest

from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.keyboard.echoes import Echoes
from assistant.values.action import Method

SETTLE = 0.06
"""Seconds until clients have read a changed keyboard mapping."""
GROUP_SHIFT, GROUP_MASK = 13, 3
"""Where the state holds the number of the active layout."""
LAYOUT_COLUMNS = 2
"""Keysyms of one layout in the core mapping: plain and shifted."""

CHORDS = {
    Method.SHIFT_INSERT: ((X.ShiftMapIndex,), XK.XK_Insert),
    Method.CTRL_V: ((X.ControlMapIndex,), XK.XK_v),
    Method.CTRL_SHIFT_V: ((X.ControlMapIndex, X.ShiftMapIndex), XK.XK_v),
}
"""Modifiers and keysym of the chords that paste."""
V_KEY = 55
"""Where every keyboard has its V, whatever the layout writes on it: programs take the key for V then."""

Stroke = tuple[int, bool]
"""Key code, and whether Shift goes with it."""


class Keyboard:
    """The keyboard of a display, as XTEST plays it."""

    def __init__(self, connection: Connection, echoes: Echoes) -> None:
        self._connection = connection
        self._display = connection.display
        self._echoes = echoes
        self._rows: dict[int, Sequence[int]] = {}
        self._modifiers: list[Sequence[int]] = []
        self._borrowed: int | None = None

    def prepare(self) -> None:
        """Learn the layout, and see to it that there is an Insert key; to add one takes its time."""
        self._learn()
        if self._find(XK.XK_Insert) is None:
            self._borrow(XK.XK_Insert)

    def release_held(self) -> None:
        """Let go of every modifier that is down, or the chord becomes another one."""
        keymap = self._display.query_keymap()
        codes = {code for row in self._modifiers for code in row if code}
        insert = self._find(XK.XK_Insert)
        for code in sorted(codes | {insert} if insert else codes):
            if keymap[code // 8] & (1 << code % 8):
                self._fake(code, is_press=False)

    def paste(self, method: Method = Method.SHIFT_INSERT) -> None:
        """Send a chord that pastes: Shift+Insert does so in terminals too, and in every layout."""
        rows, keysym = CHORDS[method]
        chord = [self._modifier(row) for row in rows]
        chord.append(self._find(keysym) or (V_KEY if keysym == XK.XK_v else None))
        codes = [code for code in chord if code is not None]
        if len(codes) < len(chord):
            return  # without a receipt the text stays on the clipboard, and that is what the user is told
        for code in codes:
            self._fake(code, is_press=True)
        for code in reversed(codes):
            self._fake(code, is_press=False)
        self._display.flush()

    def strokes(self, text: str) -> list[Stroke] | None:
        """Return how to type `text`; None where a character is not printable ASCII on this layout."""
        if not text.isascii() or not text.isprintable():
            return None
        self._learn()
        state = self._display.screen().root.query_pointer().mask
        group = (state >> GROUP_SHIFT) & GROUP_MASK
        where = self._table(group)
        found = []
        for character in text:
            stroke = where.get(ord(character))
            if stroke is None:
                return None
            code, is_shifted = stroke
            if state & X.LockMask and character.isalpha():
                is_shifted = not is_shifted  # CapsLock turns the case round, Shift turns it back
            found.append((code, is_shifted))
        return found

    def type(self, strokes: Sequence[Stroke]) -> None:
        """Press one key after the other."""
        shift = self._shift()
        for code, is_shifted in strokes:
            if is_shifted and shift is not None:
                self._fake(shift, is_press=True)
            self._fake(code, is_press=True)
            self._fake(code, is_press=False)
            if is_shifted and shift is not None:
                self._fake(shift, is_press=False)
        self._display.flush()

    def close(self) -> None:
        """Give back a key that was borrowed."""
        if self._borrowed is not None:
            self._display.change_keyboard_mapping(self._borrowed, [(X.NoSymbol,)])
            self._display.sync()
            self._borrowed = None

    def _fake(self, code: int, *, is_press: bool) -> None:
        self._echoes.expect(code, is_press=is_press)
        xtest.fake_input(self._display, X.KeyPress if is_press else X.KeyRelease, code)

    def _learn(self) -> None:
        """Ask for the layout, if it has changed since we last did."""
        is_new = not self._rows
        while self._display.pending_events():  # nothing but news of the mapping comes here
            is_new |= self._display.next_event().type == X.MappingNotify
        if is_new:
            info = self._display.display.info
            count = info.max_keycode - info.min_keycode + 1
            rows = self._display.get_keyboard_mapping(info.min_keycode, count)
            self._rows = {info.min_keycode + index: row for index, row in enumerate(rows)}
            self._modifiers = list(self._display.get_modifier_mapping())

    def _find(self, keysym: int) -> int | None:
        """Return the key that gives `keysym` without Shift."""
        return next((code for code, row in self._rows.items() if row and row[0] == keysym), None)

    def _table(self, group: int) -> dict[int, Stroke]:
        found: dict[int, Stroke] = {}
        for code, row in self._rows.items():
            column = LAYOUT_COLUMNS * group
            if column >= len(row) or not row[column]:
                column = 0  # a key with one layout only has it in all of them
            for level, keysym in enumerate(row[column : column + LAYOUT_COLUMNS]):
                if keysym:
                    found.setdefault(keysym, (code, bool(level)))
        return found

    def _shift(self) -> int | None:
        return self._modifier(X.ShiftMapIndex)

    def _modifier(self, row: int) -> int | None:
        return next((code for code in self._modifiers[row] if code), None)

    def _borrow(self, keysym: int) -> None:
        modifiers = {code for row in self._modifiers for code in row}
        spare = [code for code, row in self._rows.items() if not any(row) and code not in modifiers]
        if spare:
            self._borrowed = spare[-1]
            self._display.change_keyboard_mapping(self._borrowed, [(keysym, keysym)])
            self._display.sync()
            self._rows[self._borrowed] = (keysym, keysym)
            sleep(SETTLE)
