"""Keyboards as Linux shows them in /dev/input, made of pipes, and the desktop portal that gives hotkeys."""

import os
from pathlib import Path
from typing import Any

from assistant.devices.desktop.wayland.hotkeys.evdev import EVENT, KEY_EVENT, TABLE
from assistant.devices.desktop.wayland.hotkeys.portal import NAME, PATH, REQUEST, SHORTCUTS, PortalHotkeys
from tests.support.message_bus import MessageBus, ScriptedService
from tests.support.waiting import wait_until


class PipedKeyboard:
    """A device file whose keys a test presses. Plugged in when it is made."""

    def __init__(self, folder: Path, number: int = 0) -> None:
        self.path = folder / f"event{number}"
        os.mkfifo(self.path)
        self._file: int | None = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    def press(self, key: str) -> None:
        self._write(key, 1)

    def repeat(self, key: str) -> None:
        self._write(key, 2)

    def release(self, key: str) -> None:
        self._write(key, 0)

    def unplug(self) -> None:
        """Take it away. May be called twice."""
        if self._file is not None:
            self.path.unlink()
            os.close(self._file)
            self._file = None

    def _write(self, key: str, value: int) -> None:
        assert self._file is not None
        code = TABLE.codes[key]
        moved = (
            EVENT.pack(0, 0, 4, 4, 0) + EVENT.pack(0, 0, KEY_EVENT, code, value) + EVENT.pack(0, 0, 0, 0, 0)
        )
        os.write(self._file, moved)


class ScriptedPortal:
    """The GlobalShortcuts portal: a user who agrees, or does not, and hotkeys that a test presses."""

    def __init__(self, bus: MessageBus, *, agrees: bool = True) -> None:
        self.service = ScriptedService(bus, NAME)
        self.agrees = agrees
        self.shortcuts: dict[str, dict[str, tuple[str, str]]] = {}
        """What was asked for at last: name -> description and preferred trigger."""
        self.session = ""
        self._is_bound = False
        self.service.answers = {
            "Get": lambda *_: ("v", (("u", 1),)),
            "CreateSession": self._create,
            "BindShortcuts": self._bind,
        }

    def press(self, name: str = "dictate") -> None:
        self._tell("Activated", name)

    def release(self, name: str = "dictate") -> None:
        self._tell("Deactivated", name)

    def end_session(self) -> None:
        self.service.emit(self.session, "org.freedesktop.portal.Session", "Closed", ("a{sv}", ({},)))

    def wait_until_bound(self, hotkeys: PortalHotkeys) -> None:
        """Wait until `hotkeys` have what they asked for, or have been stopped."""
        wait_until(lambda: self._has_bound() or hotkeys._thread is None, "the hotkeys to be bound")

    def _has_bound(self) -> bool:
        begun, created = (len(self.service.called(method)) for method in ("Get", "CreateSession"))
        return self._is_bound and created >= begun

    def _tell(self, member: str, name: str) -> None:
        self.service.emit(PATH, SHORTCUTS, member, ("osta{sv}", (self.session, name, 1, {})))

    def _create(self, options: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
        self._is_bound = False
        self.session = f"{PATH}/session/{self._whose()}/{options['session_handle_token'][1]}"
        return self._answer(options, {"session_handle": ("s", self.session)})

    def _bind(
        self, _session: str, shortcuts: list[Any], _parent: str, options: dict[str, Any]
    ) -> tuple[str, tuple[Any, ...]]:
        self.shortcuts = dict(shortcuts)
        answer = self._answer(options, {"shortcuts": ("a(sa{sv})", shortcuts)})
        self._is_bound = True
        return answer

    def _answer(self, options: dict[str, Any], results: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
        path = f"{PATH}/request/{self._whose()}/{options['handle_token'][1]}"
        # As portals may: the answer is there before the call has returned.
        self.service.emit(path, REQUEST, "Response", ("ua{sv}", (0 if self.agrees else 1, results)))
        return "o", (path,)

    def _whose(self) -> str:
        return self.service.sender[1:].replace(".", "_")
