import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.grammar.canonical import canonical, without_courtesy


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Next tab.", "next tab"),
        ("  DON’T   stop!! ", "don't stop"),
        ("打开 Firefox 浏览器。", "打开firefox浏览器"),
        ("音量 50%", "音量百分之50"),
        ("volume 50 %", "volume 50 percent"),
        ("Ｆｕｌｌ ｗｉｄｔｈ", "full width"),
        ("1,000 and 1.5", "1000 and 1.5"),
        ("well-known", "well known"),
        ("…", ""),
        ("", ""),
    ],
)
def test_the_form_that_is_compared(raw: str, text: str) -> None:
    assert canonical(raw).text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("please close the tab", "close the tab"),
        ("could you please close the tab, thank you", "close the tab"),
        ("please", "please"),
        ("请帮我打开终端谢谢", "打开终端"),
        ("pleased to meet you", "pleased to meet you"),
    ],
)
def test_courtesy_means_nothing(raw: str, text: str) -> None:
    assert without_courtesy(canonical(raw)).text == text


@given(st.text(max_size=60))
def test_every_character_knows_where_it_came_from(raw: str) -> None:
    found = canonical(raw)
    assert len(found.origin) == len(found.text)
    assert list(found.origin) == sorted(found.origin)
    assert all(0 <= at < len(raw) for at in found.origin)


@given(st.text(max_size=60))
def test_the_form_of_the_form_is_the_form(raw: str) -> None:
    once = canonical(raw).text
    assert canonical(once).text == once
