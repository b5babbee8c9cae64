"""One X server and one window of each kind for all desktop tests; a fresh X11Desktop for each."""

from collections.abc import Iterator

import pytest

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.settings import ActSettings
from tests.support import message_bus
from tests.support.message_bus import MessageBus
from tests.support.targets.field import KINDS, TextField
from tests.support.x_client import Reader
from tests.support.x_server import XServer, missing_programs


@pytest.fixture(scope="package")
def server() -> Iterator[XServer]:
    """Return a running X server with a window manager."""
    reason = missing_programs("xterm", "mousepad")
    if reason is not None:
        pytest.skip(reason)
    with XServer() as server:
        yield server


@pytest.fixture(scope="package", params=KINDS)
def any_field(request: pytest.FixtureRequest, server: XServer) -> Iterator[TextField]:
    """Return a window of each kind in turn."""
    with TextField(request.param, server) as field:
        yield field


@pytest.fixture(scope="package")
def qt_field(server: XServer) -> Iterator[TextField]:
    """Return a Qt text field."""
    with TextField("qt", server) as field:
        yield field


@pytest.fixture
def desktop(server: XServer) -> Iterator[X11Desktop]:
    """Return the desktop under test."""
    desktop = X11Desktop(ActSettings(), server.name)
    yield desktop
    desktop.close()


@pytest.fixture
def reader(server: XServer) -> Iterator[Reader]:
    """Return a program that reads selections."""
    with Reader(server.name) as reader:
        yield reader


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[MessageBus]:
    """Return a message bus that is this process's own session and system bus."""
    if reason := message_bus.missing_programs():
        pytest.skip(reason)
    with MessageBus() as bus:
        bus.apply(monkeypatch)
        yield bus
