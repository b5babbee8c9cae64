"""Players and system services: stand-ins on a real message bus."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.devices.desktop.dbus.deeds.brightness import Brightness
from assistant.devices.desktop.dbus.deeds.media import PREFIX, MediaPlayers
from assistant.devices.desktop.dbus.deeds.system import SystemServices
from assistant.values.action import Result
from assistant.values.commands.deed import Builtin, Slot
from tests.support.message_bus import Answer, MessageBus, ScriptedService, missing_programs


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


@pytest.mark.parametrize(
    ("service", "answers", "written"),
    [
        (
            "org.gnome.SettingsDaemon.Power",
            {"Get": lambda *_: ("v", (("i", 40),)), "Set": lambda *_: ("", ())},
            ("Set", ("org.gnome.SettingsDaemon.Power.Screen", "Brightness", ("i", 50))),
        ),
        (
            "org.kde.Solid.PowerManagement",
            {
                "brightness": lambda: ("i", (400,)),
                "brightnessMax": lambda: ("i", (1000,)),
                "setBrightness": lambda _: ("", ()),
            },
            ("setBrightness", (500,)),
        ),
    ],
    ids=["gnome", "kde"],
)
def test_the_screen_gets_brighter_by_whoever_keeps_its_light(
    bus: MessageBus, tmp_path: Path, service: str, answers: dict[str, Answer], written: tuple[str, tuple[Any]]
) -> None:
    brighter = Builtin("screen.brightness", (Slot("step", 10),))
    assert Brightness(tmp_path).available == frozenset()
    assert Brightness(tmp_path).execute(brighter, None).result is Result.FAILED
    with ScriptedService(bus, service) as keeper:
        keeper.answers.update(answers)
        assert Brightness(tmp_path).available
        outcome = Brightness(tmp_path).execute(brighter, None)
        assert (outcome.result, outcome.message) == (Result.DONE, "Brightness 50 percent.")
        assert keeper.calls[-1] == written


def test_the_login_manager_changes_a_light_that_the_system_shows_and_leaves_some_of_it(
    bus: MessageBus, tmp_path: Path
) -> None:
    lamp = tmp_path / "intel_backlight"
    lamp.mkdir()
    (lamp / "brightness").write_text("100\n")
    (lamp / "max_brightness").write_text("1000\n")
    with ScriptedService(bus, "org.freedesktop.login1") as login:
        login.answers["SetBrightness"] = lambda *_: ("", ())
        darker = Builtin("screen.brightness", (Slot("step", -10),))
        assert Brightness(tmp_path).execute(darker, None).result is Result.DONE
        assert login.calls == [("SetBrightness", ("backlight", "intel_backlight", 50))]


def test_what_no_service_here_does_is_not_offered(bus: MessageBus) -> None:
    assert MediaPlayers().available == frozenset()
    assert SystemServices().available == frozenset()
    with player(bus, "Loud", "Playing"), ScriptedService(bus, "org.gnome.ScreenSaver"):
        assert MediaPlayers().available == MediaPlayers.names
        assert SystemServices().available == {"screen.lock"}
    with (
        ScriptedService(bus, "org.freedesktop.login1"),
        ScriptedService(bus, "org.freedesktop.Notifications") as notifier,
    ):
        assert "power.off" in SystemServices().available
        assert "notifications.quiet" not in SystemServices().available
        notifier.answers["Get"] = lambda *_: ("v", (("b", False),))
        assert "notifications.quiet" in SystemServices().available
