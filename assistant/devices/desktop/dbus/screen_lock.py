"""Knows when the screen is locked or the computer sleeps: the thread `screen lock`."""

import os
import socket
from collections.abc import Callable
from select import select
from threading import Thread

from jeepney import DBusAddress, HeaderFields, MatchRule, Message

from assistant.devices.desktop.dbus.bus import Bus, field
from assistant.errors import BusError

SAVERS = (
    *("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver"),
    *("org.mate.ScreenSaver", "org.xfce.ScreenSaver"),
)
"""Interfaces whose ActiveChanged tells of the session's lock screen."""
LOGIN = "org.freedesktop.login1"


class ScreenLock:
    """Tells when the screen is locked, and when all reasons for that are over."""

    def __init__(self, told: Callable[[bool], None]) -> None:
        """Tell `told`, on a thread of its own, True for locked."""
        self._told = told
        self._reasons: set[str] = set()
        self._ear, self._bell = socket.socketpair()
        self._buses: list[Bus] = []
        self._thread = Thread(target=self._run, name="screen lock", daemon=True)

    def start(self) -> bool:
        """Begin to watch; False where no bus here could tell."""
        for is_system in (False, True):
            try:
                rules = _rules(is_system=is_system)
                self._buses.append(Bus(is_system=is_system))
                for rule in rules:
                    self._buses[-1].watch(rule)
            except BusError:
                continue
        if self._buses:
            self._thread.start()
        return bool(self._buses)

    def stop(self) -> None:
        """End. May be called twice."""
        self._bell.close()
        if self._thread.ident is None:
            self._ear.close()
        else:
            self._thread.join(1.0)
        for bus in self._buses:
            bus.close()
        self._buses.clear()

    def _run(self) -> None:
        buses = list(self._buses)
        while buses:
            numbers = {bus.fileno(): bus for bus in buses}
            ready, _, _ = select([*numbers, self._ear.fileno()], [], [])
            if self._ear.fileno() in ready:
                break
            for bus in (numbers[number] for number in ready):
                try:
                    for message in bus.waiting():
                        self._follow(message)
                except BusError:
                    buses.remove(bus)
        self._ear.close()

    def _follow(self, message: Message) -> None:
        before = bool(self._reasons)
        interface = field(message, HeaderFields.interface)
        match field(message, HeaderFields.member), message.body:
            case "ActiveChanged", (bool(is_on),):
                self._note(interface, is_on=is_on)
            case "Lock", ():
                self._note(LOGIN, is_on=True)
            case "Unlock", ():
                self._note(LOGIN, is_on=False)
            case "PrepareForSleep", (bool(is_on),):
                self._note("sleep", is_on=is_on)
            case "PropertiesChanged", (_, {"LockedHint": (_, bool(is_on))}, _):
                self._note(LOGIN, is_on=is_on)
            case _:
                return
        if bool(self._reasons) is not before:
            self._told(bool(self._reasons))

    def _note(self, reason: str, *, is_on: bool) -> None:
        if is_on:
            self._reasons.add(reason)
        else:
            self._reasons.discard(reason)


def _rules(*, is_system: bool) -> list[MatchRule]:
    """Return which signals tell something. Raises BusError where we cannot ask whose session is ours."""
    if not is_system:
        return [MatchRule(type="signal", interface=each, member="ActiveChanged") for each in SAVERS]
    session = _own_session()
    return [
        MatchRule(type="signal", interface=f"{LOGIN}.Manager", member="PrepareForSleep"),
        MatchRule(type="signal", interface=f"{LOGIN}.Session", member="Lock", path=session),
        MatchRule(type="signal", interface=f"{LOGIN}.Session", member="Unlock", path=session),
        MatchRule(type="signal", member="PropertiesChanged", path=session),
    ]


def _own_session() -> str:
    """Return the path of the login session that this process belongs to. Raises BusError."""
    manager = DBusAddress("/org/freedesktop/login1", LOGIN, f"{LOGIN}.Manager")
    with Bus(is_system=True) as bus:
        (path,) = bus.call(manager, "GetSessionByPID", "u", os.getpid())
    return str(path)
