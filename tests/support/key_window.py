"""A window that takes the keyboard and remembers which chords it was pressed, by the names of packs."""

from Xlib import XK, X

from assistant.devices.desktop.x11.deeds.pressing import NAMES
from tests.support.x_client import PlainWindow, XEvent

MODIFIERS = {X.ControlMask: "ctrl", X.Mod1Mask: "alt", X.ShiftMask: "shift", X.Mod4Mask: "super"}
_BY_SYMBOL = {XK.string_to_keysym(symbol): name for name, symbols in NAMES.items() for symbol in symbols}
_BY_SYMBOL.pop(0, None)
_SILENT = {"ctrl", "alt", "shift", "super"}


class KeyWindow(PlainWindow):
    """Remembers chords: `ctrl+page_down`."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self.chords: list[str] = []
        self.window.set_wm_class("keys", "Keys")
        self.window.set_wm_name("Key window")
        self.window.change_attributes(event_mask=X.KeyPressMask | X.StructureNotifyMask)
        self.handlers[X.KeyPress] = self._note

    def _note(self, event: XEvent) -> None:
        held = [word for mask, word in MODIFIERS.items() if event.state & mask]
        symbol = self.display.keycode_to_keysym(event.detail, int("shift" in held))
        if symbol != self.display.keycode_to_keysym(event.detail, 0) and symbol in _BY_SYMBOL:
            held.remove("shift")  # it belongs to the sign: ctrl and plus
        else:
            symbol = self.display.keycode_to_keysym(event.detail, 0)
        name = _BY_SYMBOL.get(symbol) or chr(symbol)
        if name not in _SILENT:
            self.chords.append("+".join([*held, name]))
