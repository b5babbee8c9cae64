"""Sentences of engine and devices, in Chinese: every one that the code can say, and those within others."""

from string import Formatter
from time import perf_counter

import pytest

from assistant.devices.places import resources
from assistant.tray.looks.language import Strings
from assistant.tray.looks.phrasebook import LONGEST, Phrasebook
from assistant.tray.looks.said import ENGINE
from tests.house.tree import ROOT
from tests.support.scripts import packaging_script

TEMPLATES = packaging_script("sentences").sentences(ROOT / "assistant")
CHINESE = Strings(resources() / "strings" / "zh_CN.ts")
BOOK = CHINESE._phrasebook


def holes(template: str) -> set[str]:
    return {hole for _, hole, *_ in Formatter().parse(template) if hole is not None}


def known_again(template: str) -> bool:
    fillings = {hole: f"<{number}>" for number, hole in enumerate(sorted(holes(template)))}
    in_quotes = {hole for _, hole, _, conversion in Formatter().parse(template) if conversion == "r"}
    inside = {hole: repr(one) if hole in in_quotes else one for hole, one in fillings.items()}
    wanted = CHINESE._found[ENGINE, template][0].replace("!r}", "}").format(**inside)
    told = BOOK.translate(template.format(**fillings))
    return told == wanted or told == wanted.replace(
        ">", ">。", 1
    )  # a hole for a whole sentence ends with its mark


def test_whatever_the_code_says_is_known_again() -> None:
    """Filled in, it is taken for itself and for no other sentence, and nothing that was in it is lost."""
    chinese = {template: CHINESE._found.get((ENGINE, template), [""])[0] for template in TEMPLATES}
    assert not [one for one, told in chinese.items() if holes(one) != holes(told) or not told]
    assert not [template for template in TEMPLATES if not known_again(template)]


def test_there_is_something_to_say() -> None:
    assert len(TEMPLATES) > 500
    assert "There is no microphone. Plug one in, or switch it on in the sound settings." in TEMPLATES
    assert not [one for one in TEMPLATES if "SELECT" in one or "zero one two" in one]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("It rings in 5 minutes 3 seconds.", "将在 5 分钟 3 秒后响铃。"),
        ("The microphone is off.", "麦克风已关闭。"),
        ("30 minutes are over. It was due 2 hours ago.", "30 分钟到了。2 小时之前就该响了。"),
        (
            "The notes in a.txt can't be written (No space left on device).",
            "无法写入笔记 a.txt（磁盘空间不足）。",
        ),
        ("[Errno 13] Permission denied: '/root/x.txt'", "权限不足：'/root/x.txt'（错误 13）"),
        (
            "the connection to a.example breaks again and again; asking the next mirror",
            "与 a.example 的连接一再中断；改用下一个镜像",
        ),
        (
            "hotwords.txt:3: names no word after ~~~; the other lines are used.",
            "hotwords.txt:3: ~~~ 之后没有写词语；其余各行照常使用。",
        ),
        (
            'mine.toml:14: command "mine.tea" (en): the template is empty',
            "mine.toml:14: 命令“mine.tea”（en）：模板是空的",
        ),
        (
            "no answer of theirs. The language model answers again.\nThere is no such key.",
            "no answer of theirs. 语言模型又有应答了。\n没有这样的按键。",
        ),
    ],
)
def test_a_sentence_may_hold_others(english: str, chinese: str) -> None:
    assert BOOK.translate(english) == chinese


@pytest.mark.parametrize(
    "words", ["", "Could we meet on Thursday at ten?", "There is no such thing.", "你好"]
)
def test_what_nobody_here_said_stays_as_it_is(words: str) -> None:
    assert BOOK.translate(words) is None


def test_what_stands_twice_has_to_be_the_same() -> None:
    book = Phrasebook({"the way from {a} to {a}": "从 {a} 到 {a}"})
    assert book.translate("the way from x to x") == "从 x 到 x"
    assert book.translate("the way from x to y") is None


def test_braces_of_a_message_are_no_holes() -> None:
    said = "The command needs {app}, and nothing was said for it."
    assert BOOK.translate(said) == "这条命令需要 {app}，但没有说出来。"


def test_a_long_text_of_somebody_s_does_not_hold_up_the_windows() -> None:
    begun = perf_counter()
    assert BOOK.translate("A word. And another one: so it goes. " * 2000) is None
    assert BOOK.translate(("One thing. Another: more! " * 40)[:LONGEST]) is None
    assert perf_counter() - begun < 30
