"""My languages only: what the model is asked, and what it may answer."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.errors import SettingsError
from assistant.recognize.ports import Query
from assistant.recognize.reading.languages import LanguageChooser
from assistant.recognize.tags import NO_SPEECH, Tags
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Tag
from tests.fakes.acoustic_model import description

ID = description().languages


def chooser(*languages: str, language: str = "auto") -> LanguageChooser:
    return LanguageChooser(description(), RecognizeSettings(languages=languages, language=language))


def tagged(**languages: float) -> Tags:
    ranked = sorted(languages.items(), key=lambda item: -item[1])
    return Tags(tuple(Tag(name, value) for name, value in ranked), (), (), ())


@pytest.mark.parametrize(
    ("languages", "language", "asked"),
    [
        ((), "auto", "auto"),
        ((), "zh", "zh"),
        (("zh",), "auto", "zh"),  # nothing to find out
        (("zh", "en"), "auto", "auto"),
        (("zh", "en"), "en", "en"),
    ],
)
def test_what_is_asked_first(languages: tuple[str, ...], language: str, asked: str) -> None:
    assert chooser(*languages, language=language).query == Query(ID[asked], 14)


@pytest.mark.parametrize(
    ("languages", "answer", "again"),
    [
        ((), {"ja": 0.9, "zh": 0.1}, None),
        (("zh", "en"), {"zh": 0.9, "ja": 0.1}, None),
        (("zh", "en"), {"ja": 0.6, "zh": 0.3, "en": 0.1}, "zh"),  # the free choice is not one of mine
        (("zh", "en"), {"zh": 0.5, "en": 0.4, "ja": 0.1}, "zh"),  # it is, but the model is unsure
        (("zh", "en"), {"en": 0.35, "zh": 0.05, "ja": 0.3, "ko": 0.3}, None),  # sure among mine
        (("zh", "en"), {"nospeech": 0.9, "ja": 0.1}, None),
        (("zh",), {"ja": 0.9, "zh": 0.1}, None),  # was forced at once
        (("zh", "en"), {"ja": 1.0}, "zh"),
    ],
)
def test_when_it_is_asked_again(
    languages: tuple[str, ...], answer: dict[str, float], again: str | None
) -> None:
    second = chooser(*languages).second_query(tagged(**answer))
    assert second == (None if again is None else Query(ID[again], 14))


def test_what_else_is_wanted_of_the_model_is_wanted_again() -> None:
    asking = chooser("zh", "en")
    asking.query = replace(asking.query, columns=np.array([1, 2], np.int32))
    second = asking.second_query(tagged(ja=1.0))
    assert second is not None
    assert second.columns is asking.query.columns


def test_probabilities_are_of_the_ticked_languages_only() -> None:
    said = chooser("zh", "en").restrict(tagged(ja=0.6, zh=0.3, en=0.05, nospeech=0.05))
    assert [tag.name for tag in said.languages] == ["zh", "en", "nospeech"]
    assert [tag.probability for tag in said.languages] == pytest.approx([0.75, 0.125, 0.125])


def test_a_model_that_knows_none_of_them_says_each_as_likely() -> None:
    assert [tag.probability for tag in chooser("zh", "en").restrict(tagged(de=1.0)).languages] == [0.5, 0.5]


def test_no_speech_stays_no_speech() -> None:
    assert chooser("zh", "en").restrict(NO_SPEECH).language.name == "nospeech"


@pytest.mark.parametrize(("languages", "language"), [(("zh", "de"), "auto"), (("auto",), "en"), ((), "zn")])
def test_a_language_that_the_model_does_not_know_is_refused(
    languages: tuple[str, ...], language: str
) -> None:
    with pytest.raises(SettingsError, match=r"is unknown to scripted; it knows"):
        chooser(*languages, language=language)
