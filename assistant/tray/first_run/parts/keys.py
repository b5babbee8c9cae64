"""Keys: what is printed on them, and which one was pressed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

OFFERED = (
    *("Control_R", "Control_L", "Alt_R", "Super_R", "Caps_Lock", "Menu", "Pause", "Scroll_Lock"),
    *("F8", "F9", "F12", "Ctrl+Alt+space", "Button8", "Button9"),
)
"""Keys that hardly any program wants for itself, by their X names."""
_SYMBOLS = {
    0xFFE3: "Control_L",
    0xFFE4: "Control_R",
    0xFFE9: "Alt_L",
    0xFFEA: "Alt_R",
    0xFE03: "ISO_Level3_Shift",
    0xFFE1: "Shift_L",
    0xFFE2: "Shift_R",
    0xFFEB: "Super_L",
    0xFFEC: "Super_R",
    0xFFE5: "Caps_Lock",
    0xFF67: "Menu",
    0xFF13: "Pause",
    0xFF14: "Scroll_Lock",
    0xFF63: "Insert",
    0x20: "space",
    **{0xFFBE + number: f"F{number + 1}" for number in range(24)},
}
"""X keysym -> name, for what may be a hotkey by itself."""
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Super"),
)
_PRINTED = {"Control": "Ctrl", "Super": "Super", "space": "Space", "Caps_Lock": "Caps Lock"}


def spelled(keys: str) -> str:
    """Return a key as it is printed on keyboards: Control_R is the Right Ctrl."""
    return " + ".join(map(_spelled, keys.split("+")))


def _spelled(key: str) -> str:
    if key.startswith("Button"):
        return QCoreApplication.translate("Keys", "mouse button {number}").format(
            number=key.removeprefix("Button")
        )
    name, _, side = key.rpartition("_")
    printed = _PRINTED.get(name, name)
    match side if name else "":
        case "R":
            return QCoreApplication.translate("Keys", "Right {key}").format(key=printed)
        case "L":
            return QCoreApplication.translate("Keys", "Left {key}").format(key=printed)
        case _:
            return _PRINTED.get(key, key.replace("_", " "))


def pressed_key(event: QKeyEvent) -> str | None:
    """Return the X name of the key or chord of `event`; None where it can't be a hotkey by itself.

    Where Qt does not run on X, only what it tells apart itself is known: not left from right.
    """
    name = _SYMBOLS.get(event.nativeVirtualKey()) or _by_qt(event.key())
    held = [word for flag, word in _MODIFIERS if event.modifiers() & flag]
    if name is None:
        letter = event.key()
        if not held or not 0x21 <= letter <= 0x7E:  # noqa: PLR2004 - what is printed on a key
            return None
        name = chr(letter).lower()
    is_modifier = name.partition("_")[0] in {"Control", "Alt", "Shift", "Super", "ISO"}
    return name if is_modifier or not held else "+".join([*held, name])


def _by_qt(key: int) -> str | None:
    first = int(Qt.Key.Key_F1)
    if first <= key < first + 24:
        return f"F{key - first + 1}"
    plain = {Qt.Key.Key_Pause: "Pause", Qt.Key.Key_ScrollLock: "Scroll_Lock", Qt.Key.Key_Menu: "Menu"}
    return next((name for one, name in plain.items() if int(one) == key), None)
