"""A real message bus on which a lock screen and a login manager of ours speak as real ones do."""

from collections.abc import Iterator

import pytest

from assistant.devices.desktop.dbus.screen_lock import ScreenLock
from tests.support.message_bus import MessageBus, ScriptedService
from tests.support.waiting import wait_until

SESSION = "/org/freedesktop/login1/session/_31"
LOGIN = "org.freedesktop.login1"


@pytest.fixture
def service(bus: MessageBus) -> Iterator[ScriptedService]:
    with ScriptedService(bus, "org.gnome.ScreenSaver", LOGIN) as service:
        service.answers["GetSessionByPID"] = lambda _pid: ("o", (SESSION,))
        yield service


@pytest.fixture
def told(service: ScriptedService) -> Iterator[list[bool]]:
    told: list[bool] = []
    lock = ScreenLock(told.append)
    assert lock.start()
    yield told
    lock.stop()
    lock.stop()


def test_a_lock_screen_is_followed(service: ScriptedService, told: list[bool]) -> None:
    for is_on in (True, False, True):
        service.emit("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", ("b", (is_on,)))
    wait_until(lambda: told == [True, False, True], "three changes")


def test_the_login_manager_and_sleep_are_followed_and_only_our_session(
    service: ScriptedService, told: list[bool]
) -> None:
    service.emit("/org/freedesktop/login1/session/other", f"{LOGIN}.Session", "Lock")
    service.emit(SESSION, f"{LOGIN}.Session", "Lock")
    wait_until(lambda: told == [True], "the lock")
    service.emit("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", ("b", (True,)))
    service.emit(SESSION, f"{LOGIN}.Session", "Unlock")
    service.emit("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", ("b", (False,)))
    wait_until(lambda: told == [True, False], "the end of both reasons, told once")


def test_a_hint_of_the_desktop_counts_too(service: ScriptedService, told: list[bool]) -> None:
    for is_on in (True, False):
        changed: tuple[object, ...] = (f"{LOGIN}.Session", {"LockedHint": ("b", is_on)}, [])
        service.emit(SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", ("sa{sv}as", changed))
    wait_until(lambda: told == [True, False], "both")


def test_a_bus_that_dies_does_no_harm(bus: MessageBus, service: ScriptedService, told: list[bool]) -> None:
    bus.kill()
    assert told == []


def test_without_any_bus_there_is_nothing_to_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    lock = ScreenLock(lambda _: None)
    assert not lock.start()
    lock.stop()
