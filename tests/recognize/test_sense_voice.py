"""The recogniser: what it says depends on the samples of the utterance and on nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.work import CancelToken
from assistant.errors import CancelledError, ModelError, SettingsError
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import Samples, Segment, SpeechStarted, Trigger, Utterance, read_only
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript
from tests.fakes.acoustic_model import ScriptedAcousticModel

Item = SpeechStarted | Segment | Utterance


def speech(length: int, seed: int = 0) -> Samples:
    """Noise whose colour wanders, so that the scripted model says ever other tokens."""
    random = np.random.default_rng(seed)
    white = random.normal(scale=3000, size=length + 200)
    slow = np.convolve(white, np.ones(40) / 12, "same")
    mix = np.sin(np.arange(length + 200) / 3000) ** 2
    return read_only((mix * white + (1 - mix) * slow)[:length].astype(np.int16))


def recogniser(model: ScriptedAcousticModel, language: str = "auto", itn: bool = True) -> SenseVoice:
    ticks = count()
    settings = RecognizeSettings(language=language, itn=itn)
    return SenseVoice(model, settings, lambda: next(ticks) / 1024)


def feed(room: SenseVoice, items: Iterable[Item]) -> list[Transcript]:
    """Return the final transcripts."""
    every = [transcript for item in items for transcript in room.feed(item)]
    return [transcript for transcript in every if transcript.is_final]


def utterance(samples: Samples, start: int = 0, cuts: tuple[int, ...] = (), number: int = 1) -> Utterance:
    return Utterance(number, start, samples, Trigger.PUSH_TO_TALK, cuts)


def arriving(
    item: Utterance, blocks: Iterable[int], extra: Samples | None = None, pauses: Iterable[int] = ()
) -> list[Item]:
    """Announce an utterance as `hear` does: segments of `blocks` samples, cut at its cuts."""
    audio = item.samples if extra is None else np.concatenate((item.samples, extra))
    marks = {*(cut - item.start for cut in item.cuts), *(pause - item.start for pause in pauses)}
    edges = sorted({*np.cumsum([0, *blocks]).tolist(), *marks, len(audio)})
    edges = [edge for edge in edges if edge <= len(audio)]
    segments = [
        Segment(
            *(item.number, item.start + a, read_only(audio[a:b])),
            is_cut=item.start + b in item.cuts,
            pause=item.start + b if b in marks and item.start + b not in item.cuts else None,
        )
        for a, b in pairwise(edges)
    ]
    return [SpeechStarted(item.number, item.start, item.trigger), *segments, item]


def said(transcript: Transcript) -> tuple[object, ...]:
    """Everything but the time that it took."""
    return (
        (transcript.utterance, transcript.start, transcript.stop, transcript.text, transcript.words),
        (transcript.language, transcript.emotion, transcript.sounds, transcript.is_final),
    )


@given(
    st.lists(st.integers(1, 9000), max_size=12),
    st.integers(1, 40_000),
    st.lists(st.integers(1, 45_000), max_size=6, unique=True),
    st.integers(0, 5000),
    st.booleans(),
)
def test_how_audio_arrives_never_changes_what_was_said(
    blocks: list[int], length: int, marks: list[int], extra: int, is_silent: bool
) -> None:
    """Neither what is decoded early nor what is decoded on approval does, however the utterance ends."""
    marks = sorted(1000 + mark for mark in marks)
    within = [mark for mark in marks if mark < 1000 + length]
    whole = replace(
        utterance(speech(length), 1000, tuple(within[::2])),
        silent_from=within[-1] if within and is_silent else None,
    )
    [alone] = feed(recogniser(ScriptedAcousticModel()), [whole])
    audio = np.concatenate((whole.samples, speech(extra, seed=1)))
    announced = replace(
        whole, samples=audio, cuts=tuple(mark for mark in marks[::2] if mark < 1000 + length + extra)
    )
    items = [*arriving(announced, blocks, pauses=marks[1::2])[:-1], whole]
    [streamed] = feed(recogniser(ScriptedAcousticModel()), items)
    assert said(streamed) == said(alone)


def test_an_utterance_without_segments_is_read_as_a_whole() -> None:
    model = ScriptedAcousticModel([[3, 3, 0, 4, 5]])
    [transcript] = feed(recogniser(model), [utterance(speech(16_000))])
    assert transcript.text == "hello world"
    assert [word.text for word in transcript.words] == ["hello", "world"]
    assert (transcript.language.name, transcript.emotion.name) == ("en", "HAPPY")
    assert [tag.name for tag in transcript.sounds] == ["Speech", "BGM", "Event_UNK"]
    assert (transcript.start, transcript.stop, transcript.is_final) == (0, 16_000, True)
    assert (transcript.model, transcript.is_demo) == ("scripted", False)


def test_a_cut_piece_is_read_while_the_user_speaks_and_once_only() -> None:
    model = ScriptedAcousticModel()
    room = recogniser(model)
    items = arriving(utterance(speech(48_000), cuts=(32_000,)), [16_000, 16_000, 16_000])
    feed(room, items[:3])
    assert len(model.emitted) == 1
    assert feed(room, items[3:])
    assert len(model.emitted) == 2


def test_every_cut_piece_is_read_while_the_user_speaks() -> None:
    model = ScriptedAcousticModel()
    items = arriving(utterance(speech(48_000), cuts=(16_000, 32_000)), [8000] * 6)
    room = recogniser(model)
    feed(room, items[:-1])
    assert len(model.emitted) == 2
    feed(room, items[-1:])
    assert len(model.emitted) == 3


def test_a_remembered_piece_with_another_end_is_read_again() -> None:
    model = ScriptedAcousticModel()
    room = recogniser(model)
    whole = utterance(speech(48_000), cuts=(32_000,))
    items = arriving(whole, [16_000, 16_000, 16_000])
    [transcript] = feed(room, [*items[:-1], utterance(whole.samples[:30_000])])
    [alone] = feed(recogniser(ScriptedAcousticModel()), [utterance(whole.samples[:30_000])])
    assert said(transcript) == said(alone)


def test_what_was_announced_for_other_audio_is_not_used() -> None:
    """A journal entry from yesterday may bear the number of the utterance that is being spoken."""
    model = ScriptedAcousticModel()
    today = utterance(speech(32_000), cuts=(16_000,))
    yesterday = utterance(speech(32_000, seed=7), cuts=(16_000,))
    [transcript] = feed(recogniser(model), [*arriving(today, [16_000, 16_000])[:-1], yesterday])
    [alone] = feed(recogniser(ScriptedAcousticModel()), [yesterday])
    assert said(transcript) == said(alone)


def test_an_old_utterance_in_between_does_not_disturb_the_one_being_spoken() -> None:
    today = utterance(speech(32_000), cuts=(16_000,), number=5)
    yesterday = utterance(speech(32_000, seed=7), number=2)
    items = arriving(today, [16_000, 16_000])
    model = ScriptedAcousticModel()
    _, transcript = feed(recogniser(model), [*items[:2], yesterday, *items[2:]])
    [alone] = feed(recogniser(ScriptedAcousticModel()), [today])
    assert said(transcript) == said(alone)
    assert len(model.emitted) == 3


def test_segments_that_do_not_abut_are_not_used() -> None:
    whole = utterance(speech(32_000), cuts=(24_000,))
    items = arriving(whole, [8000, 8000, 8000, 8000])
    model = ScriptedAcousticModel()
    room = recogniser(model)
    feed(room, [*items[:2], *items[3:-1]])
    assert model.emitted == []  # a piece with a hole is not worth a run
    [transcript] = feed(room, items[-1:])
    [alone] = feed(recogniser(ScriptedAcousticModel()), [whole])
    assert said(transcript) == said(alone)


def test_a_pause_gives_a_partial_transcript_and_the_end_that_was_foreseen_costs_no_run() -> None:
    model = ScriptedAcousticModel()
    room = recogniser(model)
    whole = replace(utterance(speech(48_000)), silent_from=40_000)
    *items, last = arriving(whole, [8000] * 6, pauses=[40_000])
    [partial] = [transcript for item in items for transcript in room.feed(item)]
    assert (partial.is_final, partial.start, partial.stop) == (False, 0, 40_000)
    [final] = feed(room, [last])
    assert (final.text, final.words) == (partial.text, partial.words)
    assert (final.is_final, final.stop, len(model.emitted)) == (True, 48_000, 1)
    [alone] = feed(recogniser(ScriptedAcousticModel()), [whole])
    assert said(final) == said(alone)


def test_a_machine_that_is_too_slow_decodes_nothing_on_approval() -> None:
    ticks = count()
    model = ScriptedAcousticModel()
    room = SenseVoice(model, RecognizeSettings(), lambda: float(next(ticks)))
    whole = utterance(speech(64_000))
    items = arriving(whole, [], pauses=[16_000, 32_000, 48_000])
    assert len(feed(room, items)) == 1
    assert len(model.emitted) == 2  # the first pause, which tells how slow it is, and the end


@pytest.mark.parametrize("length", [0, 1, 159, 399, 400, 16_000])
def test_digital_silence_and_crumbs_of_audio_do_not_crash(length: int) -> None:
    [transcript] = feed(
        recogniser(ScriptedAcousticModel()), [utterance(read_only(np.zeros(length, np.int16)))]
    )
    assert transcript.stop == length


def test_no_audio_at_all_is_no_speech_and_asks_no_model() -> None:
    model = ScriptedAcousticModel()
    [transcript] = feed(recogniser(model), [utterance(speech(0))])
    assert (transcript.text, transcript.language.name, transcript.words) == ("", "nospeech", ())
    assert model.emitted == []


def test_tags_and_controls_among_the_text_are_not_typed() -> None:
    model = ScriptedAcousticModel([[13, 3, 1, 2, 22]])
    [transcript] = feed(recogniser(model), [utterance(speech(16_000))])
    assert transcript.text == "hello"


@pytest.mark.parametrize(("language", "tag"), [("auto", "en"), ("zh", "zh"), ("yue", "yue"), ("ko", "ko")])
def test_the_language_is_asked_for(language: str, tag: str) -> None:
    [transcript] = feed(recogniser(ScriptedAcousticModel(), language), [utterance(speech(16_000))])
    assert transcript.language.name == tag


def test_a_language_that_does_not_exist_is_refused_with_the_list() -> None:
    with pytest.raises(SettingsError, match="'zn' is unknown to scripted; it knows auto, en, ja, ko"):
        recogniser(ScriptedAcousticModel(), "zn")


def test_numbers_as_digits_are_asked_for() -> None:
    model = ScriptedAcousticModel()
    for itn in (True, False):
        feed(recogniser(model, itn=itn), [utterance(speech(16_000))])
    assert [query.text_norm for query in model.queries] == [14, 15]


def test_a_cancelled_piece_is_not_remembered_and_the_rest_works() -> None:
    model = ScriptedAcousticModel()
    room = recogniser(model)
    whole = utterance(speech(48_000), cuts=(16_000, 32_000))
    items = arriving(whole, [16_000, 16_000, 16_000])
    token = CancelToken()
    token.set()
    feed(room, items[:1])
    with pytest.raises(CancelledError):
        list(room.feed(items[1], token))
    [transcript] = feed(room, items[2:])
    [alone] = feed(recogniser(ScriptedAcousticModel()), [whole])
    assert said(transcript) == said(alone)


def test_an_error_of_the_model_is_handed_on_and_the_next_utterance_works() -> None:
    room = recogniser(ScriptedAcousticModel([ModelError("broken"), [3]]))
    with pytest.raises(ModelError, match="broken"):
        feed(room, [utterance(speech(16_000))])
    [transcript] = feed(room, [utterance(speech(16_000), number=2)])
    assert transcript.text == "hello"


def test_flush_forgets_what_was_begun() -> None:
    model = ScriptedAcousticModel()
    room = recogniser(model)
    items = arriving(utterance(speech(32_000), cuts=(16_000,)), [16_000, 16_000])
    feed(room, items[:2])
    assert list(room.flush()) == []
    feed(room, items[2:])
    assert len(model.emitted) == 3  # the first piece twice


def test_timings_count_features_after_the_end_of_speech_only() -> None:
    whole = utterance(speech(32_000), cuts=(16_000,))
    [alone] = feed(recogniser(ScriptedAcousticModel()), [whole])
    [streamed] = feed(recogniser(ScriptedAcousticModel()), arriving(whole, [16_000, 16_000]))
    assert alone.timings.audio == streamed.timings.audio == 2.0
    assert [1024 * one.timings.features for one in (alone, streamed)] == [2, 1]
    assert [1024 * one.timings.model for one in (alone, streamed)] == [2, 2]


def test_what_is_kept_of_an_utterance_shows_no_words() -> None:
    room = recogniser(ScriptedAcousticModel([[3], [3]]))
    items = arriving(utterance(speech(32_000), cuts=(16_000,)), [16_000, 16_000])
    feed(room, items[:2])
    known = room._reader._open
    assert known is not None
    assert known.line.windows == 1
    assert "hello" not in repr((known.line, known.guess))
    [transcript] = feed(room, items[2:])
    assert "hello" not in repr(transcript)
