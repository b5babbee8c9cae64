"""The recogniser: what it says depends on the samples of the utterance and on nothing else."""

from collections.abc import Iterable
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
    return SenseVoice(model, settings, lambda: float(next(ticks)))


def feed(room: SenseVoice, items: Iterable[Item]) -> list[Transcript]:
    return [transcript for item in items for transcript in room.feed(item)]


def utterance(samples: Samples, start: int = 0, cuts: tuple[int, ...] = (), number: int = 1) -> Utterance:
    return Utterance(number, start, samples, Trigger.PUSH_TO_TALK, cuts)


def arriving(item: Utterance, blocks: Iterable[int], extra: Samples | None = None) -> list[Item]:
    """Announce an utterance as `hear` does: segments of `blocks` samples, cut at its cuts."""
    audio = item.samples if extra is None else np.concatenate((item.samples, extra))
    edges = sorted({*np.cumsum([0, *blocks]).tolist(), *(cut - item.start for cut in item.cuts), len(audio)})
    edges = [edge for edge in edges if edge <= len(audio)]
    segments = [
        Segment(item.number, item.start + a, read_only(audio[a:b]), item.start + b in item.cuts)
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
    st.lists(st.integers(1, 39_999), max_size=3, unique=True),
    st.integers(0, 5000),
)
def test_how_audio_arrives_never_changes_what_was_said(
    blocks: list[int], length: int, cuts: list[int], extra: int
) -> None:
    inside = tuple(sorted(1000 + cut for cut in cuts if cut < length))
    whole = utterance(speech(length), 1000, inside)
    [alone] = feed(recogniser(ScriptedAcousticModel()), [whole])
    [streamed] = feed(
        recogniser(ScriptedAcousticModel()), arriving(whole, blocks, speech(extra, seed=1) if extra else None)
    )
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


def test_pieces_are_joined_into_one_transcript() -> None:
    model = ScriptedAcousticModel([[3, 7], [9, 10], [4, 5, 7]])
    item = utterance(speech(48_000), 500, (16_500, 32_500))
    [transcript] = feed(recogniser(model), [item])
    assert transcript.text == "hello.中文world."
    assert [word.text for word in transcript.words] == ["hello.", "中", "文", "world."]
    assert [word.start // 16_000 for word in transcript.words] == [0, 1, 1, 2]
    assert transcript.words[0].start == 500


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
    assert (alone.timings.features, alone.timings.model, alone.timings.decode) == (4, 2, 2)
    assert (streamed.timings.features, streamed.timings.model, streamed.timings.decode) == (2, 2, 2)


def test_what_is_kept_of_an_utterance_shows_no_words() -> None:
    room = recogniser(ScriptedAcousticModel([[3], [3]]))
    items = arriving(utterance(speech(32_000), cuts=(16_000,)), [16_000, 16_000])
    feed(room, items[:2])
    assert "hello" not in repr(room._read)
    [transcript] = feed(room, items[2:])
    assert "hello" not in repr(transcript)
