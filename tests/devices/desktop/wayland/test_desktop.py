"""A real compositor, headless: text arrives exactly once, and the clipboard is as it was."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from assistant.devices.desktop import find_desktop
from assistant.devices.desktop.wayland.desktop import WlrootsDesktop
from assistant.errors import DeliveryError, NoDesktopError
from assistant.values.action import Method, Result, Window
from assistant.values.settings import ActSettings
from tests.support.waiting import wait_until
from tests.support.wayland_server import WaylandField, WaylandServer, missing_programs

TEXTS = {
    "english": "The quick brown fox, at 5:30 pm; isn't it?",
    "chinese": "今天天气很好,我们去公园散步吧。\u3000你好世界!",
    "marks": "“double” ‘single’ é€ñß — \\ $HOME `x` 🎉👍🏽👩\u200d💻 日本語 한국어",
    "long": "长文本 long text. " * 140,
}
KINDS = ("foot", "qt", "gtk")


@pytest.fixture(scope="module")
def server() -> Iterator[WaylandServer]:
    if reason := missing_programs("wl-copy", "wl-paste"):
        pytest.skip(f"{reason} wl-clipboard")
    with WaylandServer() as server:
        yield server


@pytest.fixture
def desktop(server: WaylandServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[WlrootsDesktop]:
    server.apply(monkeypatch)
    desktop = WlrootsDesktop(ActSettings())
    yield desktop
    desktop.close()


def is_active(desktop: WlrootsDesktop, field: WaylandField) -> Window:
    """Give `field` the keyboard and return it as the desktop sees it."""
    field.focus()
    wait_until(lambda: (active := desktop.active_window()) and active.title == field.title, "the focus")
    window = desktop.active_window()
    assert window is not None
    return window


def copied(server: WaylandServer, *options: str) -> bytes:
    """Return what another program would paste."""
    command = ["wl-paste", "--no-newline", *options]
    environment = {**os.environ, **server.environment}
    return subprocess.run(command, env=environment, capture_output=True, timeout=20, check=False).stdout


def copy(server: WaylandServer, content: bytes, *options: str) -> None:
    """Let another program own the clipboard."""
    subprocess.run(
        ["wl-copy", *options],
        env={**os.environ, **server.environment},
        input=content,
        timeout=20,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_text_arrives_exactly_once_in_every_kind_of_window(
    server: WaylandServer, desktop: WlrootsDesktop, kind: str
) -> None:
    with WaylandField(kind, server) as field:
        window = is_active(desktop, field)
        assert window.is_terminal is field.is_terminal
        for text in TEXTS.values():
            field.mark()
            outcome = desktop.insert(text, window)
            assert field.received(text) == text
            assert (outcome.result, outcome.message) == (Result.DELIVERED, "")


def test_both_selections_come_back_byte_for_byte(server: WaylandServer, desktop: WlrootsDesktop) -> None:
    picture = bytes(range(256)) * 4096
    with WaylandField("qt", server) as field:
        window = is_active(desktop, field)
        copy(server, picture, "--type", "image/png")
        copy(server, "selected words 选".encode(), "--primary")
        for number in range(5):
            assert desktop.insert(f"{number} ", window).result is Result.DELIVERED
        wait_until(lambda: copied(server, "--type", "image/png") == picture, "the picture")
        wait_until(lambda: copied(server, "--primary") == "selected words 选".encode(), "the selection")
        assert field.received("0 1 2 3 4 ") == "0 1 2 3 4 "


def test_what_the_user_copies_meanwhile_stays(server: WaylandServer, desktop: WlrootsDesktop) -> None:
    with WaylandField("qt", server) as field:
        window = is_active(desktop, field)
        copy(server, b"old")
        assert desktop.insert("between", window).is_delivered
        copy(server, b"copied by the user")
        with pytest.raises(TimeoutError):
            wait_until(lambda: copied(server) != b"copied by the user", "-", 0.8)


def test_another_window_gets_nothing(server: WaylandServer, desktop: WlrootsDesktop) -> None:
    with WaylandField("qt", server) as meant, WaylandField("foot", server) as other:
        window = is_active(desktop, meant)
        is_active(desktop, other)
        copy(server, b"precious")
        outcome = desktop.insert("astray", window)
        assert outcome.result is Result.WRONG_WINDOW
        assert (meant.received("", 0.1), other.received("", 0.1)) == ("", "")
        assert copied(server) == b"precious"


def test_a_hung_window_is_told_truthfully_and_its_text_kept(
    server: WaylandServer, desktop: WlrootsDesktop
) -> None:
    with WaylandField("qt", server) as field:
        window = is_active(desktop, field)
        os.kill(field.pid, signal.SIGSTOP)
        outcome = desktop.insert("are you there", window)
        os.kill(field.pid, signal.SIGCONT)
        assert outcome.result is Result.ON_CLIPBOARD
        assert "may still" in outcome.message
        assert copied(server) == b"are you there"


def test_a_clipboard_history_is_no_receipt(
    server: WaylandServer, desktop: WlrootsDesktop, tmp_path: Path
) -> None:
    """It is known after the first text, for it also reads the old contents that come back."""
    seen = tmp_path / "seen"
    command = ["wl-paste", "--watch", "sh", "-c", f"cat >> {seen}; echo >> {seen}"]
    copy(server, b"old contents")
    with subprocess.Popen(command, env={**os.environ, **server.environment}) as watcher:
        try:
            with WaylandField("qt", server) as field:
                window = is_active(desktop, field)
                assert desktop.insert("first", window).result is Result.DELIVERED
                wait_until(lambda: desktop._clipboard.is_watched, "the history to be noticed")
                os.kill(field.pid, signal.SIGSTOP)
                outcome = desktop.insert("second", window)
                os.kill(field.pid, signal.SIGCONT)
                assert outcome.result is Result.ON_CLIPBOARD
                assert "second" in seen.read_text()
        finally:
            watcher.kill()


@pytest.mark.parametrize("method", [Method.CTRL_V, Method.SHIFT_INSERT, Method.KEYS])
def test_the_user_may_choose_the_chord(
    server: WaylandServer, desktop: WlrootsDesktop, method: Method
) -> None:
    with WaylandField("qt", server) as field:
        window = is_active(desktop, field)
        assert desktop.insert("by any chord 键", window, method).result is Result.DELIVERED
        assert field.received("by any chord 键") == "by any chord 键"


def test_it_is_found_before_x11(server: WaylandServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.apply(monkeypatch)
    found = find_desktop(ActSettings())
    assert isinstance(found, WlrootsDesktop)
    found.close()


def test_without_a_compositor_there_is_no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-none")
    with pytest.raises(NoDesktopError):
        WlrootsDesktop(ActSettings())
    assert find_desktop(ActSettings()) is None


def test_a_compositor_that_dies_is_a_delivery_error(monkeypatch: pytest.MonkeyPatch) -> None:
    if reason := missing_programs():
        pytest.skip(reason)
    with WaylandServer() as server, WaylandField("qt", server) as field:
        server.apply(monkeypatch)
        desktop = WlrootsDesktop(ActSettings())
        window = is_active(desktop, field)
        server.kill()
        errors: list[DeliveryError] = []

        def deliver() -> None:
            try:
                desktop.insert("lost", window)
            except DeliveryError as error:
                errors.append(error)

        thread = Thread(target=deliver)
        thread.start()
        thread.join(10)
        assert len(errors) == 1
        desktop.close()
