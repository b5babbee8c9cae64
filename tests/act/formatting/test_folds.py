"""Each fold: what it changes, and what it leaves alone."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.act.formatting.about import About
from assistant.act.formatting.ending import end_text
from assistant.act.formatting.fillers import remove_fillers
from assistant.act.formatting.joining import join_caret
from assistant.act.formatting.numbers import chinese_value, chinese_words, write_numbers
from assistant.act.formatting.script import convert_script
from assistant.act.formatting.spacing import space_cjk
from assistant.act.formatting.spoken_marks import write_spoken_marks
from assistant.act.formatting.stutters import collapse_stutters
from assistant.values.settings import Ending, FormatSettings, Numbers, Script, SpokenMarks
from assistant.values.transcript import Tag, Word


def spoken(language: str, **style: object) -> About:
    return About(FormatSettings(**style), Tag(language, 0.9))  # type: ignore[arg-type]  # whatever a test sets


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("I I I think", "I think"),
        ("the, the, the dog", "the dog"),
        ("w- w- what is it", "what is it"),
        ("我我我想去", "我想去"),
        *(
            (same, same)
            for same in ("no no no", "that that is", "five five five", "哈哈哈", "very very very good")
        ),
    ],
)
def test_stutters(said: str, written: str) -> None:
    assert collapse_stutters(said, About()) == written
    assert collapse_stutters(said, spoken("en", stutters=False)) == said


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("en", "Um, I think so.", "I think so."),
        ("en", "I, um, think so.", "I think so."),
        ("en", "Well, uh, I think so.", "Well, I think so."),
        ("en", "That is it. Um, so what?", "That is it. So what?"),
        ("en", "I think, um.", "I think."),
        ("en", "Hmm.", "Hmm."),
        ("en", "the umbrella, mm-hmm", "the umbrella, mm-hmm"),
        ("de", "um zu sehen", "um zu sehen"),
        ("pt", "um dia", "um dia"),
        ("zh", "嗯，我觉得，呃，可以。", "我觉得，可以。"),
        ("zh", "那个那个我想，那个人来了", "那个我想，那个人来了"),
        ("zh", "那个，我想吃饭", "我想吃饭"),
        ("zh", "嗯", "嗯"),
        ("ja", "えっと、明日行きます", "明日行きます"),
        ("ja", "あの人に教えと言う", "あの人に教えと言う"),
        ("ko", "음, 좋아요", "좋아요"),
    ],
)
def test_fillers_go_in_their_own_language(language: str, said: str, written: str) -> None:
    assert remove_fillers(said, spoken(language)) == written
    assert remove_fillers(said, spoken(language, fillers=False)) == said


def test_no_filler_goes_without_evidence_for_the_language() -> None:
    assert remove_fillers("um dia", About(language=Tag("en", 0.4))) == "um dia"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("see you tomorrow comma", "see you tomorrow,"),
        ("Hello, comma, world.", "Hello, world."),
        ("How are you question mark", "How are you?"),
        ("How are you, question mark.", "How are you?"),
        ("It ends here. Full stop.", "It ends here."),
        ("Dear Anna, new line, how are you", "Dear Anna\nHow are you"),
        ("he said, open quote, hello, close quote.", "he said “hello”"),
        ("你好，逗号，世界", "你好，世界"),
        ("什么时候问号", "什么时候？"),
        ("第一行换行", "第一行\n"),
        *(
            (same, same)
            for same in (
                *("period", "that was a bad period", "the period of time", "put a question mark there"),
                *("the oxford comma", "a dash of salt", "画上句号", "画上一个句号", "这是一个逗号的问题"),
                *("dot com", "hello comma world"),
            )
        ),
    ],
)
def test_a_mark_that_stands_alone_is_written(said: str, written: str) -> None:
    assert write_spoken_marks(said, About()) == written
    assert write_spoken_marks(said, spoken("en", spoken_marks=SpokenMarks.NEVER)) == said


def test_marks_everywhere_take_the_place_of_the_models_own() -> None:
    always = spoken("en", spoken_marks=SpokenMarks.ALWAYS)
    assert write_spoken_marks("Hello, dear Bob comma how are you. question mark 3.5", always) == (
        "Hello dear Bob, how are you? 3.5"
    )


def test_a_mark_between_two_pauses_is_written_and_the_same_word_in_a_sentence_is_not() -> None:
    def heard(*gaps: float) -> tuple[Word, ...]:
        words, at = [], 0
        for text, gap in zip("a long period ended period then".split(), gaps, strict=True):
            at += round(gap * 16_000)
            words.append(Word(text, at, at + 4800, 0.9))
            at += 4800
        return tuple(words)

    about = About(words=heard(0, 0.05, 0.05, 0.05, 0.3, 0.3))
    assert write_spoken_marks("a long period ended period then", about) == "a long period ended. Then"
    fluent = About(words=heard(0, 0.05, 0.05, 0.05, 0.05, 0.3))
    assert write_spoken_marks("a long period ended period then", fluent) == "a long period ended period then"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("twenty three", "23"),
        ("one hundred and five dollars", "105 dollars"),
        ("two thousand twenty-four", "2024"),
        ("five five five", "555"),
        ("二十三个", "23个"),
        ("百分之二十", "20%"),
        ("二零二四年", "2024年"),
        ("一万零五", "10005"),
        *(
            (same, same)
            for same in (
                *(
                    "one of them",
                    "twenty twenty four",
                    "two or three",
                    "a hundred",
                    "三心二意",
                    "万一",
                    "一点累",
                ),
                *("三三两两", "一五一十", "千万不要", "十分好", "第二十三"),
            )
        ),
    ],
)
def test_numbers_as_digits(said: str, written: str) -> None:
    assert write_numbers(said, spoken("en", numbers=Numbers.DIGITS)) == written
    assert write_numbers(said, About()) == said


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("I have 3 apples and 42 pears", "I have three apples and forty-two pears"),
        ("2024年有15个", "二零二四年有十五个"),
        ("100200个", "十万零二百个"),
        *((same, same) for same in ("at 3:30", "version 2.5", "007", "3rd", "1,000", "20%", "2024")),
    ],
)
def test_numbers_as_words(said: str, written: str) -> None:
    assert write_numbers(said, spoken("en", numbers=Numbers.WORDS)) == written


@pytest.mark.parametrize(
    "value", [*range(120), 1000, 1001, 1010, 9999, 10_000, 10_001, 12_345, 20_300, 99_999_999]
)
def test_chinese_numbers_there_and_back(value: int) -> None:
    assert chinese_value(chinese_words(value)) == value


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("我用Python写代码", "我用 Python 写代码"),
        ("C++语言和A/B测试", "C++ 语言和 A/B 测试"),
        ("iPhone15Pro很好", "iPhone15Pro 很好"),
        ("我有3个苹果，占50%的人", "我有 3 个苹果，占 50% 的人"),
        *(
            (same, same)
            for same in ("在2024年3月5日", "日本語のPython", "plain text", "第3章", "你好，world！")
        ),
    ],
)
def test_chinese_and_latin_are_spaced(said: str, written: str) -> None:
    assert space_cjk(said, About()) == written
    assert space_cjk(said, replace(About(), is_plain=True)) == said


@pytest.mark.parametrize(
    ("before", "said", "written"),
    [
        ("Hello", "The dog", " the dog"),
        ("Hello.", "the dog", " The dog"),
        ("Hello. ", "i am", "I am"),
        ("", "the dog", "The dog"),
        ("one line\n", "the dog", "The dog"),
        ("and then", "I went", " I went"),
        ("I met ", "Anna", "Anna"),
        ("I met", "NASA people", " NASA people"),
        ("line\n", "iPhone", "iPhone"),
        ("I said (", "So", "so"),
        ("well", ", indeed", ", indeed"),
        ("我", "们", "们"),
        ("我用", "Python", " Python"),
        ("中文。", "The dog", "The dog"),
        ("안녕", "하세요", " 하세요"),
        (None, "the dog", "the dog"),
    ],
)
def test_text_joins_what_stands_before_the_caret(before: str | None, said: str, written: str) -> None:
    assert join_caret(said, About(before=before)) == written
    assert join_caret(said, About(FormatSettings(joining=False), before=before)) == said


def test_in_a_terminal_words_are_kept_apart_and_nothing_else() -> None:
    assert join_caret("the dog", About(before="ls.", is_plain=True)) == " the dog"
    assert join_caret("The dog", About(before="", is_plain=True)) == "The dog"


@pytest.mark.parametrize(
    ("ending", "said", "written"),
    [
        (Ending.KEEP, "Yes.", "Yes."),
        (Ending.DROP_SHORT, "On my way.", "On my way"),
        (Ending.DROP_SHORT, "好的。", "好的"),
        (
            Ending.DROP_SHORT,
            "This one has rather more than seven words.",
            "This one has rather more than seven words.",
        ),
        (Ending.DROP_SHORT, "Really?", "Really?"),
        (
            Ending.DROP,
            "This one has rather more than seven words.",
            "This one has rather more than seven words",
        ),
        (Ending.DROP, "and so on etc.", "and so on etc."),
        (Ending.DROP, "Wait...", "Wait..."),
    ],
)
def test_endings(ending: Ending, said: str, written: str) -> None:
    assert end_text(said, spoken("en", ending=ending)) == written


def test_a_terminal_gets_no_full_stop() -> None:
    assert end_text("git status.", About(is_plain=True)) == "git status"


@pytest.mark.parametrize(
    ("script", "said", "written"),
    [
        (Script.AS_HEARD, "头发", "头发"),
        (Script.TRADITIONAL, "头发和发财", "頭髮和發財"),
        (Script.TAIWAN, "鼠标", "滑鼠"),
        (Script.SIMPLIFIED, "頭髮", "头发"),
        (Script.TAIWAN, "plain", "plain"),
    ],
)
def test_scripts(script: Script, said: str, written: str) -> None:
    pytest.importorskip("opencc", reason="needs the extra `hant`")
    assert convert_script(said, spoken("zh", script=script)) == written


def test_no_fold_asks_for_anything_outside() -> None:
    folder = Path(__file__).parents[3] / "assistant" / "act" / "formatting"
    for module in folder.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        assert not re.search(
            r"^\s*(?:from|import) (?:datetime|time|os|pathlib|random)\b", text, re.MULTILINE
        ), module
