"""How words sound: the table of Mandarin says what the library says that it was made of."""

import csv
import os
import random
from pathlib import Path

import pytest

from assistant.devices.places import resources
from assistant.values.pronunciation import merged, pinyin
from tests.support.scripts import packaging_script

SCRIPT = packaging_script("spell_mandarin")
STOP = "㐀"
"""No phrase holds it. Behind a text it keeps pypinyin from stumbling over a phrase that only begins there."""


def read_by_pypinyin(text: str) -> tuple[str, ...]:
    """Return how pypinyin reads `text`, each run of characters with a stop behind it."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.constants import RE_HANS

    read: list[str] = []
    run = ""
    for character in f"{text}\0":
        if RE_HANS.match(character):
            run += character
            continue
        read += lazy_pinyin(run + STOP, style=Style.NORMAL)[:-1]
        read.append(character)
        run = ""
    return tuple(read[:-1])


def test_the_table_is_what_the_script_writes() -> None:
    assert SCRIPT.PLACE.read_text(encoding="utf-8") == SCRIPT.spelled()


def test_every_character_and_every_phrase_is_read_as_pypinyin_reads_it() -> None:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    texts = [*map(chr, PINYIN_DICT), *PHRASES_DICT]
    assert len(texts) > 80_000
    assert [text for text in texts if pinyin(text) != read_by_pypinyin(text)] == []


@pytest.mark.parametrize("most", [2, 4, 10])
def test_phrases_that_follow_or_break_off_are_read_as_pypinyin_reads_them(most: int) -> None:
    from pypinyin.constants import PHRASES_DICT

    pick, phrases = random.Random(most), list(PHRASES_DICT)
    between = ["", "", "", "，", " a ", " ", "="]
    texts = [
        "".join(pick.choice(phrases)[: pick.randint(1, most)] + pick.choice(between) for _ in range(4))
        for _ in range(4_000)
    ]
    assert [text for text in texts if pinyin(text) != read_by_pypinyin(text)] == []


def test_all_commands_are_read_as_pypinyin_reads_them() -> None:
    packs = sorted((resources() / "commands").glob("zh/*.toml"))
    phrases = [line for pack in packs for line in pack.read_text(encoding="utf-8").splitlines()]
    assert len(phrases) > 500
    assert [phrase for phrase in phrases if pinyin(phrase) != read_by_pypinyin(phrase)] == []


def test_all_transcripts_are_read_as_pypinyin_reads_them() -> None:
    data = os.environ.get("ASSISTANT_TEST_DATA")
    if not data:
        pytest.skip("needs recordings and transcripts: set ASSISTANT_TEST_DATA")
    texts: set[str] = set()
    for file in Path(data).glob("speech/*.tsv"):
        with file.open(encoding="utf-8", newline="") as lines:
            texts |= {row["text"] for row in csv.DictReader(lines, delimiter="\t")}
    assert len(texts) > 1000
    assert [text for text in texts if pinyin(text) != read_by_pypinyin(text)] == []


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("", ()),
        ("银行", ("yin", "hang")),
        ("行李 ok，", ("xing", "li", " ", "o", "k", "，")),
        ("绿色", ("lv", "se")),
        ("一 丁 七 上八下", ("yi", " ", "ding", " ", "qi", " ", "shang", "ba", "xia")),
        ("放长线", ("fang", "chang", "xian")),  # the beginning of a phrase; pypinyin by itself says zhang
    ],
)
def test_words_sound_as_they_are_spoken(text: str, sound: tuple[str, ...]) -> None:
    assert pinyin(text) == sound


def test_what_many_do_not_tell_apart_is_merged() -> None:
    assert [merged(each) for each in ("zhong", "sheng", "nan", "lv", "ren")] == [
        "zon",
        "sen",
        "lan",
        "lv",
        "ren",
    ]
