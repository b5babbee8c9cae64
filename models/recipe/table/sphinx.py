"""PocketSphinx on the same recordings: the peer that needs no network either."""

from collections.abc import Callable
from pathlib import Path

from assistant.values.audio import Samples
from models.recipe.corpus.recordings import speech
from models.recipe.corpus.store import Clip, audio
from models.recipe.table.counting import Score
from models.recipe.table.hearing import BOOKS, WORDS

MOST_WORDS, MOST_BOOKS = 500, 40
"""Clips of each row, evenly spread."""
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


def spread(clips: list[Clip], most: int) -> list[Clip]:
    """Return at most `most` clips, evenly spaced."""
    count = min(most, len(clips))
    return [clips[index * len(clips) // count] for index in range(count)]


def rows(data: Path) -> list[tuple[str, str]]:
    """Return both rows: the ten command words, and the books with its language model."""
    clips = list(speech(data, "dev"))
    words = spread([clip for clip in clips if clip.source == WORDS], MOST_WORDS)
    ten = score(words, data, recogniser(sorted({clip.text for clip in words})))
    books = score(
        spread([clip for clip in clips if clip.source == BOOKS], MOST_BOOKS), data, recogniser(None)
    )
    return [
        ("PocketSphinx, list of the ten command words: right", f"{ten.clips - ten.wrong} of {ten.clips}"),
        (
            f"PocketSphinx, read books, its language model, {books.clips} clips: word error",
            f"{books.word_error:.1f} %",
        ),
    ]
