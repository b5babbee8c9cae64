"""What stands before the caret, asked of a real program through the real accessibility bus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.desktop.accessible.text import AccessibleText
from assistant.devices.desktop.x11.caret.caret import X11Caret
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Window
from tests.support import message_bus
from tests.support.message_bus import MessageBus
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

FIELD = Path(__file__).parents[2] / "support" / "targets" / "qt_field.py"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[MessageBus]:
    if reason := message_bus.missing_programs():
        pytest.skip(reason)
    if not LAUNCHER.exists():
        pytest.skip("needs AT-SPI: apt install at-spi2-core")
    with MessageBus() as bus:
        bus.apply(monkeypatch)
        yield bus


@pytest.fixture
def window(bus: MessageBus, server: XServer, tmp_path: Path) -> Iterator[Window]:
    """Return a text field of a program that tells screen readers what is in it."""
    environment = {
        **os.environ,
        **server.environment,
        **bus.environment,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    process = subprocess.Popen(
        [sys.executable, str(FIELD), str(tmp_path / "text"), "telling field"], env=environment
    )
    try:
        number = server.wait_for_window("telling field")
        server.focus(number)
        yield Window(number, "telling field")
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def caret(desktop: X11Desktop) -> Iterator[X11Caret]:
    caret = X11Caret(desktop)
    yield caret
    caret.close()


def test_the_end_of_what_stands_before_the_caret(
    server: XServer, desktop: X11Desktop, caret: X11Caret, window: Window, tmp_path: Path
) -> None:
    text = "First line.\n" * 20 + "今天 and then"
    desktop.insert(text, window)
    wait_until(lambda: (tmp_path / "text").read_text(encoding="utf-8") == text, "the text")
    wait_until(lambda: caret.before(window) is not None, "the field on the accessibility bus")
    assert caret.before(window) == text[-80:]
    for _ in range(4):
        server.tap("Left")
    wait_until(lambda: caret.before(window) == text[-84:-4], "the caret moved")


def test_a_window_that_tells_nothing_is_unknown(caret: X11Caret, bus: MessageBus) -> None:
    assert caret.before(None) is None
    assert caret.before(Window(1, "nothing")) is None
    caret.close()
    assert caret.before(Window(1, "nothing")) is None


def test_without_a_bus_nothing_is_known_and_nobody_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    asked: list[int] = []
    text = AccessibleText()
    assert text.before(lambda: asked.append(1)) is None
    assert text.before(lambda: asked.append(1)) is None
    assert asked == []


def test_a_bus_that_dies_is_no_trouble(
    caret: X11Caret, bus: MessageBus, window: Window, tmp_path: Path
) -> None:
    wait_until(lambda: caret.before(window) == "", "the empty field on the accessibility bus")
    bus.kill()
    assert caret.before(window) in {"", None}
