"""Every setting has a name, a sentence and a page, in every language."""

import tomllib

import pytest

from assistant.devices.places import resources
from assistant.devices.settings_file.bounds import BOUNDS
from assistant.devices.settings_file.catalogue import Kind, catalogue, languages, pages, sentence
from assistant.devices.settings_file.keys import HINTS, KEYS, default_of, take_value
from assistant.devices.settings_file.writing import plain

FEWEST = 7
"""Letters of a sentence that tells something, in Chinese."""


@pytest.mark.parametrize("language", languages())
def test_every_setting_stands_on_one_page_with_its_own_name_and_sentence(language: str) -> None:
    keys = [field.key for page in pages(language) for field in page.fields]
    assert sorted(keys) == sorted(KEYS), "give it a page in resources/settings/pages.toml"
    for field in catalogue(language).values():
        what = f"{field.key} has no words in resources/settings/{language}.toml"
        assert field.title != field.key != field.sentence, what
        assert len(field.sentence) >= FEWEST, what
        assert field.sentence[-1] in ".。", what
        for option in field.options:
            assert option.label


def test_no_words_are_left_of_a_setting_that_is_gone() -> None:
    for language in languages():
        words = tomllib.loads((resources() / "settings" / f"{language}.toml").read_text(encoding="utf-8"))
        del words["pages"]
        known = {key.split(".")[0] for key in KEYS}
        assert set(words) <= known
        for section, inner in words.items():
            if section not in HINTS:
                assert {f"{section}.{name}" for name in inner} <= set(KEYS)


def test_bounds_are_those_of_settings_and_hold_the_default() -> None:
    for key, (low, high) in BOUNDS.items():
        default = default_of(key)
        assert isinstance(default, int | float)
        assert low <= default <= high


@pytest.mark.parametrize("key", KEYS)
def test_every_default_and_every_choice_can_be_taken(key: str) -> None:
    field = catalogue()[key]
    if field.default is not None:
        assert take_value(key, plain(field.default)) == field.default
    for option in field.options:
        taken = take_value(key, plain(option.value))
        assert taken == ((option.value,) if field.kind is Kind.LIST else option.value)
    assert field.kind is not Kind.CHOICE or field.options


def test_a_search_finds_by_name_sentence_key_and_choice() -> None:
    found = {field.key for field in catalogue().values() if field.matches("music")}
    assert found == {"hear.others"}
    assert catalogue("zh")["hear.sounds"].matches("提示")
    assert catalogue("zh_CN") == catalogue("zh")
    assert catalogue("xx")["hear.sounds"].sentence == sentence("hear.sounds")
