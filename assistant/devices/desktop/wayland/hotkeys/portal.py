"""Hotkeys that the desktop itself watches for us: the GlobalShortcuts portal. The thread `hotkeys`.

The user agrees once, in a window of the desktop, and may choose other keys there. KDE tells of press and
release; some versions of GNOME bind a key and never tell of it, which nobody can find out but the user.
https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from threading import Event as Flag
from threading import Thread
from time import monotonic
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message

from assistant.act.ports import KeyListener
from assistant.devices.desktop.dbus.bus import Bus, field
from assistant.devices.desktop.presses import ActiveWindow
from assistant.errors import BusError, HotkeyError
from assistant.values.control import Job
from assistant.values.event import Fault, Recovered, Trouble
from assistant.values.settings import Hotkey

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST, SESSION = "org.freedesktop.portal.Request", "org.freedesktop.portal.Session"
STEP = 0.5
"""Seconds between looks whether to stop."""
RETRY = 2.0

DESCRIPTIONS = {
    Job.DICTATE: "Dictate",
    Job.COMMAND: "Give a command",
    Job.ASK: "Ask the language model",
    Job.EDIT: "Edit the selected text",
}
MODIFIERS = {
    "ctrl": "CTRL",
    "control": "CTRL",
    "alt": "ALT",
    "shift": "SHIFT",
    "super": "LOGO",
    "win": "LOGO",
}
NONE_HERE = (
    "This desktop has no GlobalShortcuts portal. Bind `assistant press` and `assistant release` (or only "
    "`assistant toggle`) to a key in the desktop's own settings."
)
REFUSED = "The desktop was not allowed to give us a hotkey. Restart the assistant to be asked again."

Report = Callable[[Trouble | Recovered], None]


class PortalHotkeys:
    """Implements act.ports.Hotkeys by the portal."""

    def __init__(self, hotkeys: Iterable[Hotkey], active_window: ActiveWindow = lambda: None) -> None:
        """Ask for `hotkeys`; `active_window` tells which window a press is meant for."""
        self._hotkeys = dict(_identified(hotkeys))
        self._active_window = active_window
        self._stopping = Flag()
        self._thread: Thread | None = None
        self._held: set[str] = set()
        self._requests = 0

    def is_offered(self) -> bool:
        """Return whether this desktop has the portal."""
        try:
            self._connect().close()
        except HotkeyError:
            return False
        return True

    def start(self, listener: KeyListener, trouble: Report) -> None:
        """Begin to ask. Raises HotkeyError where there is no such portal; a refusal is told as a Trouble."""
        if not self._hotkeys:
            return
        self._stopping.clear()
        bus = self._connect()
        self._thread = Thread(target=self._run, args=(bus, listener, trouble), name="hotkeys", daemon=True)
        self._thread.start()

    def take_escape(self, *, is_taken: bool) -> None:
        """Do nothing: the portal has no keys for a moment."""

    def stop(self) -> None:
        """End. May be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(1.0)
            self._thread = None

    def _connect(self) -> Bus:
        bus = None
        try:
            bus = Bus()
            properties = DBusAddress(PATH, NAME, "org.freedesktop.DBus.Properties")
            bus.call(properties, "Get", "ss", SHORTCUTS, "version")
        except BusError as error:
            if bus is not None:
                bus.close()
            raise HotkeyError(NONE_HERE) from error
        return bus

    def _run(self, bus: Bus, listener: KeyListener, trouble: Report) -> None:
        current: Bus | None = bus
        while current is not None:
            with current:
                why = self._watch(current, listener)
            for shortcut in sorted(self._held):
                listener.released(monotonic(), self._hotkeys[shortcut])
            self._held.clear()
            if why is None:
                return
            trouble(Trouble(Fault.HOTKEY, why))
            current = None if why == REFUSED else self._come_back()
            if current is not None:
                trouble(Recovered(Fault.HOTKEY, "The desktop watches the hotkeys again."))

    def _watch(self, bus: Bus, listener: KeyListener) -> str | None:
        """Ask and follow until told to stop (None), or until it cannot go on (why)."""
        try:
            for interface in (SHORTCUTS, REQUEST, SESSION):
                bus.watch(MatchRule(type="signal", interface=interface))
            options = {"session_handle_token": ("s", f"assistant{os.getpid()}")}
            created = self._request(bus, "CreateSession", "a{sv}", (options,))
            if created is None:
                return None if self._stopping.is_set() else REFUSED
            session = created["session_handle"][1]
            shortcuts = [(name, _described(hotkey)) for name, hotkey in self._hotkeys.items()]
            body = (session, shortcuts, "", dict[str, Any]())
            if self._request(bus, "BindShortcuts", "oa(sa{sv})sa{sv}", body) is None:
                return None if self._stopping.is_set() else REFUSED
            while not self._stopping.is_set():
                for message in bus.next_signal(STEP):
                    if not self._follow(message, session, listener):
                        return "The desktop has ended our hotkeys."
        except BusError:
            return "The desktop's message bus has gone, and the hotkeys with it."
        return None

    def _request(
        self, bus: Bus, method: str, signature: str, body: tuple[Any, ...]
    ) -> dict[str, tuple[str, Any]] | None:
        """Make a request and wait for the user; None for a no, or when we are to stop. Raises BusError."""
        self._requests += 1
        token = f"assistant{self._requests}"
        path = f"{PATH}/request/{bus.name[1:].replace('.', '_')}/{token}"
        options = {**body[-1], "handle_token": ("s", token)}
        # The answer may come before the method returns; the bus keeps it for us.
        bus.call(DBusAddress(PATH, NAME, SHORTCUTS), method, signature, *body[:-1], options)
        while not self._stopping.is_set():
            for message in bus.next_signal(STEP):
                answers = field(message, HeaderFields.member) == "Response"
                if answers and field(message, HeaderFields.path) == path:
                    code, results = message.body
                    return None if code else dict(results)
        return None

    def _follow(self, message: Message, session: str, listener: KeyListener) -> bool:
        """Tell what a signal means; False where it ends our session."""
        match field(message, HeaderFields.member), message.body:
            case "Activated", (str(whose), str(name), *_) if whose == session and name in self._hotkeys:
                if name not in self._held:
                    self._held.add(name)
                    listener.pressed(monotonic(), self._active_window(), self._hotkeys[name])
            case "Deactivated", (str(whose), str(name), *_) if whose == session and name in self._held:
                self._held.discard(name)
                listener.released(monotonic(), self._hotkeys[name])
            case "Closed", _ if field(message, HeaderFields.path) == session:
                return False
            case _:
                pass
        return True

    def _come_back(self) -> Bus | None:
        while not self._stopping.wait(RETRY):
            try:
                return self._connect()
            except HotkeyError:
                continue
        return None


def _identified(hotkeys: Iterable[Hotkey]) -> Iterable[tuple[str, Hotkey]]:
    """Yield each hotkey with a name by which the desktop knows it again: `dictate`, `dictate-2`."""
    count: Counter[Job] = Counter()
    for hotkey in hotkeys:
        count[hotkey.job] += 1
        number = count[hotkey.job]
        yield (hotkey.job.value if number == 1 else f"{hotkey.job}-{number}"), hotkey


def _described(hotkey: Hotkey) -> dict[str, tuple[str, str]]:
    """Return what the user sees, and the keys we would like, as the shortcuts specification writes them."""
    *modifiers, key = [part.strip() for part in hotkey.keys.split("+")]
    trigger = "+".join([*(MODIFIERS.get(name.casefold(), name) for name in modifiers), key])
    return {"description": ("s", DESCRIPTIONS[hotkey.job]), "preferred_trigger": ("s", trigger)}
