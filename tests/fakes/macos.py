"""A macOS with one text field, as far as its system calls show it."""

from assistant.devices.desktop.macos.calls import Formats, Frontmost
from assistant.devices.desktop.macos.desktop import CHUNK, KEYS, TEXT, V_KEY


class ScriptedMac:
    """Types what it is sent into `text`, by the rules of macOS."""

    def __init__(self) -> None:
        self.application: Frontmost | None = Frontmost(7, "com.apple.TextEdit", "Untitled")
        self.text = ""
        self.contents: dict[str, bytes] = {}
        self.trusted = True
        self.secure = False
        self.count = 1

    def frontmost(self) -> Frontmost | None:
        return self.application

    def is_trusted(self) -> bool:
        return self.trusted

    def is_secure(self) -> bool:
        return self.secure

    def type(self, chunk: str) -> None:
        units = chunk.encode("utf-16-le")[: 2 * CHUNK]  # what is longer is cut off
        self.text += units.decode("utf-16-le")

    def press(self, key: int, *, with_command: bool) -> None:
        if with_command and key == V_KEY:
            self.text += self.contents.get(TEXT, b"").decode()
        elif not with_command:
            self.text += next((character for character, code in KEYS.items() if code == key), "")

    def pasteboard(self) -> Formats:
        return dict(self.contents)

    def put(self, formats: Formats) -> int:
        self.contents = dict(formats)
        self.count += 1
        return self.count

    def change_count(self) -> int:
        return self.count
