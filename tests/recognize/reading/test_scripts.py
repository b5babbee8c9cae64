"""Nothing is written in the script of a language that the user does not speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.recognize.detokenize import text_of
from assistant.recognize.reading.piece import Piece
from assistant.recognize.reading.scripts import SCRIPTS, native, script_of, scripts_of

W = "\u2581"
LETTERS = [
    f"{W}hello",
    f"{W}OK",
    "中",
    "文",
    "的",
    "の",
    "カ",
    f"{W}안녕",
    "하",
    "，",
    ".",
    "3",
    W,
    "ー",
    "é",
]


def pieces(*texts: str) -> list[Piece]:
    return [Piece(text, frame, frame, 0.9) for frame, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("char", "script"),
    [
        *(("a", "Latin"), ("é", "Latin"), ("Ａ", "Latin"), ("中", "Han"), ("々", "Han"), ("〇", "Han")),
        *(("の", "kana"), ("ｶ", "kana"), ("안", "Hangul"), ("ㅋ", "Hangul"), ("ж", "other"), ("ا", "other")),
        *(("3", ""), ("，", ""), (" ", ""), ("ー", ""), ("・", ""), (W, "")),
    ],
)
def test_script_of(char: str, script: str) -> None:
    assert script_of(char) == script


@pytest.mark.parametrize(
    ("languages", "said", "kept"),
    [
        (["en"], [f"{W}hello", "."], "hello."),
        (["en"], ["中", "文", "。"], ""),
        (["en"], [f"{W}안녕"], ""),
        (["zh"], ["中", "文"], "中文"),
        (["zh"], [f"{W}hello", f"{W}OK"], ""),
        # Chinese borrows a word now and then; a sentence of borrowed words is English
        (["zh"], ["用", f"{W}OK", "打", "字"], "用 OK打字"),
        (["zh"], ["用", f"{W}OK", f"{W}hello", "字", f"{W}OK"], ""),
        # a stray kana is dropped, a Japanese sentence is not cut into a Chinese one
        (["zh"], ["中", "文", "の", "字", "好"], "中文字好"),
        (["zh"], ["こ", "れ", "は", "中", "文"], ""),
        (["ja"], ["こ", "れ", "は", "中", "文", f"{W}OK"], "これは中文 OK"),
        (["ko", "en"], [f"{W}안녕", f"{W}hello"], "안녕 hello"),
        (["ko"], [f"{W}안녕", "中"], "안녕"),
        (["zh"], ["3", ".", "5"], "3.5"),
        (["zh", "yue", "en", "ja", "ko"], ["中", "の", f"{W}안녕", f"{W}hello"], "中の 안녕 hello"),
    ],
)
def test_native(languages: list[str], said: list[str], kept: str) -> None:
    assert text_of(piece.text for piece in native(pieces(*said), languages)) == kept


@given(
    st.lists(st.sampled_from(LETTERS), max_size=12),
    st.lists(st.sampled_from(sorted(SCRIPTS)), min_size=1, unique=True),
)
def test_what_is_left_is_written_as_the_languages_are(said: list[str], languages: list[str]) -> None:
    kept = native(pieces(*said), languages)
    own = set().union(*(SCRIPTS[language] for language in languages))
    left = scripts_of("".join(piece.text for piece in kept))
    assert left <= own | {"Latin"}
    if "en" not in languages and "Latin" in left:
        assert left & own  # borrowed words stand among words of one's own
    if not scripts_of("".join(said)) - own:
        assert len(kept) == len(said)  # what is all one's own stays as it is
