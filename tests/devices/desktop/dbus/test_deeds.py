"""Players and system services: stand-ins on a real message bus."""

from collections.abc import Iterator

import pytest

from assistant.devices.desktop.dbus.deeds.media import PREFIX, MediaPlayers
from assistant.devices.desktop.dbus.deeds.system import SystemServices
from assistant.values.action import Result
from assistant.values.commands.deed import Builtin, Slot
from tests.support.message_bus import MessageBus, ScriptedService, missing_programs


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[MessageBus]:
    if reason := missing_programs():
        pytest.skip(reason)
    with MessageBus() as bus:
        bus.apply(monkeypatch)
        yield bus


def player(bus: MessageBus, name: str, status: str) -> ScriptedService:
    """Return a player in this state."""
    service = ScriptedService(bus, PREFIX + name)
    service.answers["Get"] = lambda *_: ("v", (("s", status),))
    for method in ("PlayPause", "Next", "Previous", "Stop"):
        service.answers[method] = lambda: ("", ())
    return service


@pytest.mark.parametrize(
    ("deed", "method"),
    [
        ("media.play_pause", "PlayPause"),
        ("media.next", "Next"),
        ("media.previous", "Previous"),
        ("media.stop", "Stop"),
    ],
)
def test_the_player_that_plays_is_told(bus: MessageBus, deed: str, method: str) -> None:
    with player(bus, "Idle", "Stopped") as idle, player(bus, "Loud", "Playing") as loud:
        assert MediaPlayers().execute(Builtin(deed), None).result is Result.DONE
        assert len(loud.called(method)) == 1
        assert idle.called(method) == []


def test_without_a_player_that_is_said(bus: MessageBus) -> None:
    assert "Nothing here plays" in MediaPlayers().execute(Builtin("media.next"), None).message
    bus.kill()
    assert MediaPlayers().execute(Builtin("media.next"), None).result is Result.FAILED


def test_the_screen_is_locked_by_whoever_can(bus: MessageBus) -> None:
    assert SystemServices().execute(Builtin("screen.lock"), None).result is Result.FAILED
    with ScriptedService(bus, "org.gnome.ScreenSaver") as saver:
        saver.answers["Lock"] = lambda: ("", ())
        assert SystemServices().execute(Builtin("screen.lock"), None).result is Result.DONE
        assert len(saver.called("Lock")) == 1


@pytest.mark.parametrize(
    ("deed", "method"), [("power.suspend", "Suspend"), ("power.off", "PowerOff"), ("power.restart", "Reboot")]
)
def test_power_is_asked_of_logind(bus: MessageBus, deed: str, method: str) -> None:
    with ScriptedService(bus, "org.freedesktop.login1") as login:
        login.answers[method] = lambda _: ("", ())
        assert SystemServices().execute(Builtin(deed), None).result is Result.DONE
        assert login.calls == [(method, (False,))]


def test_notifications_are_held_back_where_that_is_possible(bus: MessageBus) -> None:
    with ScriptedService(bus, "org.freedesktop.Notifications") as notifier:
        quiet = Builtin("notifications.quiet", (Slot("on", 1),))
        assert SystemServices().execute(quiet, None).result is Result.FAILED, "this one can't"
        notifier.answers["Set"] = lambda *_: ("", ())
        assert SystemServices().execute(quiet, None).result is Result.DONE
        assert notifier.called("Set")[-1] == ("org.dunstproject.cmd0", "paused", ("b", True))
