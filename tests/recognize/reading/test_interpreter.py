"""The recogniser with the user's languages and words: what the model is asked, and what comes of it."""

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.recognize.hotwords.word_list import Hotword, parse
from assistant.recognize.ports import Lists
from assistant.recognize.reading.evidence import loudness
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import Samples, SpeechStarted, Trigger, Utterance, read_only
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript
from tests.fakes.acoustic_model import ScriptedAcousticModel
from tests.support.graphs import PIECES

HELLO, WOR, LD, COMMA, ZHONG, WEN = (
    PIECES.index(one) for one in ("\u2581hello", "\u2581wor", "ld", "，", "中", "文")
)


class ScriptedHotwords:
    """Gives the next of its lists whenever it is asked; the last one stays."""

    def __init__(self, *lists: str) -> None:
        self.lists = [parse(text).hotwords for text in lists]
        self.asked = 0

    def current(self) -> Sequence[Hotword]:
        self.asked += 1
        return self.lists.pop(0) if len(self.lists) > 1 else self.lists[0]


def noise(length: int = 16_000) -> Samples:
    return read_only(np.random.default_rng(0).normal(scale=3000, size=length).astype(np.int16))


def transcribe(room: SenseVoice, samples: Samples | None = None, cuts: tuple[int, ...] = ()) -> Transcript:
    audio = noise() if samples is None else samples
    [transcript] = room.feed(Utterance(1, 0, audio, Trigger.PUSH_TO_TALK, cuts, voiced=0.5))
    return transcript


def room(
    model: ScriptedAcousticModel, *languages: str, hotwords: ScriptedHotwords | None = None
) -> SenseVoice:
    return SenseVoice(model, RecognizeSettings(languages=languages), lambda: 0.0, Lists(hotwords))


def asked(model: ScriptedAcousticModel) -> list[str]:
    names = {number: name for name, number in model.description.languages.items()}
    return [names[query.language] for query in model.queries]


@pytest.mark.parametrize(
    ("languages", "answers", "queries", "language"),
    [
        ((), [[HELLO]], ["auto"], "en"),  # the scripted model takes everything for English
        (("en", "zh"), [[HELLO]], ["auto"], "en"),
        (("zh", "ja"), [[HELLO], [ZHONG, WEN]], ["auto", "zh"], "zh"),
        (("ko",), [[HELLO]], ["ko"], "ko"),
    ],
)
def test_a_language_that_is_not_the_users_is_asked_again(
    languages: tuple[str, ...], answers: list[list[int]], queries: list[str], language: str
) -> None:
    model = ScriptedAcousticModel([list(answer) for answer in answers])
    said = transcribe(room(model, *languages))
    assert asked(model) == queries
    assert said.language.name == language
    assert model.answers == []


def test_the_languages_of_an_application_count_while_it_is_spoken_to() -> None:
    model = ScriptedAcousticModel([[HELLO], [ZHONG, WEN], [HELLO], [HELLO]])
    reader = room(model, "en")
    for languages in (("zh",), (), ("en", "tlh")):  # a language that the model does not know is left out
        reader.speak(languages)
        transcribe(reader)
        model.answers = model.answers or [[HELLO]]
    assert asked(model) == ["zh", "en", "en"]


def test_what_stays_foreign_is_withheld_and_not_lost() -> None:
    said = transcribe(room(ScriptedAcousticModel([[ZHONG, 0, WEN]]), "en"))
    assert (said.text, said.words, said.withheld) == ("", (), "中文")
    assert said.runners_up == ()
    assert "中" not in repr(said)


def test_only_the_piece_that_is_foreign_is_withheld() -> None:
    model = ScriptedAcousticModel([[HELLO] * 20, [0] * 40 + [ZHONG, WEN]])
    said = transcribe(room(model, "en"), noise(48_000), (24_000,))
    assert said.text == "hello"
    assert said.withheld == "中文"


def test_a_hotword_is_written_and_told() -> None:
    hotwords = ScriptedHotwords("Hallo | hello")
    said = transcribe(room(ScriptedAcousticModel([[HELLO, 0, WOR, LD, COMMA]]), hotwords=hotwords))
    assert said.text == "Hallo world，"
    assert [word.text for word in said.words] == ["Hallo", "world，"]
    [replaced] = said.replacements
    assert (replaced.before, replaced.after, replaced.why) == ("hello", "Hallo", "alias")
    assert (replaced.start, replaced.stop) == (said.words[0].start, said.words[0].stop)
    assert said.runners_up[0].text == "hello world，"  # what it was before can be had back


def test_the_list_is_taken_up_when_an_utterance_begins() -> None:
    hotwords = ScriptedHotwords("", "Hallo | hello")
    listening = room(ScriptedAcousticModel([[HELLO], [HELLO]]), hotwords=hotwords)
    assert transcribe(listening).text == "hello"
    list(listening.feed(SpeechStarted(2, 0, Trigger.PUSH_TO_TALK)))
    assert transcribe(listening).text == "Hallo"
    assert hotwords.asked == 2


def test_the_evidence_of_an_utterance() -> None:
    quiet = np.zeros(16_000, np.int16)
    quiet[8000:12_000] = 3277  # a tenth of full scale
    said = transcribe(room(ScriptedAcousticModel([[0, HELLO, 0, 0]])), read_only(quiet))
    evidence = said.evidence
    assert evidence.level == pytest.approx(-20.0, abs=0.01)
    assert evidence.contrast == pytest.approx(76.0, abs=0.01)
    assert (evidence.voiced, evidence.frames) == (0.5, 4)
    assert evidence.emitted == pytest.approx(1.0, abs=0.01)


def test_loudness_of_no_audio_and_of_crumbs() -> None:
    assert loudness(read_only(np.zeros(0, np.int16))) == (-96.0, 0.0)
    level, contrast = loudness(read_only(np.full(5, 32767, np.int16)))
    assert level == pytest.approx(0.0, abs=0.01)
    assert contrast == 0
