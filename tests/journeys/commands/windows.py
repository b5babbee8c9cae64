"""Rows of commands about windows, applications and the screen, seen by the window manager and on disk."""

from collections.abc import Callable
from pathlib import Path

from assistant.devices.desktop.x11.deeds.pager import MAXIMIZED
from tests.journeys.commands.row import Row, Seen, once
from tests.journeys.commands.stage import Stage
from tests.support.targets.field import TextField

YES = (("yes I am sure", "确认执行"),)
HIDDEN, FULL = "_NET_WM_STATE_HIDDEN", "_NET_WM_STATE_FULLSCREEN"
PNG = b"\x89PNG"


def turns(*states: str) -> Callable[[Stage], Seen]:
    """Return what sees the text field's window get these states."""

    def prepare(stage: Stage) -> Seen:
        _plain(stage)
        names = " ".join(state.removeprefix("_NET_WM_STATE_").lower() for state in states)
        return once(lambda: stage.manager().has(stage.field.window, *states), f"window: {names}")

    return prepare


def _plain(stage: Stage) -> None:
    """Let the text field's window be an ordinary one that has the keyboard."""
    stage.field.focus()
    if any(stage.manager().has(stage.field.window, state) for state in (FULL, *MAXIMIZED)):
        stage.say("restore the window")
        _wait(lambda: not any(stage.manager().has(stage.field.window, each) for each in (FULL, *MAXIMIZED)))


def _wait(is_so: Callable[[], bool]) -> None:
    from tests.support.waiting import wait_until

    wait_until(is_so, "the window")


def _restored(stage: Stage) -> Seen:
    _plain(stage)
    stage.say("maximize the window")
    _wait(lambda: stage.manager().has(stage.field.window, *MAXIMIZED))
    return once(
        lambda: not stage.manager().has(stage.field.window, MAXIMIZED[0]), "window: maximized -> normal"
    )


def _snapped(side: str) -> Callable[[Stage], Seen]:
    def prepare(stage: Stage) -> Seen:
        _plain(stage)

        def look() -> str:
            left, _, width, _ = stage.manager().box(stage.field.window)
            is_there = (left < 60) if side == "left" else (600 < left < 700)
            return f"window: at {left}, {width} wide of 1280" if is_there and 560 <= width <= 640 else ""

        return look

    return prepare


def _closed(stage: Stage) -> Seen:
    field = TextField("xterm", stage.screen)
    field.__enter__()
    field.focus()
    return once(lambda: field.window not in stage.screen.windows(), "window: asked first, then gone")


def _called_off(stage: Stage) -> Seen:
    """Cancel a question: a late yes closes nothing."""
    _plain(stage)
    stage.say("close the window")
    _wait(lambda: "window.close" in stage.told().splitlines()[-1])

    def look() -> str:
        lines = stage.told().count("window.close: window.close?")
        is_there = stage.field.window in stage.screen.windows()
        return "window: asked about, called off, still there" if lines and is_there else ""

    return look


def _next(stage: Stage) -> Seen:
    stage.show_keys()
    stage.field.focus()
    wanted = int(stage.keys.window.id)
    return once(lambda: stage.screen.active_window() == wanted, "window: the other one has the keyboard")


def _desktop(stage: Stage) -> Seen:
    _plain(stage)

    def look() -> str:
        if not stage.manager().is_desktop_shown():
            return ""
        stage.say("show the desktop")
        _wait(lambda: not stage.manager().is_desktop_shown())
        return "windows: all hidden, and back"

    return look


def _opened(stage: Stage) -> Seen:
    _plain(stage)
    return once(lambda: stage.screen.find_window("Firefox"), "window: Firefox opened by its desktop file")


def _switched(stage: Stage) -> Seen:
    window = stage.screen.wait_for_window("Firefox")
    _plain(stage)
    return once(lambda: stage.screen.active_window() == window, "window: Firefox has the keyboard")


def _application_closed(stage: Stage) -> Seen:
    stage.screen.focus(stage.screen.wait_for_window("Firefox"))
    return once(lambda: not stage.screen.find_window("Firefox"), "window: asked first, then gone")


def pictured(stage: Stage) -> Seen:
    """See a new picture."""
    _plain(stage)
    folder = stage.home / "Pictures"
    known = _pictures(folder)

    def look() -> str:
        fresh = _pictures(folder) - known
        return f"file: {len(next(iter(fresh)).read_bytes())} bytes of PNG" if fresh else ""

    return look


def _pictures(folder: Path) -> set[Path]:
    found = folder.glob("*.png") if folder.is_dir() else ()
    return {path for path in found if path.read_bytes()[:4] == PNG}


ROWS = (
    Row("window.maximize", "maximize the window", "最大化", turns(*MAXIMIZED)),
    Row("window.restore", "restore the window", "还原窗口", _restored),
    Row("window.fullscreen", "full screen", "全屏", turns(FULL)),
    Row("window.snap_left", "snap left", "窗口靠左", _snapped("left")),
    Row("window.snap_right", "snap right", "窗口靠右", _snapped("right")),
    Row("window.minimize", "minimize window", "最小化", turns(HIDDEN)),
    Row("window.next", "next window", "下一个窗口", _next),
    Row("window.desktop", "show the desktop", "显示桌面", _desktop),
    Row("window.close", "close window", "关闭窗口", _closed, YES),
    Row("assistant.confirm", "close this window", "关闭当前窗口", _closed, YES),
    Row("assistant.cancel", "never mind", "算了", _called_off, YES),
    Row("app.open", "open firefox", "打开火狐", _opened),
    Row("app.switch", "switch to firefox", "切换到火狐", _switched),
    Row("app.close", "close firefox", "关闭火狐", _application_closed, YES),
    Row("screen.shot", "take a screenshot", "截图", pictured),
    Row("screen.shot_window", "screenshot the window", "窗口截图", pictured),
)
