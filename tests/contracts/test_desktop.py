"""What every Desktop does, the real one and the fakes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest

from assistant.act.ports import Desktop
from assistant.devices.desktop.macos.desktop import MacDesktop
from assistant.devices.desktop.portal.desktop import PortalDesktop
from assistant.devices.desktop.printing import PrintingDesktop
from assistant.devices.desktop.wayland.desktop import WlrootsDesktop
from assistant.devices.desktop.windows.desktop import WindowsDesktop
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.errors import DeliveryError
from assistant.values.action import Result, Window
from assistant.values.settings import ActSettings
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.macos import ScriptedMac
from tests.fakes.windows import ScriptedWindows
from tests.support import message_bus, wayland_server
from tests.support.message_bus import MessageBus
from tests.support.remote_portal import ScriptedRemoteDesktop
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.wayland_server import WaylandField, WaylandServer
from tests.support.x_server import XServer, missing_programs

TEXTS = ("plain", "你好,世界", "two\nlines\tand a tab", "“quotes” 🎉")


@dataclass(frozen=True, slots=True)
class Subject:
    """A desktop, and what arrived on it since it was made, in one piece."""

    desktop: Desktop
    received: Callable[[str], str]
    """Is told what is expected, so that it can wait for it."""
    tells: bool = True
    """False where the system never tells whether a text was taken."""


def _recording() -> Iterator[Subject]:
    desktop = RecordingDesktop(Window(7, "Fake"))
    yield Subject(desktop, lambda _: "".join(desktop.texts))


def _printing() -> Iterator[Subject]:
    shown: list[str] = []
    yield Subject(PrintingDesktop(shown.append), lambda _: "".join(shown))


def _x11() -> Iterator[Subject]:
    reason = missing_programs()
    if reason is not None:
        pytest.skip(reason)
    with XServer() as server, TextField("qt", server) as field:
        field.focus()
        desktop = X11Desktop(ActSettings(), server.name)
        yield Subject(desktop, field.received)
        desktop.close()


def _wlroots() -> Iterator[Subject]:
    reason = wayland_server.missing_programs()
    if reason is not None:
        pytest.skip(reason)
    with (
        pytest.MonkeyPatch.context() as patch,
        WaylandServer() as server,
        WaylandField("qt", server) as field,
    ):
        server.apply(patch)
        field.focus()
        desktop = WlrootsDesktop(ActSettings())
        wait_until(lambda: desktop.active_window() is not None, "the focus")
        yield Subject(desktop, field.received)
        desktop.close()


def _windows() -> Iterator[Subject]:
    calls = ScriptedWindows()
    desktop = WindowsDesktop(ActSettings(), calls)
    yield Subject(desktop, lambda _: calls.text)
    desktop.close()


def _macos() -> Iterator[Subject]:
    calls = ScriptedMac()
    desktop = MacDesktop(ActSettings(), calls)
    yield Subject(desktop, lambda _: calls.text, tells=False)
    desktop.close()


def _portal() -> Iterator[Subject]:
    reason = message_bus.missing_programs()
    if reason is not None:
        pytest.skip(reason)
    with (
        pytest.MonkeyPatch.context() as patch,
        TemporaryDirectory() as folder,
        MessageBus() as bus,
        (portal := ScriptedRemoteDesktop(bus)).service,
    ):
        bus.apply(patch)
        desktop = PortalDesktop(ActSettings(), Path(folder) / "token")
        yield Subject(desktop, lambda text: _settled(portal, text))
        desktop.close()


def _settled(portal: ScriptedRemoteDesktop, text: str) -> str:
    """Return what arrived, once there is as much of it as there should be."""
    wait_until(lambda: len(portal.text) >= len(text), "the text")
    return portal.text


SUBJECTS = {
    "recording": _recording,
    "printing": _printing,
    "x11": _x11,
    "wlroots": _wlroots,
    "portal": _portal,
    "windows": _windows,
    "macos": _macos,
}


@pytest.fixture(params=list(SUBJECTS.values()), ids=list(SUBJECTS))
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    yield from request.param()


def test_texts_arrive_exactly_and_in_order(subject: Subject) -> None:
    window = subject.desktop.active_window()
    outcomes = [subject.desktop.insert(text, window) for text in TEXTS]
    assert subject.received("".join(TEXTS)) == "".join(TEXTS)
    for outcome in outcomes:
        assert outcome.result is (Result.DELIVERED if subject.tells else Result.UNCONFIRMED)
        assert outcome.is_delivered
        assert outcome.method
        assert outcome.window == window
        assert 0 <= outcome.seconds < 10


def test_texts_of_several_threads_arrive_whole(subject: Subject) -> None:
    texts = ["a" * 30, "b" * 30, "c" * 30]
    threads = [Thread(target=subject.desktop.insert, args=(text, None)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    received = subject.received("".join(texts))
    assert sorted(received[start : start + 30] for start in range(0, 90, 30)) == texts
    assert len(received) == 90


def test_no_text_is_nothing(subject: Subject) -> None:
    assert subject.desktop.insert("", subject.desktop.active_window()).result is Result.NOTHING


def test_it_has_a_name_for_people(subject: Subject) -> None:
    assert subject.desktop.name.strip()


def test_no_repr_shows_the_words(subject: Subject) -> None:
    outcome = subject.desktop.insert("confidential", None)
    assert "confidential" not in repr(outcome) + repr(subject.desktop)


def test_after_close_nothing_is_delivered(subject: Subject) -> None:
    subject.desktop.close()
    subject.desktop.close()
    with pytest.raises(DeliveryError):
        subject.desktop.insert("late", None)


def test_a_window_without_the_focus_gets_nothing(subject: Subject) -> None:
    focused = subject.desktop.active_window()
    if focused is None:
        return  # a desktop without windows has no wrong one
    outcome = subject.desktop.insert("astray", Window(focused.handle + 1, "Elsewhere"))
    assert outcome.result is Result.WRONG_WINDOW
    assert outcome.message
    assert subject.received("") == ""
