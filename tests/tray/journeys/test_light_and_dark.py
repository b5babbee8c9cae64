"""The system turns dark while windows are open, told by the desktop's portal: every window follows."""

from pathlib import Path

import pytest

from tests.support import message_bus, x_server
from tests.support.message_bus import MessageBus, ScriptedService
from tests.support.waiting import wait_until
from tests.support.x_server import XServer
from tests.tray.journeys.hand import PlayedTray

PORTAL, SETTINGS = "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
LOOKS, SCHEME = "org.freedesktop.appearance", "color-scheme"
DARK, LIGHT = 1, 2
KINDS = {"SmallWindow", "SettingsWindow", "HistoryWindow", "Panel"}


@pytest.mark.parametrize("desktop", ["GNOME", "XFCE"])
def test_open_windows_follow(tmp_path: Path, desktop: str) -> None:
    if reason := x_server.missing_programs() or message_bus.missing_programs():
        pytest.skip(reason)
    with XServer() as screen, MessageBus() as bus, ScriptedService(bus, PORTAL) as portal:
        portal.answers["ReadAll"] = lambda _spaces: ("a{sa{sv}}", ({LOOKS: {SCHEME: ("u", LIGHT)}},))
        environment = {**screen.environment, **bus.environment, "XDG_CURRENT_DESKTOP": desktop}
        with PlayedTray(environment, tmp_path) as tray:
            tray("open settings:look")
            tray("open history")
            tray("begin")

            def are_dark() -> set[bool]:
                shown = tray("colours")
                return {shown[kind] for kind in KINDS}

            wait_until(lambda: are_dark() == {False}, "light windows")
            for scheme, is_dark in ((DARK, True), (LIGHT, False)):
                told = ("ssv", (LOOKS, SCHEME, ("u", scheme)))
                portal.emit("/org/freedesktop/portal/desktop", SETTINGS, "SettingChanged", told)
                wait_until(lambda: are_dark() == {is_dark}, "the other colours")  # noqa: B023 - asked at once
            assert tray.warnings() == []
