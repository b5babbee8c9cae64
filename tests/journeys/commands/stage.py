"""A whole desktop: windows, a sound server, services on a message bus, and an assistant that runs in it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from assistant.devices.desktop.x11.deeds.pager import Pager
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.selection.peek import SelectionPeek
from assistant.values.settings import ActSettings
from tests.support import message_bus, sound_server, x_server
from tests.support.chat_server import ChatServer, talk
from tests.support.key_window import KeyWindow
from tests.support.message_bus import MessageBus, ScriptedService
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

CHAT = "/v1/chat/completions"
SETTINGS = """
[act]
hotkeys = [ { keys = "F9", job = "command" } ]

[commands]
dangerous = true

[consult]
is_on = true
server = "{server}"
model = "scripted"

[format]
read_caret = false
"""
ENTRY = """[Desktop Entry]
Type=Application
Name={kind}
Exec=xterm -class {kind} -T {kind}
StartupWMClass={kind}
Categories={kind};
"""
OPENER = '#!/bin/sh\nprintf "%s\\n" "$@" >> "$OPENED"\n'
SOON = 10.0
"""Seconds that a text may take to stand in the field."""
SERVICES = {
    "org.mpris.MediaPlayer2.Stage": ("PlayPause", "Next", "Previous", "Stop"),
    "org.gnome.ScreenSaver": ("Lock",),
    "org.freedesktop.login1": ("Suspend", "PowerOff", "Reboot"),
    "org.freedesktop.Notifications": ("Set",),
    "org.gnome.SettingsDaemon.Power": ("Set",),
}
PROPERTIES = {
    "org.mpris.MediaPlayer2.Stage": ("s", "Playing"),
    "org.freedesktop.Notifications": ("b", False),
    "org.gnome.SettingsDaemon.Power": ("i", 40),
}


def missing() -> str | None:
    """Return a reason to skip where it cannot be set up here."""
    needed = x_server.missing_programs("xterm") or sound_server.missing_programs()
    return needed or message_bus.missing_programs()


class Stage:
    """Everything that commands act on."""

    def __init__(self, home: Path, around: ExitStack) -> None:
        """Set it up under `home`; `around` takes it down."""
        self.home = home
        self.screen = around.enter_context(XServer())
        self.sound = around.enter_context(SoundServer())
        bus = around.enter_context(MessageBus())
        self.services = {name: around.enter_context(ScriptedService(bus, name)) for name in SERVICES}
        for name, methods in SERVICES.items():
            self.services[name].answers.update(dict.fromkeys(methods, lambda *_: ("", ())))
        for name, value in PROPERTIES.items():
            self.services[name].answers["Get"] = lambda *_, value=value: ("v", (value,))
        self.model = around.enter_context(ChatServer(talk("Well.")))
        self.opened = home / "opened.txt"
        self._environment = {
            **self.screen.environment,
            **self.sound.environment,
            **bus.environment,
            **self._programs(),
            "HOME": str(home),
        }
        self.field = around.enter_context(TextField("qt", self.screen))
        self.keys = around.enter_context(KeyWindow(self.screen.name))
        wait_until(lambda: self.keys.is_shown, "the key window")
        self.desktop = X11Desktop(ActSettings(), self.screen.name)
        around.callback(self.desktop.close)
        settings = SETTINGS.replace("{server}", self.model.url)
        self.assistant = around.enter_context(RunningAssistant(home, self._environment, settings=settings))
        self._say = self._start("say", "--job", "command", "-")
        around.callback(_end, self._say)

    def say(self, text: str) -> None:
        """Say something to the assistant that runs."""
        assert self._say.stdin is not None
        _line(self._say.stdin, text)

    def alone(self, *texts: str) -> str:
        """Say something to an assistant of its own, and return what it prints."""
        process = self._start("say", "--alone", "--job", "command", "-")
        out, _ = process.communicate("".join(f"{text}\n" for text in texts), timeout=60)
        return str(out)

    def show_text(self, text: str = "") -> None:
        """Give the text field the keyboard, with nothing but `text` in it."""
        self.field.focus()
        if self.field.text():
            self.screen.tap("Control_L", "a")
            self.screen.tap("BackSpace")
            wait_until(lambda: not self.field.text(), "an empty field")
        if text:
            self.say(f"type the words {text}")
            try:
                wait_until(lambda: self.field.text() == text, "the text", SOON)
            except TimeoutError as error:
                raise TimeoutError(f"{error}: {self.field.text()!r}; {self.told()[-300:]!r}") from error

    def show_keys(self) -> None:
        """Give the window that remembers keys the keyboard."""
        self.screen.focus(int(self.keys.window.id))
        self.keys.chords.clear()

    def told(self) -> str:
        """Return what the assistant has told so far."""
        return self.assistant.output()

    def status(self) -> dict[str, object]:
        """Return what `assistant status` says."""
        found = json.loads(self.assistant.ask("status", "--json"))
        assert isinstance(found, dict)
        return found

    def history(self) -> list[dict[str, object]]:
        """Return the newest lines of the history."""
        return [json.loads(line) for line in self.assistant.ask("history", "--json").splitlines() if line]

    def manager(self) -> "Manager":
        """Return what asks the window manager."""
        return Manager(self.desktop)

    def selected(self, name: str = "PRIMARY") -> str:
        """Return the text of a selection."""
        with SelectionPeek(self.screen.name) as peek:
            return peek.text(name) or ""

    def _programs(self) -> dict[str, str]:
        """Put an opener of addresses and two applications where they are found; return the variables."""
        tools, data = self.home / "bin", self.home / "share"
        tools.mkdir()
        (data / "applications").mkdir(parents=True)
        (tools / "xdg-open").write_text(OPENER)
        (tools / "xdg-open").chmod(0o755)
        for name, kind in (("firefox", "Firefox"), ("gnome-calculator", "Calculator")):
            (data / "applications" / f"{name}.desktop").write_text(ENTRY.format(kind=kind))
        return {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "XDG_DATA_HOME": str(data),
            "XDG_DATA_DIRS": str(self.home / "none"),
            "OPENED": str(self.opened),
        }

    def _start(self, *command: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "assistant", *command],
            env={**os.environ, **self._environment, "ASSISTANT_HOME": str(self.home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


class Manager:
    """Asks the window manager, one question at a time."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def has(self, window: int, *states: str) -> bool:
        """Tell whether a window has these states."""
        with self._desktop.acting() as session:
            return Pager(session).has(window, *states)

    def box(self, window: int) -> tuple[int, int, int, int]:
        """Return where a window is."""
        with self._desktop.acting() as session:
            return Pager(session).box(window)

    def is_desktop_shown(self) -> bool:
        """Tell whether all windows are hidden."""
        with self._desktop.acting() as session:
            return Pager(session).is_desktop_shown()


@contextmanager
def stage() -> Iterator[Stage]:
    """Set up a stage."""
    with TemporaryDirectory(prefix="commands-") as home, ExitStack() as around:
        yield Stage(Path(home), around)


def _line(stream: IO[str], text: str) -> None:
    stream.write(f"{text}\n")
    stream.flush()


def _end(process: "subprocess.Popen[str]") -> None:
    process.communicate(timeout=20)
