"""The RemoteDesktop and Clipboard portals, with a user who agrees, and a text field that pastes."""

import os
from threading import Thread
from typing import Any

from assistant.devices.desktop.portal.session import CLIPBOARD, CONTROL, LETTER_V, NAME, PATH, REQUEST, SHIFT
from tests.support.message_bus import Content, MessageBus, ScriptedService

TEXT = "text/plain;charset=utf-8"


class ScriptedRemoteDesktop:
    """Behaves as mutter does: the first key of a session is lost, Ctrl+V asks for the clipboard."""

    def __init__(self, bus: MessageBus) -> None:
        self.service = ScriptedService(bus, NAME)
        self.agrees = True
        self.is_hung = False
        self.is_watched = False
        """A clipboard history reads every new text."""
        self.text = ""
        """What the field holds."""
        self.history: list[str] = []
        self.contents: dict[str, bytes] = {}
        """What another program has on the clipboard."""
        self.tokens: list[str | None] = []
        """The secrets that sessions came with."""
        self._session = ""
        self._owned: tuple[str, ...] = ()
        self._held: set[int] = set()
        self._keys = 0
        self._serial = 0
        self._pipes: dict[int, tuple[int, list[str] | None, str]] = {}
        self._readers: list[Thread] = []
        self.service.answers = {
            "Get": lambda *_: ("v", (("u", 2),)),
            "CreateSession": self._create,
            "SelectDevices": self._select,
            "RequestClipboard": lambda *_: ("", ()),
            "Start": self._start,
            "NotifyKeyboardKeysym": self._press,
            "SetSelection": self._own,
            "SelectionRead": self._read,
            "SelectionWrite": self._write,
            "SelectionWriteDone": self._written,
            "Close": lambda *_: ("", ()),
        }

    def copy(self, contents: dict[str, bytes]) -> None:
        """Let the user copy something elsewhere."""
        self.contents, self._owned = contents, ()
        options = {"mime_types": ("as", list(contents)), "session_is_owner": ("b", False)}
        self.service.emit(PATH, CLIPBOARD, "SelectionOwnerChanged", ("oa{sv}", (self._session, options)))

    def end_session(self) -> None:
        """Let the user end it in the panel."""
        self.service.emit(self._session, "org.freedesktop.portal.Session", "Closed", ("a{sv}", ({},)))

    def paste_elsewhere(self) -> list[str]:
        """Ask for the clipboard as another program; the result fills as it comes."""
        found: list[str] = []
        self._ask(TEXT, found)
        return found

    @property
    def offered(self) -> tuple[str, ...]:
        """The formats that the session has on the clipboard; none where another program has it."""
        return self._owned

    def _answer(self, options: dict[str, Any], results: dict[str, Any]) -> Content:
        whose = self.service.sender[1:].replace(".", "_")
        path = f"{PATH}/request/{whose}/{options['handle_token'][1]}"
        self.service.emit(path, REQUEST, "Response", ("ua{sv}", (0 if self.agrees else 1, results)))
        return "o", (path,)

    def _create(self, options: dict[str, Any]) -> Content:
        self._session, self._keys = f"{PATH}/session/1_1/{options['session_handle_token'][1]}", 0
        return self._answer(options, {"session_handle": ("s", self._session)})

    def _select(self, _session: str, options: dict[str, Any]) -> Content:
        self.tokens.append(options["restore_token"][1] if "restore_token" in options else None)
        return self._answer(options, {})

    def _start(self, _session: str, _parent: str, options: dict[str, Any]) -> Content:
        results = {"clipboard_enabled": ("b", True), "restore_token": ("s", f"secret{len(self.tokens)}")}
        answer = self._answer(options, results)
        if self.contents:
            self.copy(self.contents)
        return answer

    def _press(self, _session: str, _options: dict[str, Any], keysym: int, state: int) -> Content:
        self._keys += 1
        if self._keys == 1:
            return "", ()
        if not state:
            self._held.discard(keysym)
        elif keysym == LETTER_V and self._held in ({CONTROL}, {CONTROL, SHIFT}) and not self.is_hung:
            if self._owned:
                self._ask(TEXT, None)
            else:
                self.text += self.contents.get(TEXT, b"").decode()
        else:
            self._held.add(keysym)
        return "", ()

    def _own(self, _session: str, options: dict[str, Any]) -> Content:
        self._owned = tuple(options["mime_types"][1])
        if self.is_watched:
            self._ask(TEXT, self.history)
        return "", ()

    def _ask(self, kind: str, into: list[str] | None) -> None:
        self._serial += 1
        self._pipes[self._serial] = (-1, into, kind)
        self.service.emit(PATH, CLIPBOARD, "SelectionTransfer", ("osu", (self._session, kind, self._serial)))

    def _write(self, _session: str, serial: int) -> Content:
        reading, writing = os.pipe()
        _, into, kind = self._pipes[serial]
        self._pipes[serial] = (writing, into, kind)
        reader = Thread(target=self._drain, args=(reading, into), daemon=True)
        self._readers.append(reader)
        reader.start()
        return "h", (writing,)

    def _written(self, _session: str, serial: int, _success: bool) -> Content:
        os.close(self._pipes.pop(serial)[0])
        return "", ()

    def _drain(self, file: int, into: list[str] | None) -> None:
        with os.fdopen(file, "rb") as stream:
            text = stream.read().decode()
        if into is None:
            self.text += text
        else:
            into.append(text)

    def _read(self, _session: str, kind: str) -> Content:
        reading, writing = os.pipe()
        content = self.contents[kind]

        def fill() -> None:
            with os.fdopen(writing, "wb") as stream:
                stream.write(content)

        Thread(target=fill, daemon=True).start()
        self._opened = reading
        return "h", (reading,)
