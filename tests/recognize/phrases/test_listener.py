"""From emissions to the phrase that was meant, with a scripted model and with the one that ships."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.audio_file import AudioFile
from assistant.devices.onnx import emission, load_model
from assistant.recognize.phrases.listener import PhraseListener
from assistant.recognize.ports import Lists
from assistant.recognize.sense_voice import SenseVoice
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.audio import Trigger, Utterance
from assistant.values.phrases import Anything, Candidate, Either, Goal, InTurn, Words
from assistant.values.settings import RecognizeSettings

PIECES = (
    "<unk>",
    "\u2581open",
    "\u2581clo",
    "se",
    "\u2581tab",
    "\u2581red",
    "\u2581note",
    "\u5f00",
    "\u2581the",
)
BLANK, OPEN, CLO, SE, TAB, RED, NOTE, KAI, THE = range(9)
GOALS = (
    Goal("tab.open", InTurn((Words("open"), Either((Words("the"), Words(""))), Words("tab")))),
    Goal("tab.close", Words("close tab")),
    Goal("note.add", InTurn((Words("note"), Anything()))),
    Goal("zh", Words("\u5f00")),
)
RECORDINGS = Path(__file__).parents[3] / "resources" / "recordings"
NANO = Path(__file__).parents[3] / "models" / "nano"


def hear(*tokens: int, second: Sequence[tuple[int, int]] = ()) -> Candidate | None:
    """Return what is heard in frames of these tokens; `second` are (frame, token) nearly as probable."""
    logits = np.zeros((4 + len(tokens), len(PIECES)), np.float32)
    for frame, token in enumerate(tokens):
        logits[4 + frame, token] = 9.0
    for frame, token in second:
        logits[4 + frame, token] = 8.5
    listener = PhraseListener(GOALS, Vocabulary.of(PIECES), BLANK)
    emissions = emission.reduce(logits, listener.tokens)
    assert emissions.columns is not None
    return listener.hear(emissions, emissions.columns)


@pytest.mark.parametrize(
    ("tokens", "goal", "text"),
    [
        ((OPEN, BLANK, TAB), "tab.open", "open tab"),
        ((OPEN, THE, THE, BLANK, TAB, BLANK), "tab.open", "open the tab"),
        ((CLO, SE, TAB), "tab.close", "close tab"),
        ((NOTE, BLANK, RED, TAB, BLANK, RED), "note.add", "note red tab red"),
        ((BLANK, KAI), "zh", "\u5f00"),
    ],
)
def test_what_the_model_writes_is_found_without_doubt(tokens: tuple[int, ...], goal: str, text: str) -> None:
    found = hear(*tokens)
    assert found is not None
    assert (found.goal, found.text) == (goal, text)
    assert found.doubt == pytest.approx(0, abs=0.01)
    assert found.worst == pytest.approx(0, abs=0.01)
    assert found.margin > 5


def test_what_is_nearly_as_probable_is_found_with_a_little_doubt() -> None:
    found = hear(CLO, RED, TAB, second=[(1, SE)])
    assert found is not None
    assert found.goal == "tab.close"
    assert found.worst == pytest.approx(0.5, abs=0.05)
    assert found.doubt == pytest.approx(0.25, abs=0.05)


def test_other_words_are_in_great_doubt() -> None:
    found = hear(OPEN, RED, RED, TAB)
    assert found is not None
    assert found.worst > 8


def test_a_rival_makes_the_margin_small() -> None:
    found = hear(OPEN, TAB, second=[(0, CLO)])
    sure = hear(OPEN, TAB)
    assert found is not None
    assert sure is not None
    assert found.margin <= sure.margin


@pytest.mark.parametrize("tokens", [(), (OPEN,)])
def test_too_little_audio_is_nothing(tokens: tuple[int, ...]) -> None:
    found = hear(*tokens)
    assert found is None or found.worst > 5


def test_free_text_without_a_word_is_nothing() -> None:
    assert hear(NOTE, BLANK, BLANK) is None


def test_no_grammar_hears_nothing() -> None:
    listener = PhraseListener((), Vocabulary.of(PIECES))
    logits = np.zeros((6, len(PIECES)), np.float32)
    emissions = emission.reduce(logits, listener.tokens)
    assert emissions.columns is not None
    assert listener.hear(emissions, emissions.columns) is None


class Phrases:
    """A list of phrases that does not change."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._goals = tuple(Goal(text, Words(text)) for text in texts)

    def current(self) -> Sequence[Goal]:
        """Return it."""
        return self._goals


@pytest.fixture(scope="module", params=[False, True], ids=["in process", "child"])
def room(request: pytest.FixtureRequest) -> Iterator[SenseVoice]:
    """Return the model that ships, listening for the commands of the recordings and some like them."""
    settings = RecognizeSettings(isolated=request.param)
    model = load_model(NANO, settings)
    known = [*texts().values(), "open a new tab", "close the door", "play news", "turn the volume up"]
    phrases = Phrases([*known, "set a timer for nine minutes", "what time is it"])
    yield SenseVoice(model, settings, time.perf_counter, Lists(phrases=phrases))
    model.close()


def texts() -> dict[str, str]:
    """Return what is said in the recordings of one command."""
    lines = (RECORDINGS / "recordings.tsv").read_text().splitlines()[1:]
    rows = dict(line.split("\t") for line in lines)
    return {file: text for file, text in rows.items() if text and not file.startswith("two-")}


@pytest.mark.parametrize("file", sorted(texts()))
def test_the_model_that_ships_hears_its_commands(room: SenseVoice, file: str) -> None:
    utterance = Utterance(1, 0, AudioFile.read(RECORDINGS / file), Trigger.FILE)
    (transcript,) = room.feed(utterance, for_commands=True)
    assert transcript.candidate is not None
    assert transcript.candidate.text == texts()[file]
    assert transcript.candidate.margin > 0
    (plain,) = room.feed(utterance)
    assert plain.candidate is None, "nobody asked for commands"


def test_noise_is_no_command(room: SenseVoice) -> None:
    utterance = Utterance(1, 0, AudioFile.read(RECORDINGS / "noise.flac"), Trigger.FILE)
    (transcript,) = room.feed(utterance, for_commands=True)
    assert transcript.candidate is None or transcript.candidate.worst > 3
