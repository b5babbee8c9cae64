"""Which window has the keyboard."""

import pytest

from assistant.devices.desktop import find_desktop, find_hotkeys
from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.devices.desktop.x11.windows import WindowFinder
from assistant.errors import NoDesktopError
from assistant.values.settings import ActSettings
from tests.fakes.desktop import RecordingDesktop
from tests.support.targets.field import TextField
from tests.support.x_client import PlainWindow
from tests.support.x_server import XServer


def test_the_active_window_has_an_app_and_a_title(desktop: X11Desktop, any_field: TextField) -> None:
    any_field.focus()
    window = desktop.active_window()
    assert window is not None
    assert window.handle == any_field.window
    assert window.title.endswith(tuple("0123456789"))
    assert window.title.split()[0] in {"xterm", "qt", "gtk"}
    assert window.is_terminal == any_field.is_terminal
    assert window.app


def test_without_a_window_manager_the_focus_tells() -> None:
    with XServer(window_manager=False) as bare, PlainWindow(bare.name) as plain:
        bare.wait_for_window("Plain")
        bare.focus(plain.window.id)
        connection = Connection(bare.name)
        finder = WindowFinder(connection)
        window = finder.active()
        assert window is not None
        assert window.handle == plain.window.id
        assert window.app == "Plain"
        assert window.title == "Plain window"
        assert finder.has_keyboard(window)
        connection.close()


def test_a_window_that_went_away_is_no_window(server: XServer) -> None:
    with TextField("qt", server) as field:
        field.focus()
        connection = Connection(server.name)
        finder = WindowFinder(connection)
        window = finder.active()
        assert window is not None
    assert not finder.has_keyboard(window)
    connection.close()


def test_no_server_is_a_helpful_error() -> None:
    with pytest.raises(NoDesktopError, match="DISPLAY"):
        Connection(":987")
    with pytest.raises(NoDesktopError, match="DISPLAY is not set"):
        Connection("")


def test_the_desktop_is_found_by_display(server: XServer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_desktop(ActSettings()) is None
    monkeypatch.setenv("DISPLAY", ":987")
    assert find_desktop(ActSettings()) is None
    server.apply(monkeypatch)
    desktop = find_desktop(ActSettings())
    assert isinstance(desktop, X11Desktop)
    assert isinstance(find_hotkeys(ActSettings(), desktop), X11Hotkeys)
    assert find_hotkeys(ActSettings(), RecordingDesktop()) is None
    desktop.close()
