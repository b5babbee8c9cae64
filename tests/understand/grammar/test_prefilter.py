"""Setting templates aside never loses a match."""

from itertools import islice

import pytest
from hassil.recognize import recognize_all
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.understand.checking.samples import samples
from assistant.understand.grammar.amounts import with_whole_amounts
from assistant.understand.grammar.canonical import canonical
from tests.support.commands import builtin_commands, builtin_grammar

EXAMPLES = {
    language: [
        *(text for one in builtin_commands().sayings(language) for text in one.phrasing.examples),
        *(text for text, _ in islice(samples(builtin_grammar(language)), 0, None, 40)),
    ]
    for language in ("en", "zh")
}


def _found(language: str, raw: str, *, is_narrowed: bool) -> set[str]:
    grammar = builtin_grammar(language)
    text = canonical(raw).text
    intents = grammar._prefilter.narrowed(text) if is_narrowed else grammar._compiled.intents
    return {str(one.intent_sentence and one.intent_sentence.text) for one in recognize_all(text, intents)}


@pytest.mark.parametrize("language", EXAMPLES)
def test_every_example_matches_the_same_templates(language: str) -> None:
    for raw in EXAMPLES[language][::4]:
        whole = _found(language, raw, is_narrowed=False)
        assert _found(language, raw, is_narrowed=True) == whole
        # An amount that no number grammar knows is looked up as a whole one, as the grammar itself does.
        assert whole or _found(language, with_whole_amounts(canonical(raw)).text, is_narrowed=True), raw


@pytest.mark.parametrize("language", EXAMPLES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_words_match_the_same_templates(language: str, data: st.DataObject) -> None:
    words = sorted({word for raw in EXAMPLES[language] for word in raw.split()})
    raw = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=6)))
    assert _found(language, raw, is_narrowed=True) == _found(language, raw, is_narrowed=False)


def test_most_templates_are_set_aside() -> None:
    grammar = builtin_grammar("en")
    everything = sum(len(block.sentences) for block in grammar._prefilter._blocks)
    (intent,) = grammar._prefilter.narrowed("next tab").intents.values()
    assert 0 < sum(len(block.sentences) for block in intent.data) < everything / 5
