"""Where keys are on a keyboard: the numbers that Linux's input devices and Windows' hooks have in common.

Both count as the first PC keyboards did ("set 1"): see linux/input-event-codes.h, and "Keyboard Input
Overview" of the Windows documentation. A letter means the place it has on an American keyboard.
"""

ROWS = {2: "1234567890", 16: "qwertyuiop", 30: "asdfghjkl", 44: "zxcvbnm"}
"""Number of the first key of a row, and what stands on it and the next ones."""

COMMON: dict[str, int] = {
    **{letter: first + index for first, row in ROWS.items() for index, letter in enumerate(row)},
    **{f"F{number}": 58 + number for number in range(1, 11)},
    "F11": 87,
    "F12": 88,
    "Escape": 1,
    "Tab": 15,
    "Return": 28,
    "space": 57,
    "Caps_Lock": 58,
    "Scroll_Lock": 70,
    "Shift_L": 42,
    "Shift_R": 54,
}
"""X keysym name -> number."""
