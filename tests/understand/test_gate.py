"""Nothing said, nothing typed: what is judged is evidence, never the words."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.gate import NANO, SENSE_VOICE, Gate, clues, is_made_up, letters
from assistant.values.intent import Why
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Evidence, Tag, Transcript, Word
from tests.understand import gate_figures

GATE = Gate(RecognizeSettings(demo_confidence=0.6))


def heard(text: str, evidence: Evidence, score: float, speech: float) -> Transcript:
    """Return a transcript of one second; `speech` is the probability of the tag of that name."""
    words = (Word(text, 0, 960, score),) if text else ()
    tags = (Tag("Speech", speech), Tag("BGM", 1 - speech))
    language = Tag("en", 0.9)
    made = Transcript(1, 0, 16_000, text, language, Tag("NEUTRAL", 0.8), tags, words)
    return replace(made, evidence=evidence)


SILENCE = Evidence(level=-96, contrast=0, voiced=0.0, emitted=1.2, frames=17)
HISS = Evidence(level=-62, contrast=2, voiced=0.0, emitted=1.2, frames=17)
FAN = Evidence(level=-30, contrast=3, voiced=3.0, emitted=2.0, frames=50)
WHISPER = Evidence(level=-52, contrast=16, voiced=0.12, emitted=1.1, frames=17)
ONE_WORD = Evidence(level=-24, contrast=30, voiced=0.35, emitted=1.2, frames=17)
SENTENCE = Evidence(level=-20, contrast=40, voiced=2.6, emitted=14, frames=50)


@pytest.mark.parametrize("text", ["그.", "あ。", "I.", "Yeah.", "The.", "嗯"])
@pytest.mark.parametrize("evidence", [SILENCE, HISS, FAN], ids=["silence", "hiss", "fan"])
def test_a_word_made_up_for_nothing_is_kept_back(text: str, evidence: Evidence) -> None:
    """SenseVoice's tags look normal on silence; it is not sure of the word, and there is no voice."""
    assert GATE.objection(heard(text, evidence, 0.5, 0.9)) is Why.NO_SPEECH


@pytest.mark.parametrize(
    ("text", "evidence", "score"),
    [
        *(("ok", WHISPER, 0.9), ("好", WHISPER, 0.9), ("ok", ONE_WORD, 0.7), ("好", ONE_WORD, 0.7)),
        *(("네", ONE_WORD, 0.8), ("はい", ONE_WORD, 0.8), ("Send it to them tomorrow.", SENTENCE, 0.8)),
        ("今天天气很好我们出去走走", SENTENCE, 0.8),
    ],
)
def test_whispers_and_single_words_are_typed(text: str, evidence: Evidence, score: float) -> None:
    assert GATE.objection(heard(text, evidence, score, 0.95)) is None


def test_one_word_in_a_noisy_room_is_typed() -> None:
    """The detectors take the fan for voice as long as the key is down."""
    assert GATE.objection(heard("ok", replace(FAN, contrast=10), 0.9, 0.9)) is None


def test_speech_over_music_is_typed() -> None:
    assert GATE.objection(heard("Send it to them tomorrow.", SENTENCE, 0.8, 0.1)) is None


def test_the_same_words_are_typed_or_not_by_what_there_was_to_hear() -> None:
    assert GATE.objection(heard("Yeah.", ONE_WORD, 0.8, 0.95)) is None
    assert GATE.objection(heard("Yeah.", FAN, 0.5, 0.5)) is Why.NO_SPEECH


@pytest.mark.parametrize(
    ("text", "withheld", "language", "why"),
    [
        ("", "", "nospeech", Why.NO_SPEECH),
        ("", "", "en", Why.NO_WORDS),
        ("", "これは", "en", Why.FOREIGN),
        ("Fine words.", "これは", "en", None),
    ],
)
def test_text_or_none(text: str, withheld: str, language: str, why: Why | None) -> None:
    said = replace(heard(text, SENTENCE, 0.9, 0.95), withheld=withheld, language=Tag(language, 0.9))
    assert GATE.objection(said) is why


def test_text_that_was_never_audio_and_random_weights_are_not_judged() -> None:
    assert not is_made_up(heard("typed by hand", Evidence(), 0.0, 0.0))
    noise = heard("the", FAN, 0.1, 0.1)
    assert is_made_up(noise)
    assert not is_made_up(replace(noise, is_random=True))


def test_a_demonstration_model_is_held_to_its_own_points_and_to_being_sure() -> None:
    for said, why in (
        (heard("send it to them tomorrow", SENTENCE, 0.5, 0.99), Why.UNSURE),
        (heard("left", FAN, 0.5, 0.05), Why.NO_SPEECH),
        (heard("left", ONE_WORD, 0.9, 0.99), None),
    ):
        assert GATE.objection(replace(said, is_demo=True)) is why


def test_without_a_detector_all_of_it_may_be_voice() -> None:
    nobody = replace(ONE_WORD, voiced=None)
    assert clues(heard("ok", nobody, 0.9, 0.9)).voiced == math.log(1.0)


@pytest.mark.parametrize(("text", "count"), [("", 0), ("OK.", 2), ("好，", 3), ("はい", 6), ("네 3", 4)])
def test_letters(text: str, count: int) -> None:
    assert letters(text) == count


@given(
    st.floats(-96, 0),
    st.floats(0, 96),
    st.one_of(st.none(), st.floats(0, 600)),
    st.floats(0, 10_000),
    st.text(max_size=20),
)
def test_every_evidence_has_points(
    level: float, contrast: float, voiced: float | None, emitted: float, text: str
) -> None:
    evidence = Evidence(level, contrast, voiced, emitted, 10)
    found = clues(heard(text or "x", evidence, 0.5, 0.5))
    for weights in (NANO, SENSE_VOICE):
        assert math.isfinite(found.points(weights))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_recordings(data: Path) -> None:
    """A fifth of all recordings, neither chosen nor fitted on; `gate_figures` judges all of them.

    One odd sound at three gains is 2 % of so few, a speaker of digits that nano mishears 1 %: hence the room.
    """
    some = [case for case in gate_figures.cases(data, every=5) if case.is_held_out]
    for kind, least in (("sounds", 0.97), ("sounds in pieces", 0.97)):
        typed = [
            not (case.transcript.text == "" or is_made_up(case.transcript))
            for case in some
            if case.kind == kind
        ]
        assert len(typed) > 50
        assert sum(typed) <= (1 - least) * len(typed)
    for kind in ("speech", "quiet speech"):
        lost = [is_made_up(case.transcript) for case in some if case.kind == kind and case.transcript.text]
        assert len(lost) > 100
        assert sum(lost) <= 0.02 * len(lost)
