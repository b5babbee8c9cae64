"""Rows of commands whose effect stands in a text field or on the clipboard."""

import re
from collections.abc import Callable
from datetime import datetime

from tests.journeys.commands.row import Row, Seen, once
from tests.journeys.commands.stage import Stage

SAYS = "says: {}"


def becomes(after: str, before: str = "") -> Callable[[Stage], Seen]:
    """Return what sees the text field go from `before` to `after`."""

    def prepare(stage: Stage) -> Seen:
        stage.show_text(before)
        return once(lambda: stage.field.text() == after, f"field: {before!r} -> {after!r}")

    return prepare


def matches(pattern: str) -> Callable[[Stage], Seen]:
    """Return what sees the text field become something of this form."""

    def prepare(stage: Stage) -> Seen:
        stage.show_text()
        return lambda: f"field: {stage.field.text()!r}" if re.fullmatch(pattern, stage.field.text()) else ""

    return prepare


def marks(words: str, before: str) -> Callable[[Stage], Seen]:
    """Return what sees `words` selected in the text field."""

    def prepare(stage: Stage) -> Seen:
        stage.show_text(before)
        return once(lambda: stage.selected() == words, f"selected: {words!r} of {before!r}")

    return prepare


def _copied(stage: Stage) -> Seen:
    stage.show_text("copy me")
    stage.screen.tap("Control_L", "a")
    return once(lambda: stage.selected("CLIPBOARD") == "copy me", "clipboard: 'copy me'")


def _cut(stage: Stage) -> Seen:
    stage.show_text("cut me")
    stage.screen.tap("Control_L", "a")

    def is_cut() -> bool:
        return not stage.field.text() and stage.selected("CLIPBOARD") == "cut me"

    return once(is_cut, "clipboard: 'cut me', field: ''")


def _pasted(stage: Stage) -> Seen:
    stage.show_text("twice")
    for keys in (("Control_L", "a"), ("Control_L", "c"), ("End",)):
        stage.screen.tap(*keys)
    return once(lambda: stage.field.text() == "twicetwice", "field: 'twice' -> 'twicetwice'")


def _undone(stage: Stage) -> Seen:
    stage.show_text("gone")
    return once(lambda: not stage.field.text(), "field: 'gone' -> ''")


def _redone(stage: Stage) -> Seen:
    stage.show_text("back")
    stage.screen.tap("Control_L", "z")
    return once(lambda: stage.field.text() == "back", "field: '' -> 'back'")


def _recalled(stage: Stage) -> Seen:
    stage.show_text()

    def look() -> str:
        printed = stage.alone("type the words listen to me", "read that back")
        return "shown: “listen to me”" if "“listen to me”" in printed else ""

    return look


def _nothing_else(stage: Stage) -> Seen:
    stage.show_text()

    def look() -> str:
        printed = stage.alone("type the words hello", "correct that")
        sentence = "There is no other reading of it."
        return SAYS.format(sentence) if sentence in printed else ""

    return look


ROWS = (
    Row("text.newline", "new line", "换行", becomes("one\n", "one")),
    Row("text.newparagraph", "new paragraph", "另起一段", becomes("one\n\n", "one")),
    Row("text.scratch", "scratch that", "删掉这句", becomes("", "wrong")),
    Row("text.delete_words", "delete the last two words", "删掉最后两个词", becomes("one ", "one two three")),
    Row(
        "text.delete_characters",
        "delete the last four characters",
        "删掉最后四个字",
        becomes("one", "one two"),
    ),
    Row("text.literal", "literal new line", "原样换行", matches("new line|换行")),
    Row("text.type", "type the words good morning", "原样输入早上好", matches("good morning|早上好")),
    Row("text.spell", "spell k u b e", "拼写 k u b e", becomes("kube")),
    Row("text.emoji", "thumbs up emoji", "点赞表情", becomes("👍")),
    Row("text.date", "insert today's date", "插入今天日期", matches(f"{datetime.now().year}-\\d\\d-\\d\\d")),  # noqa: DTZ005 - as on the wall
    Row("text.time", "insert the time", "插入现在的时间", matches(r"\d\d:\d\d")),
    Row("text.again", "paste that again", "再输入一次", becomes("onceonce", "once")),
    Row("text.readback", "read that back", "读一遍", _recalled, alone=True),
    Row("text.correct", "correct that", "更正", _nothing_else, alone=True),
    Row("case.capital", "capitalize that", "首字母大写", becomes("Good Morning", "good morning")),
    Row("case.upper", "uppercase that", "全部大写", becomes("GOOD", "good")),
    Row("case.lower", "lowercase that", "全部小写", becomes("good", "GOOD")),
    Row(
        "edit.replace",
        "replace Monday with Tuesday",
        "把Monday改成Tuesday",
        becomes("on Tuesday", "on Monday"),
    ),
    Row(
        "select.phrase",
        "select the words good morning",
        "选中文字good morning",
        marks("good morning", "a good morning to you"),
    ),
    Row("select.sentence", "select the last sentence", "选中上一句", marks("Two three", "One. Two three")),
    Row("select.word", "select the last word", "选中上一个词", marks("two", "one two")),
    Row("select.line", "select the line", "选中这一行", marks("one two", "one two")),
    Row("select.all", "select all", "全选", marks("all of it", "all of it")),
    Row("edit.copy", "copy that", "复制", _copied),
    Row("edit.cut", "cut that", "剪切", _cut),
    Row("edit.paste", "paste the clipboard", "粘贴", _pasted),
    Row("edit.undo", "undo that", "撤销", _undone),
    Row("edit.redo", "redo that", "重做", _redone),
    Row("assistant.undo", "undo the last command", "撤销上一个命令", becomes("", "a mistake")),
)
