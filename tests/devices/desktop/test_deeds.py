"""What commands do on a real desktop with a real window manager."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from assistant.devices.desktop.x11.deeds.applications import X11Applications
from assistant.devices.desktop.x11.deeds.keys import X11Keys
from assistant.devices.desktop.x11.deeds.pager import Pager
from assistant.devices.desktop.x11.deeds.picture import X11Camera
from assistant.devices.desktop.x11.deeds.windows import X11Windows
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin, OpenApp, PressKeys, Slot
from assistant.values.settings import ActSettings
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

Answer = TypeVar("Answer")


@pytest.fixture
def other(server: XServer) -> Iterator[TextField]:
    """Return a window that a test may close."""
    with TextField("xterm", server) as field:
        yield field


def ask(desktop: X11Desktop, question: Callable[[Pager], Answer]) -> Answer:
    """Return what the window manager says."""
    with desktop.acting() as session:
        return question(Pager(session))


def do(desktop: X11Desktop, name: str, *slots: Slot) -> Outcome:
    """Do a built-in deed."""
    return X11Windows(desktop).execute(Builtin(name, slots), None)


def test_chords_reach_the_window_and_no_modifier_stays_down(
    desktop: X11Desktop, qt_field: TextField, server: XServer
) -> None:
    qt_field.focus()
    desktop.insert("one two", desktop.active_window())
    qt_field.received("one two")
    before = qt_field.text()  # other tests have written into it
    keys = X11Keys(desktop)
    keys.execute(PressKeys(("ctrl+a", "ctrl+c", "end", "space", "ctrl+v")), desktop.active_window())
    wait_until(lambda: qt_field.text() == f"{before} {before}", "the copy")
    keys.execute(PressKeys(("backspace",), 3), None)
    wait_until(lambda: qt_field.text() == f"{before} {before}"[:-3], "three letters gone")
    assert server.held() == set()


def test_keys_for_a_window_that_lost_the_focus_are_not_pressed(
    desktop: X11Desktop, qt_field: TextField, other: TextField
) -> None:
    qt_field.focus()
    target = desktop.active_window()
    other.focus()
    other.mark()
    outcome = X11Keys(desktop).execute(PressKeys(("a",)), target)
    assert outcome.result is Result.WRONG_WINDOW
    assert other.text().endswith("a") is False


def test_a_key_that_the_keyboard_lacks_is_named_and_nothing_is_pressed(
    desktop: X11Desktop, qt_field: TextField
) -> None:
    qt_field.focus()
    before = qt_field.text()
    outcome = X11Keys(desktop).execute(PressKeys(("a", "no_such_key")), None)
    assert outcome.result is Result.FAILED
    assert "no_such_key" in outcome.message
    assert qt_field.text() == before


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("window.maximize", ("_NET_WM_STATE_MAXIMIZED_VERT", "_NET_WM_STATE_MAXIMIZED_HORZ")),
        ("window.fullscreen", ("_NET_WM_STATE_FULLSCREEN",)),
    ],
)
def test_a_window_is_made_large_and_small_again(
    name: str, states: tuple[str, ...], desktop: X11Desktop, other: TextField
) -> None:
    other.focus()
    assert do(desktop, name).result is Result.DONE
    assert ask(desktop, lambda pager: pager.has(other.window, *states))
    assert do(desktop, "window.restore").result is Result.DONE
    assert not ask(desktop, lambda pager: pager.has(other.window, *states))


def test_a_window_takes_half_of_the_screen(desktop: X11Desktop, other: TextField) -> None:
    other.focus()
    for side, low, high in (("left", 0, 400), ("right", 600, 1280)):
        assert do(desktop, "window.snap", Slot("side", side)).result is Result.DONE
        left, _, width, _ = ask(desktop, lambda pager: pager.box(other.window))
        assert low <= left <= high
        assert 560 <= width <= 640


def test_windows_are_switched_minimized_and_closed(
    desktop: X11Desktop, qt_field: TextField, other: TextField, server: XServer
) -> None:
    qt_field.focus()
    other.focus()
    assert do(desktop, "window.next").result is Result.DONE
    assert server.active_window() == qt_field.window
    other.focus()
    assert do(desktop, "window.minimize").result is Result.DONE
    assert ask(desktop, lambda pager: pager.has(other.window, "_NET_WM_STATE_HIDDEN"))
    other.focus()
    assert do(desktop, "window.close").result is Result.DONE
    assert other.window not in server.windows()


def test_the_desktop_is_shown_and_hidden(desktop: X11Desktop, qt_field: TextField) -> None:
    qt_field.focus()
    for is_shown in (True, False):
        assert do(desktop, "window.desktop").result is Result.DONE
        assert ask(desktop, Pager.is_desktop_shown) is is_shown


def test_workspaces_are_changed(desktop: X11Desktop) -> None:
    first, count = ask(desktop, Pager.desktop)
    assert (first, count > 1) == (0, True)
    for name, slots, there in (
        ("workspace.next", (), 1),
        ("workspace.previous", (), 0),
        ("workspace.previous", (), 0),
        ("workspace.go", (Slot("n", 2),), 1),
        ("workspace.go", (Slot("n", 1),), 0),
    ):
        assert do(desktop, name, *slots).result is Result.DONE
        assert ask(desktop, Pager.desktop) == (there, count)


def test_without_a_window_there_is_nothing_to_close() -> None:
    with XServer() as empty:
        desktop = X11Desktop(ActSettings(), empty.name)
        assert do(desktop, "window.close").result is Result.FAILED
        desktop.close()


def test_an_application_that_runs_comes_to_the_front_and_another_is_started(
    desktop: X11Desktop, qt_field: TextField, server: XServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "applications"
    folder.mkdir()
    entry = "[Desktop Entry]\nType=Application\nName=My Terminal\nExec=xterm -class Mine %U\n"
    entry += "StartupWMClass=Mine\n"
    (folder / "mine.desktop").write_text(entry)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))
    server.apply(monkeypatch)
    opener = X11Applications(desktop)
    assert opener.execute(OpenApp("mine"), None).result is Result.DONE
    window = server.wait_for_window("Mine")
    qt_field.focus()
    again = opener.execute(OpenApp("mine"), None)
    assert again.result is Result.DONE
    assert server.active_window() == window
    assert again.window is not None
    assert do(desktop, "window.close").result is Result.DONE
    gone = opener.execute(OpenApp("nothing"), Window(0))
    assert gone.result is Result.FAILED


def test_a_picture_of_the_screen_and_of_a_window(
    desktop: X11Desktop, other: TextField, tmp_path: Path
) -> None:
    other.focus()
    camera = X11Camera(desktop, tmp_path / "pictures")
    sizes = []
    for slots in ((), (Slot("what", "window"),)):
        outcome = camera.execute(Builtin("screen.shot", slots), None)
        assert outcome.result is Result.DONE
        (file,) = (tmp_path / "pictures").iterdir()
        head = file.read_bytes()[:24]
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        sizes.append(tuple(int.from_bytes(head[at : at + 4]) for at in (16, 20)))
        file.unlink()
    assert sizes[0] == (1280, 800)
    assert sizes[1] < sizes[0]
