"""Law 4: no two commands match one sentence; every example routes to its command."""

from pathlib import Path

import pytest

from assistant.understand.checking.check import check
from assistant.understand.checking.samples import numbers, samples
from assistant.understand.grammar.canonical import canonical
from assistant.values.commands.definition import Filling
from assistant.values.control import Job
from assistant.values.intent import Ask, Command, Confirm, Context, Nothing, Why
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_commands, builtin_grammar, builtin_router, commands_of

LANGUAGES = ("en", "zh")
FEWEST_WAYS = 3


@pytest.mark.slow  # spells out every template: 7 s
def test_no_two_commands_match_one_sentence_at_all() -> None:
    assert [str(problem) for problem in check(builtin_commands())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_commands_match_one_sentence(language: str) -> None:
    grammar = builtin_grammar(language)
    for definition in builtin_commands().definitions():
        phrasing = definition.phrasing(language)
        assert phrasing is not None, definition.name
        assert phrasing.examples, definition.name
        for example in phrasing.examples:
            matches = grammar.matches(canonical(example))
            assert matches[0].name == definition.name
            assert all(match.literal < matches[0].literal for match in matches[1:]), example


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_routes_to_its_command(language: str) -> None:
    for definition in builtin_commands().definitions():
        phrasing = definition.phrasing(language)
        for example in phrasing.examples if phrasing else ():
            intent = builtin_router().route(transcript(1, example), Context(Job.COMMAND))
            match intent:
                case Command(name):
                    assert name == definition.name
                case Confirm(command):
                    assert (command.name, definition.danger) == (definition.name, 2)
                case Ask():
                    assert definition.name in {"assistant.ask", "assistant.rewrite"}
                case Nothing(why):
                    expected = Why.SWITCHED_OFF if definition.danger == 3 else Why.NO_COMMAND
                    assert why is expected
                    assert definition.danger == 3 or definition.name == "assistant.confirm"
                case _:
                    pytest.fail(f"{example!r} became {intent}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_can_be_said_in_three_ways(language: str) -> None:
    ways: dict[str, int] = {}
    for _, definition in samples(builtin_grammar(language)):
        ways[definition.name] = ways.get(definition.name, 0) + 1
    few = {one.name for one in builtin_commands().definitions() if ways.get(one.name, 0) < FEWEST_WAYS}
    assert few == set()


@pytest.mark.parametrize(
    ("language", "template", "command"),
    [
        ("en", "tab {}", "tabs.goto"),
        ("en", "set volume to {} percent", "volume.set"),
        ("en", "set a timer for {} minutes", "timer.set"),
        ("en", "delete the last {} words", "text.delete_words"),
        ("en", "do that {} more times", "assistant.repeat_times"),
        ("zh", "第{}个标签", "tabs.goto"),
        ("zh", "音量调到百分之{}", "volume.set"),
        ("zh", "定一个{}分钟的计时器", "timer.set"),
        ("zh", "删掉最后{}个字", "text.delete_characters"),
        ("zh", "再来{}次", "assistant.repeat_times"),
    ],
)
def test_every_number_is_understood_in_digits_and_words(language: str, template: str, command: str) -> None:
    grammar = builtin_grammar(language)
    low, high = _range(language, command)
    for number, text in numbers(language, low, min(high, 120)):
        sentence = template.format(text)
        matches = grammar.matches(canonical(sentence))
        assert matches, sentence
        assert matches[0].name == command
        assert next(slot.value for slot in matches[0].slots if isinstance(slot.value, int)) == number, (
            sentence
        )


def _range(language: str, command: str) -> tuple[int, int]:
    builtin = builtin_commands()
    saying = next(one for one in builtin.sayings(language) if one.definition.name == command)
    for each in builtin.lists(saying.pack).values():
        names = {f"{{{each.name}}}", f"{{{each.name}:"}
        if each.filling is Filling.NUMBER and any(name in saying.phrasing.templates[0] for name in names):
            return each.low, each.high
    return 1, 8


def test_two_commands_for_one_sentence_are_found(tmp_path: Path) -> None:
    found = check(commands_of(tmp_path, [_pack("one", "wave [the] hand"), _pack("two", "wave (the|a) hand")]))
    assert any("'wave the hand' matches two.it as well" in str(problem) for problem in found)


def test_one_sentence_may_mean_different_things_in_different_applications(tmp_path: Path) -> None:
    here = _pack("one", "wave").replace("action", "when = { app = ['gimp'] }\naction")
    there = _pack("two", "wave").replace("action", "when = { app = ['krita'] }\naction")
    assert list(check(commands_of(tmp_path, [here, there]))) == []


def _pack(name: str, template: str) -> str:
    example = "wave" if template == "wave" else "wave the hand"
    return (
        f"pack = '{name}'\n[[command]]\nid = '{name}.it'\nen = ['{template}']\n"
        f"action = {{ keys = 'f5' }}\nexamples = {{ en = ['{example}'] }}\n"
    )
