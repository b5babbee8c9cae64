"""Rows of commands that press keys, seen by the window that was to get them."""

from collections.abc import Callable

from tests.journeys.commands.row import Row, Seen, once
from tests.journeys.commands.stage import Stage


def presses(*chords: str) -> Callable[[Stage], Seen]:
    """Return what sees exactly these chords arrive."""

    def prepare(stage: Stage) -> Seen:
        stage.show_keys()
        return once(lambda: stage.keys.chords == list(chords), f"keys: {' '.join(chords)}")

    return prepare


def _repeated(count: int) -> Callable[[Stage], Seen]:
    def prepare(stage: Stage) -> Seen:
        stage.show_keys()
        stage.say("scroll down")
        wanted = ["page_down"] * (1 + count)
        return once(lambda: stage.keys.chords == wanted, f"keys: page_down, and {count} times more")

    return prepare


def _found(stage: Stage) -> Seen:
    """Ctrl+F arrives; what is typed then goes to whatever has the keyboard: here it pastes."""
    stage.show_keys()
    return once(
        lambda: stage.keys.chords == ["ctrl+f", "shift+insert"], "keys: ctrl+f, then the words pasted"
    )


ROWS = (
    Row("edit.save", "save that", "保存", presses("ctrl+s")),
    Row("format.bold", "bold that", "加粗", presses("ctrl+b")),
    Row("format.italic", "italicize that", "斜体", presses("ctrl+i")),
    Row("format.underline", "underline that", "下划线", presses("ctrl+u")),
    Row("select.paragraph", "select the paragraph", "选中这一段", presses("ctrl+shift+up")),
    Row("move.line_start", "go to the start of the line", "到行首", presses("home")),
    Row("move.line_end", "go to the end of the line", "到行尾", presses("end")),
    Row("move.top", "go to top", "到开头", presses("ctrl+home")),
    Row("move.bottom", "go to the bottom", "到结尾", presses("ctrl+end")),
    Row("text.enter", "press enter", "回车", presses("enter")),
    Row("keys.press", "press escape", "按一下空格键", lambda stage: _any(stage, "escape", "space")),
    Row("tabs.next", "next tab", "下一个标签", presses("ctrl+page_down")),
    Row("tabs.previous", "previous tab", "上一个标签", presses("ctrl+page_up")),
    Row("tabs.new", "new tab", "新建标签", presses("ctrl+t")),
    Row("tabs.close", "close tab", "关闭标签", presses("ctrl+w")),
    Row("tabs.goto", "go to tab three", "第三个标签", presses("alt+3")),
    Row("tabs.reopen", "reopen tab", "恢复标签", presses("ctrl+shift+t")),
    Row("page.back", "go back", "后退", presses("alt+left")),
    Row("page.forward", "go forward", "前进", presses("alt+right")),
    Row("page.reload", "reload the page", "刷新", presses("f5")),
    Row("page.scroll_down", "scroll down", "向下滚动", presses("page_down")),
    Row("page.scroll_up", "scroll up", "向上滚动", presses("page_up")),
    Row("page.zoom_in", "zoom in", "放大", presses("ctrl+plus")),
    Row("page.zoom_out", "zoom out", "缩小", presses("ctrl+minus")),
    Row("page.zoom_reset", "reset zoom", "恢复缩放", presses("ctrl+0")),
    Row("page.find", "find chapter two", "查找第二章", _found),
    Row("page.address", "address bar", "地址栏", presses("ctrl+l")),
    Row("assistant.repeat", "repeat that", "再来一次", _repeated(1)),
    Row("assistant.repeat_times", "repeat that three times", "再来三次", _repeated(3)),
)


def _any(stage: Stage, *chords: str) -> Seen:
    stage.show_keys()
    wanted = [[chord] for chord in chords]
    return lambda: f"keys: {stage.keys.chords[0]}" if stage.keys.chords in wanted else ""
