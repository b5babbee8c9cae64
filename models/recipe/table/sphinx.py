"""PocketSphinx on the same recordings: the peer that needs no network either."""

from collections.abc import Callable
from pathlib import Path

from assistant.values.audio import Samples
from models.recipe.corpus.recordings import speech
from models.recipe.corpus.store import Clip, audio
from models.recipe.table.counting import Score
from models.recipe.table.hearing import BOOKS, WORDS

MOST_WORDS = 500
Recogniser = Callable[[Samples], str]


def recogniser(words: list[str] | None) -> Recogniser:
    """Return its American English model, with a list of `words` or with its language model.

    Raises ImportError where the package is not installed.
    """
    from pocketsphinx import Decoder

    decoder = Decoder(samprate=16_000, lm=None) if words else Decoder(samprate=16_000)
    if words:
        grammar = f"#JSGF V1.0;\ngrammar words;\npublic <word> = {' | '.join(words)};"
        decoder.add_jsgf_string("words", grammar)
        decoder.activate_search("words")

    def recognise(samples: Samples) -> str:
        decoder.start_utt()
        decoder.process_raw(samples.tobytes(), full_utt=True)
        decoder.end_utt()
        said = decoder.hyp()
        return str(said.hypstr) if said else ""

    return recognise


def score(clips: list[Clip], data: Path, recognise: Recogniser) -> Score:
    """Count what it makes of `clips`."""
    counted = Score()
    for clip in clips:
        counted.add(clip.text, recognise(audio(clip, data)))
    return counted


def rows(data: Path) -> list[tuple[str, str]]:
    """Return both rows: the ten command words, and the books with its language model."""
    clips = list(speech(data, "dev"))
    words = [clip for clip in clips if clip.source == WORDS]
    step = max(1, len(words) // MOST_WORDS)
    chosen = words[::step][:MOST_WORDS]
    ten = score(chosen, data, recogniser(sorted({clip.text for clip in words})))
    books = score([clip for clip in clips if clip.source == BOOKS], data, recogniser(None))
    return [
        ("PocketSphinx, list of the ten command words: right", f"{ten.clips - ten.wrong} of {ten.clips}"),
        (
            f"PocketSphinx, read books, its language model, {books.clips} clips: word error",
            f"{books.word_error:.1f} %",
        ),
    ]
