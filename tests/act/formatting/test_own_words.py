"""The user's own rules, replacements and snippets, as they change a text."""

import re

import pytest

from assistant.act.formatting.about import About
from assistant.act.formatting.own.replacements import apply_replacements
from assistant.act.formatting.own.rules import apply_rules
from assistant.act.formatting.own.snippets import expand_snippets
from assistant.values.glossary import Glossary, Rule, Wording

OWN = Glossary(
    (Rule(re.compile(r"(\d+) by (\d+)"), r"\1×\2"),),
    (
        Wording("jason", "JSON"),
        Wording("jason file", "JSON file"),
        Wording("派森", "Python"),
        Wording("c++", "C++"),
    ),
    (
        Wording("my address", "1 Long Road\n{city}"),
        Wording("我的邮箱", "me@example.org"),
        Wording("today", "{date}"),
    ),
)


def test_the_users_own_rules_run_in_order() -> None:
    assert apply_rules("3 by 4 and 5 by 6", About(glossary=OWN)) == "3×4 and 5×6"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("open the Jason  file", "open the JSON file"),
        ("Jason, jasons", "JSON, jasons"),
        ("我用派森写", "我用Python写"),
        ("c++ code", "C++ code"),
    ],
)
def test_replacements_are_whole_words_the_longest_first(said: str, written: str) -> None:
    assert apply_replacements(said, About(glossary=OWN)) == written


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("My address.", "1 Long Road\n{city}"),
        (" today", " 21 November"),
        ("我的邮箱。", "me@example.org"),
        ("my address is long", "my address is long"),
        ("", ""),
    ],
)
def test_a_snippet_said_alone_is_written_as_it_stands(said: str, written: str) -> None:
    about = About(glossary=OWN, variable={"date": "21 November"}.get)
    assert expand_snippets(said, about) == written
