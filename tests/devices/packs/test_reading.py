from pathlib import Path

import pytest

from assistant.devices.packs.reading import read_pack
from assistant.understand.checking.check import check
from assistant.understand.command_set import CommandSet
from assistant.values.commands.definition import Filling, Recipe, Scope, Verb, Wake

GOOD = """\
pack = "browser"
version = 1

[lists.site]
values = [ { en = 'hacker news', zh = '黑客新闻', out = 'https://news.ycombinator.com' } ]

[rules.en]
the = '[the|this]'

[[wake]]
phrase = 'good morning jarvis'

[[command]]
id = "browser.open_site"
en = ['open {site}', 'go to <the> {site}']
zh = ['打开{site}']
ja = []
mode = ["command"]
when = { app = ["Firefox", "chrome"], not_app = ['code'] }
danger = 0
fuzzy = true
llm = true
action = { open_url = '{site}' }
undo = { keys = 'Ctrl+W' }
say = { en = 'Opening {site}', zh = '正在打开' }
examples = { en = ['open hacker news'], zh = ['打开黑客新闻'] }
"""


def _read(folder: Path, text: str, name: str = "browser.toml") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    file = read_pack(path)
    found = [str(problem) for problem in file.problems]
    if file.pack is not None:
        found += [str(problem) for problem in check(CommandSet([file.pack]))]
    return found


def test_the_pack_of_the_documentation_is_read_as_it_stands(tmp_path: Path) -> None:
    assert _read(tmp_path, GOOD) == []
    pack = read_pack(tmp_path / "browser.toml").pack
    assert pack is not None
    (command,) = pack.commands
    assert (command.name, command.place.line) == ("browser.open_site", 13)
    assert command.recipe == Recipe(Verb.OPEN_URL, ("{site}",))
    assert command.undo == Recipe(Verb.KEYS, ("ctrl+w",))
    assert command.scopes == (Scope.COMMAND,)
    assert command.when.apps == ("firefox", "chrome")
    assert [each.language for each in command.phrasings] == ["en", "zh"]
    assert pack.lists[0].filling is Filling.CHOICE
    assert pack.wakes == (Wake("good morning jarvis", "en"),)


CHANGES: dict[str, list[tuple[str, str | None]]] = {
    'pack = "browser"': [
        ("", "browser.toml:1: pack has to be a text in quotes"),
        ("pack = 3", "browser.toml:1: pack has to be a text in quotes"),
        ("pack = 'My Pack!'", "may hold a-z"),
        ("pack = 'browser'\nauthor = 'me'", "'author' is not known here"),
        ("pack = 'browser'\npack = 'again'", "this is not TOML"),
    ],
    "en = ['open {site}', 'go to <the> {site}']": [
        ("en = ['open {sites}']", "list {sites} is not defined – did you mean {site}?"),
        ("en = ['open <thee> {site}']", "rule <thee> is not defined – did you mean <the>?"),
        ("en = ['open [the {site}']", "a ] is missing"),
        ("en = 'open {site}'", None),
        ("en = [3]", "en has to be a list of texts"),
        ("en = ['']", "can't be read"),
        ("en = ['open a site']", "its action needs {site}, which not every template has"),
        ("en = ['open [{site}]']", "its action needs {site}, which not every template has"),
        ("en = ['visit {site}']", "the example 'open hacker news' does not match it"),
    ],
    'mode = ["command"]': [
        ("mode = ['comand']", "'comand' is no mode – did you mean 'command'?"),
        ("modes = ['command']", "'modes' is not known here – did you mean 'mode'?"),
    ],
    "danger = 0": [
        ("danger = 4", "danger has to be a whole number from 0 to 3"),
        ("danger = true", "danger has to be a whole number from 0 to 3"),
        ("danger = 'no'", "danger has to be a whole number from 0 to 3"),
    ],
    "action = { open_url = '{site}' }": [
        ("action = { open = '{site}' }", "action needs exactly one of keys, text"),
        ("action = { keys = 'ctrl+w', text = 'x' }", "action needs exactly one of keys, text"),
        ("action = { keys = 'ctrl+quux' }", "'ctrl+quux' is no chord"),
        ("action = { run = 'rm -rf ~' }", "run is a list, one text for each argument"),
        ("action = { run = ['rm', '-rf'] }", "danger has to be 2 or more"),
        ("action = { open_url = 'example.org/{site}' }", "open_url begins with https://"),
        ("action = { open_url = 'https://{site}/' }", "open_url begins with https://"),
        ("action = { builtin = 'reboot' }", "'reboot' is no built-in action"),
        ("action = 3", "action has to be a table"),
    ],
    "examples = { en = ['open hacker news'], zh = ['打开黑客新闻'] }": [
        ("", "it has no examples"),
        ("examples = { fr = ['ouvre'] }", "'fr' is not known here"),
    ],
    "values = [ { en = 'hacker news', zh = '黑客新闻', out = 'https://news.ycombinator.com' } ]": [
        ("values = []", "browser.toml:4: values has to be a list with something in it"),
        ("values = [ { out = 'x' } ]", "browser.toml:4: each of the values says how it is spoken"),
        ("range = { from = 5, to = 1 }", "browser.toml:4: range has to go upwards"),
        ("words = 1000", "browser.toml:4: words has to be a whole number from 1 to 100"),
        ("valeus = ['x']", "browser.toml:4: 'valeus' is not known here – did you mean 'values'?"),
    ],
    "phrase = 'good morning jarvis'": [
        ("phrase = 3", "phrase has to be a text"),
        ("prase = 'x y'", "'prase'"),
    ],
}


@pytest.mark.parametrize(
    ("line", "instead", "told"), [(line, *change) for line, changes in CHANGES.items() for change in changes]
)
def test_a_mistake_is_told_with_its_place_and_what_to_do(
    tmp_path: Path, line: str, instead: str, told: str | None
) -> None:
    assert line in GOOD
    found = _read(tmp_path, GOOD.replace(line, instead))
    if told is None:
        assert found == []
    else:
        assert any(told in problem for problem in found), found
        assert all(problem.startswith("browser.toml") for problem in found)


def test_a_line_is_the_line_of_the_command(tmp_path: Path) -> None:
    text = GOOD + "\n[[command]]\nid = 'browser.two'\nen = ['two']\naction = { keys = 'nope' }\n"
    (told,) = _read(tmp_path, text)
    line = text[: text.rindex("[[command]]")].count("\n") + 1
    assert told.startswith(f"browser.toml:{line}: command \"browser.two\": 'nope' is no chord; write it like")


def test_a_mistake_costs_its_own_command_only(tmp_path: Path) -> None:
    text = GOOD + "\n[[command]]\nid = 'browser.two'\nen = ['two']\naction = { keys = 'nope' }\n"
    (tmp_path / "it.toml").write_text(text, encoding="utf-8")
    pack = read_pack(tmp_path / "it.toml").pack
    assert pack is not None
    assert [command.name for command in pack.commands] == ["browser.open_site"]


def test_two_commands_of_one_id_are_told(tmp_path: Path) -> None:
    command = GOOD[GOOD.index("[[command]]") :]
    assert any("there are two of this id" in problem for problem in _read(tmp_path, GOOD + "\n" + command))
