"""All folds together: the order, profiles, and that nothing is harmed."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.act.formatting.about import About
from assistant.act.formatting.ending import end_text
from assistant.act.formatting.fillers import remove_fillers
from assistant.act.formatting.formatter import FOLDS, Formatter, fold_all
from assistant.act.formatting.spacing import space_cjk
from assistant.act.formatting.stutters import collapse_stutters
from assistant.act.profiles import languages_in, profile_of, style_in
from assistant.values.action import Window
from assistant.values.glossary import Glossary, Wording
from assistant.values.settings import Ending, FormatSettings, Profile, SpokenMarks
from assistant.values.transcript import Tag
from tests.act.formatting.differences import differences
from tests.fakes.recognizer import transcript

TEXTS = st.text(
    st.sampled_from(" .,?!，。、aIbumhe嗯那个我的中文3·-'“\n") | st.characters(codec="utf-8"), max_size=40
)
LANGUAGES = st.sampled_from(["en", "zh", "ja", "ko", "yue", "auto"])


@given(TEXTS, LANGUAGES)
def test_every_fold_takes_any_text(text: str, language: str) -> None:
    about = About(language=Tag(language, 1.0), before="before")
    fold_all(text, about)


@pytest.mark.parametrize("fold", [collapse_stutters, space_cjk, end_text])
@given(text=TEXTS, language=LANGUAGES)
def test_a_second_time_changes_nothing(fold: object, text: str, language: str) -> None:
    about = About(FormatSettings(ending=Ending.DROP), Tag(language, 1.0))
    assert callable(fold)
    once = fold(text, about)
    if fold is end_text and once.rstrip().endswith((".", "。")):
        return  # `..` ends in an ellipsis that was never a full stop
    assert fold(once, about) == once


@given(TEXTS, LANGUAGES)
def test_fillers_never_leave_nothing_of_what_was_said(text: str, language: str) -> None:
    kept = remove_fillers(text, About(language=Tag(language, 1.0)))
    assert any(map(str.isalnum, kept)) == any(map(str.isalnum, text))


def test_emotion_and_sounds_stay_out_of_the_text() -> None:
    heard = transcript(1, "good morning")
    assert Formatter().format(heard.text, heard, None, None) == "good morning"


def test_the_whole_way() -> None:
    glossary = Glossary(
        replacements=(Wording("派森", "Python"),), snippets=(Wording("signature", "Yours\nAnna"),)
    )
    formatter = Formatter(glossary=lambda: glossary)
    heard = transcript(1, "嗯，我用派森写代码。")
    assert (
        formatter.format(heard.text, heard, None, "好。") == "嗯，我用 Python 写代码。"
    )  # not known to be Chinese
    assert formatter.format("Signature.", heard, None, "The end.") == " Yours\nAnna"


PROFILES = (
    Profile("xterm|*term*", spoken_marks=SpokenMarks.NEVER),
    Profile("Slack", ending=Ending.DROP_SHORT),
)


def test_the_first_profile_that_matches_counts_and_changes_only_what_it_says() -> None:
    assert profile_of(Window(1, "gnome-terminal"), PROFILES) is PROFILES[0]
    assert profile_of(Window(1, "slack"), PROFILES) is PROFILES[1]
    assert profile_of(Window(1, ""), PROFILES) is None
    assert profile_of(None, PROFILES) is None
    style = style_in(FormatSettings(stutters=False), PROFILES[1])
    assert style == FormatSettings(stutters=False, ending=Ending.DROP_SHORT)


def test_a_profile_is_used_in_its_window_only() -> None:
    formatter = Formatter(profiles=PROFILES)
    heard = transcript(1, "On my way.")
    assert formatter.format(heard.text, heard, Window(1, "Slack"), None) == "On my way"
    assert formatter.format(heard.text, heard, Window(1, "gedit"), None) == "On my way."


def test_a_terminal_gets_plain_words() -> None:
    heard = transcript(1, "List files.")
    assert Formatter().format(heard.text, heard, Window(1, "xterm", is_terminal=True), "") == "List files"


def test_nothing_that_was_really_said_is_harmed() -> None:
    """Every text of the recordings: only hesitation goes, nothing else changes."""
    data = os.environ.get("ASSISTANT_TEST_DATA")
    if data is None:
        pytest.skip("needs ASSISTANT_TEST_DATA")
    changed = {fold for fold, _, _ in differences(Path(data))}
    assert changed <= {remove_fillers.__name__}


def test_folds_are_in_their_order() -> None:
    names = [fold.__name__ for fold in FOLDS]
    assert names.index("apply_rules") < names.index("write_spoken_marks") < names.index("space_cjk")
    assert names.index("space_cjk") < names.index("join_caret") < names.index("convert_script")
    assert names[-2:] == ["end_text", "expand_snippets"]


def test_a_profile_says_which_languages_are_spoken() -> None:
    profiles = (Profile("wechat", languages=("zh", "yue")), *PROFILES)
    assert languages_in(profiles, Window(1, "WeChat")) == ("zh", "yue")
    assert languages_in(profiles, Window(1, "slack")) == ()
    assert languages_in(profiles, None) == ()
