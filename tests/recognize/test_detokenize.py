"""Pieces become text: a truth table for each script."""

import pytest

from assistant.recognize.detokenize import join, text_of

W = "\u2581"


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        # Latin
        ((f"{W}Hello", f"{W}wor", "ld"), "Hello world"),
        ((f"{W}", "Hello", f"{W}", f"{W}there"), "Hello there"),
        ((f"{W}yes", f"{W},", f"{W}no", f"{W}."), "yes, no."),
        ((f"{W}wait", f"{W}...", f"{W}what", f"{W}?", "!"), "wait... what?!"),
        ((f"{W}it", f"{W}'", "s", f"{W}we", f"{W}'", "ll"), "it's we'll"),
        ((f"{W}the", f"{W}'", "quoted", "'"), "the 'quoted'"),
        ((f"{W}use", f"{W}.", "NET"), "use .NET"),
        ((f"{W}5", "0", f"{W}%"), "50%"),
        ((f"{W}3", ".", "5", f"{W}at", f"{W}1", "0", ":", "3", "0"), "3.5 at 10:30"),
        # Han
        (("你", "好", "，", "世", "界", "。"), "你好，世界。"),
        (("你", "好", f"{W}，", "世"), "你好，世"),
        # Chinese and Latin: as the pieces say
        (("用", f"{W}i", "Phone", "打"), "用 iPhone打"),
        (("用", "A", "I"), "用AI"),
        (("有", "3", "个"), "有3个"),
        # kana
        (("こ", "ん", "に", "ち", "は", "、", "カ", "メ", "ラ"), "こんにちは、カメラ"),
        # Hangul
        ((f"{W}안녕", "하세요", f"{W}세계", "."), "안녕하세요 세계."),
        # Hangul, Latin and digits
        ((f"{W}저는", f"{W}i", "Phone", "을", W, "2", "개", f"{W}샀어요", "."), "저는 iPhone을 2개 샀어요."),
        # stray spaces
        (("你", W, "好", "，", W, "世", "界"), "你好，世界"),
        (("カ", "メ", W, "ラ", "。", f"{W}そ", "れ"), "カメラ。それ"),
        (("是", "（", W, "A", W, "）", "吗"), "是（A）吗"),
        ((f"{W}it", "'", f"{W}s", f"{W}we", "'", f"{W}re"), "it's we're"),
        ((f"{W}costs", f"{W}$", W, "5", ",", "0", "0", "0"), "costs $5,000"),
        ((f"{W}(", f"{W}see", f"{W}below", ")", "."), "(see below)."),
        (("用", "3", ".", "5", "G", "H", "z", "的"), "用3.5GHz的"),
        (("在", W, "2", "0", "2", "4", "年"), "在 2024年"),
        # nothing
        ((), ""),
        ((W, W), ""),
    ],
)
def test_text_of(pieces: tuple[str, ...], text: str) -> None:
    assert text_of(pieces) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("Hello there.", "How are you?"), "Hello there. How are you?"),
        (("你好", "世界"), "你好世界"),
        (("你好。", "世界。"), "你好。世界。"),
        (("カメラ", "です"), "カメラです"),
        (("안녕하세요", "세계"), "안녕하세요 세계"),
        (("用", "Python"), "用Python"),
        (("", "one", "", "two", ""), "one two"),
        (("one", ", two"), "one, two"),
        ((), ""),
    ],
)
def test_join(parts: tuple[str, ...], text: str) -> None:
    assert join(parts) == text
