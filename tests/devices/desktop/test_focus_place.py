"""Where the focused window is: for what is to be shown beside it."""

import pytest

from assistant.devices.desktop import find_focus_place
from tests.support import x_server
from tests.support.targets.field import TextField
from tests.support.x_server import XServer


def test_where_the_focused_window_is_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    if reason := x_server.missing_programs():
        pytest.skip(reason)
    with XServer() as server, TextField("qt", server) as field:
        server.apply(monkeypatch)
        find = find_focus_place()
        assert find is not None
        field.focus()
        place = find()
        shape = server._connection.create_resource_object("window", field.window).get_geometry()
        corner = server._connection.screen().root.translate_coords(field.window, 0, 0)
        assert place == (corner.x, corner.y, shape.width, shape.height)
        server.kill()
        assert find() is None


@pytest.mark.parametrize(
    ("environment", "is_found"),
    [({"DISPLAY": ":0"}, True), ({}, False), ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False)],
)
def test_where_nobody_can_tell_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_found: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (find_focus_place() is not None) is is_found
