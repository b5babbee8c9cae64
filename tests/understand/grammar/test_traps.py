"""hassil's ten traps, each with what our wrapper does about it."""

from pathlib import Path

import pytest

from assistant.understand.checking.check import check
from assistant.understand.grammar.canonical import canonical
from assistant.understand.grammar.grammar import Grammar
from assistant.understand.grammar.match import Match
from assistant.understand.grammar.template import Known, TemplateError, lint, parse
from tests.support.commands import builtin_grammar, commands_of

HEAD = "pack = 'it'\n[lists.any]\nwords = 5\n[lists.n]\nrange = { from = 1, to = 200 }\n"


def _command(number: int, template: str) -> str:
    return f"[[command]]\nid = 'it.c{number}'\nen = ['{template}']\naction = {{ keys = 'f5' }}\n"


def _grammar(folder: Path, *templates: str) -> Grammar:
    text = HEAD + "".join(_command(number, template) for number, template in enumerate(templates))
    return Grammar("en", commands_of(folder, [text]))


def _best(language: str, text: str) -> Match:
    matches = builtin_grammar(language).matches(canonical(text))
    assert matches, text
    return matches[0]


@pytest.mark.parametrize("broken", ["open [the", "(a", "{any", "say {nothing}", "<unknown> rule", "a ] b"])
def test_1_a_broken_template_breaks_nothing_else(tmp_path: Path, broken: str) -> None:
    grammar = _grammar(tmp_path, broken, "wave the hand")
    assert [match.name for match in grammar.matches(canonical("wave the hand"))] == ["it.c1"]
    assert grammar.matches(canonical("something else")) == ()


def test_1_a_broken_template_is_told_at_once() -> None:
    with pytest.raises(TemplateError, match="a ] is missing"):
        parse("open [the")


def test_2_a_pack_without_languages_is_told_and_not_raised(tmp_path: Path) -> None:
    text = "pack = 'it'\n[[command]]\nid = 'it.it'\nen = ['wave']\nexamples = { en = ['wave'] }\n"
    assert [problem.message for problem in check(commands_of(tmp_path, [text]))] == [
        'command "it.it": it has no action, and no other pack has one'
    ]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "set volume to 50%", "volume.set"),
        ("en", "Set volume to 50 %.", "volume.set"),
        ("zh", "音量调到50%", "volume.set"),
        ("zh", "音量调到 50 %", "volume.set"),
        ("zh", "打开 Firefox", "app.open"),
        ("zh", "打开Firefox。", "app.open"),
        ("zh", "打开ＦＩＲＥＦＯＸ", "app.open"),
    ],
)
def test_3_per_cent_and_spaces_beside_chinese_match(language: str, text: str, name: str) -> None:
    assert _best(language, text).name == name


def test_4_a_number_is_a_whole_number_in_digits_and_in_words(tmp_path: Path) -> None:
    grammar = _grammar(tmp_path, "row {n}")
    for text in ("row 12", "row twelve", "row 12."):
        (match,) = grammar.matches(canonical(text))
        assert match.slots[0].value == 12
        assert type(match.slots[0].value) is int
    assert grammar.matches(canonical("row 2.5")) == ()


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "set a timer for an hour", [1, 3600]),
        ("en", "set a timer for a hundred minutes", [100, 60]),
        ("en", "set a timer for two and a half hours", [150, 60]),
        ("en", "set a timer for an hour and a half", [90, 60]),
        ("en", "set a timer for half an hour", [30, 60]),
        ("en", "set a timer for 1.5 hours", [90, 60]),
        ("zh", "定时半小时", [30, 60]),
        ("zh", "定时半个小时", [30, 60]),
        ("zh", "定时一个半小时", [90, 60]),
        ("zh", "定时两个半小时", [150, 60]),
        ("zh", "定时1.5小时", [90, 60]),
        ("zh", "定时三分半", [210, 1]),
        ("zh", "定时一百五十秒", [150, 1]),
        ("zh", "定时一百五秒", [150, 1]),
    ],
)
def test_5_amounts_that_people_say(language: str, text: str, values: list[int]) -> None:
    match = _best(language, text)
    assert match.name == "timer.set"
    assert [slot.value for slot in match.slots] == values


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Take a note buy milk, eggs, and Bread.", "buy milk, eggs, and Bread"),
        ("en", "take a note: it's 5 p.m.", "it's 5 p.m"),
        ("en", "Search for C++ & Rust?", "C++ & Rust?"),
        ("zh", "记一下买牛奶、鸡蛋和面包。", "买牛奶、鸡蛋和面包"),
        ("zh", "搜索 iPhone 15 Pro 价格", "iPhone 15 Pro 价格"),
    ],
)
def test_6_free_words_keep_case_and_punctuation(language: str, text: str, words: str) -> None:
    (slot,) = _best(language, text).slots
    assert (slot.value, slot.is_free) == (words, True)


def test_7_free_words_are_limited_and_come_last(tmp_path: Path) -> None:
    grammar = _grammar(tmp_path, "say {any}", "say hello world")
    assert grammar.matches(canonical("say hello world"))[0].name == "it.c1"
    assert grammar.matches(canonical("say one two three four five"))[0].name == "it.c0"
    assert grammar.matches(canonical("say one two three four five six")) == ()


@pytest.mark.parametrize("greedy", ["{any}", "{any} please", "[so] {any}", "say {any} {any:more}"])
def test_7_a_template_that_would_swallow_everything_is_refused(greedy: str) -> None:
    assert list(lint(parse(greedy), Known({"any"}, {"any"})))


def test_8_a_tie_between_two_commands_shows_both(tmp_path: Path) -> None:
    matches = _grammar(tmp_path, "wave [the] hand", "wave (the|a) hand").matches(canonical("wave the hand"))
    assert [match.name for match in matches] == ["it.c0", "it.c1"]
    assert matches[0].literal == matches[1].literal


@pytest.mark.parametrize(
    "template", ["copy (that|selection|)", "copy [that|selection]", "copy (that|(selection|))"]
)
def test_9_a_trailing_empty_alternative_is_an_option(tmp_path: Path, template: str) -> None:
    grammar = _grammar(tmp_path, template)
    for text in ("copy", "copy that", "copy selection"):
        assert grammar.matches(canonical(text)), text


@pytest.mark.parametrize("amount", ["5", "十", "二十", "一百二十"])
def test_10_free_words_behind_a_number_in_words_are_whole(amount: str) -> None:
    match = _best("zh", f"{amount}分钟后提醒我打电话给妈妈")
    assert next(slot.value for slot in match.slots if slot.name == "about") == "打电话给妈妈"
