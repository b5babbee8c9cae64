"""A Windows with one text field, as far as its system calls show it."""

from collections.abc import Sequence
from threading import Timer

from assistant.devices.desktop.windows import strokes
from assistant.devices.desktop.windows.calls import Foreground, Formats
from assistant.devices.desktop.windows.strokes import Stroke

UNICODE_TEXT = 13


class ScriptedWindows:
    """Types what it is sent into `text`, by the rules of Windows."""

    def __init__(self) -> None:
        self.window: Foreground | None = Foreground(7, "notepad.exe", "Untitled")
        self.text = ""
        self.held: set[int] = set()
        """Modifiers that are down: with one of them, characters are shortcuts and not text."""
        self.contents: dict[int, bytes] = {}
        self.is_hung = False
        self.is_locked = False
        """Another program does not let go of the clipboard."""
        self.is_deaf = False
        """Keys are swallowed, as a window with more rights does."""
        self.is_watched = False
        """A clipboard history reads every new text."""
        self._offer: str | None = None
        self._asked = 0
        self._high = 0

    def foreground(self) -> Foreground | None:
        return self.window

    def held_modifiers(self) -> tuple[int, ...]:
        return tuple(sorted(self.held & set(strokes.MODIFIERS)))

    def send(self, keys: Sequence[Stroke]) -> int:
        if self.is_deaf:
            return 0
        for each in keys:
            self._take(each)
        return len(keys)

    def clipboard(self) -> Formats | None:
        return None if self.is_locked else dict(self.contents)

    def offer(self, text: str) -> bool:
        if self.is_locked:
            return False
        self._offer, self._asked, self.contents = text, 0, {}
        if self.is_watched:
            self._ask()
        return True

    def times_asked(self) -> int:
        return self._asked

    def is_ours(self) -> bool:
        return self._offer is not None

    def put(self, formats: Formats) -> None:
        self._offer, self.contents = None, dict(formats)

    def copy(self, formats: Formats) -> None:
        """Let the user copy something."""
        self.put(formats)

    def close(self) -> None:
        pass

    def _take(self, key: Stroke) -> None:
        if key.is_unicode:
            if key.is_press and not self.held:
                self._write(key.code)
            return
        if not key.is_press:
            self.held.discard(key.code)
            return
        if key.code in strokes.MODIFIERS:
            self.held.add(key.code)
        elif self.held in ({strokes.LEFT_CONTROL}, {strokes.LEFT_SHIFT}) and key.code in {
            strokes.V,
            strokes.INSERT,
        }:
            self._paste()
        elif not self.held:
            self.text += {strokes.ENTER: "\n", strokes.TAB: "\t"}.get(key.code, "")

    def _write(self, unit: int) -> None:
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
            return
        units = [self._high, unit] if 0xDC00 <= unit < 0xE000 else [unit]
        self.text += b"".join(each.to_bytes(2, "little") for each in units).decode("utf-16-le")

    def _paste(self) -> None:
        if not self.is_hung:
            timer = Timer(0.02, self._take_offer)  # a program reads the clipboard a moment later
            timer.start()
            timer.join()

    def _take_offer(self) -> None:
        self.text += self._ask() if self._offer is not None else self.contents.get(UNICODE_TEXT, b"").decode()

    def _ask(self) -> str:
        self._asked += 1
        return self._offer or ""
