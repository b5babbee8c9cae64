import pytest

from assistant.recognize.phrases.spelling import Speller, words_of

PIECES = (
    "<unk>",
    "\u2581",
    "\u2581Open",
    "\u2581op",
    "en",
    "o",
    "p",
    "e",
    "n",
    "\u5f00",
    "\u2581\u5f00",
    "\u653e",
    "<|en|>",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("open Firefox", ("open", "firefox")),
        ("what's new?", ("what's", "new")),
        ("\u6253\u5f00firefox\u5427", ("\u6253", "\u5f00", "firefox", "\u5427")),
        ("well-known", ("well", "known")),
        (" ", ()),
    ],
)
def test_words_are_parted_as_they_are_spoken(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def texts(word: str) -> set[tuple[str, ...]]:
    """Return every spelling of a word as pieces."""
    spelling = Speller(PIECES).spell(word)
    found: set[tuple[str, ...]] = set()
    if spelling is None:
        return found
    open_ends: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while open_ends:
        place, pieces = open_ends.pop()
        if place == spelling.length:
            found.add(pieces)
        open_ends += [(s.end, (*pieces, PIECES[s.token])) for s in spelling.steps if s.begin == place]
    return found


def test_a_word_has_its_short_spellings_whatever_the_case_of_the_pieces() -> None:
    assert texts("open") == {("\u2581Open",), ("\u2581op", "en")}


def test_a_character_is_a_word_with_or_without_a_space_before_it() -> None:
    assert texts("\u5f00") == {("\u5f00",), ("\u2581\u5f00",)}


def test_what_the_vocabulary_cannot_write_has_no_spelling() -> None:
    assert Speller(PIECES).spell("xen") is None
    assert Speller(PIECES).spell("\u95ed") is None
