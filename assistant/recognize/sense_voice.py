"""The recogniser: utterances in, transcripts out, with most of the work done while the user speaks.

How that is done stands in `eager`. It only saves time: a transcript depends on the samples of the
utterance and on where it is cut, and on nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from assistant.errors import SettingsError
from assistant.recognize import ctc, detokenize, tags, timings
from assistant.recognize.eager.joint import Joiner
from assistant.recognize.eager.line import Line, Speller
from assistant.recognize.eager.reader import EagerReader
from assistant.recognize.eager.window import Decoder
from assistant.recognize.features import Floats
from assistant.recognize.ports import AcousticModel, Cancellation, Emissions, ModelDescription, Query
from assistant.recognize.reading.piece import spell
from assistant.recognize.tags import NO_SPEECH, Tags
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.audio import Segment, SpeechStarted, Utterance, seconds
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript, Word


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one stretch of an utterance says."""

    start: int
    stop: int
    text: str = field(default="", repr=False)
    words: tuple[Word, ...] = field(default=(), repr=False)
    tags: Tags = NO_SPEECH


def query_for(description: ModelDescription, settings: RecognizeSettings) -> Query:
    """Return what to ask the model for. Raises SettingsError for a language it does not know."""
    if settings.language not in description.languages:
        known = ", ".join(sorted(description.languages))
        raise SettingsError(
            f"language {settings.language!r} is unknown to {description.name}; it knows {known}"
        )
    norm = description.with_itn if settings.itn else description.without_itn
    return Query(description.languages[settings.language], norm)


class SenseVoice:
    """Recognises one utterance after the other with a SenseVoice model."""

    def __init__(self, model: AcousticModel, settings: RecognizeSettings, clock: Callable[[], float]) -> None:
        self._model = model
        self._about = model.description
        self._query = query_for(self._about, settings)
        self._vocabulary = Vocabulary.of(self._about.pieces)
        decoder = Decoder(self._emit, self._about.cmvn, clock)
        speller = Speller(self._spell, Joiner(self._vocabulary, self._about.blank), clock)
        self._reader: EagerReader[Reading] = EagerReader(decoder, speller)
        self._begun: SpeechStarted | None = None

    def feed(
        self, item: SpeechStarted | Segment | Utterance, cancellation: Cancellation | None = None
    ) -> Iterator[Transcript]:
        """Take what was heard; an Utterance gives its transcript, a pause a partial one.

        Raises CancelledError and ModelError as the model does; the next utterance is not affected.
        """
        match item:
            case SpeechStarted():
                self._begun = item
                self._reader.begin(item.utterance, item.start)
            case Segment(number):
                line = self._reader.hear(item, cancellation)
                if line is not None and self._begun is not None:
                    partial = self._transcript(line, (number, self._begun.start, item.stop))
                    yield replace(partial, is_final=False)
            case Utterance():
                line = self._reader.read(item, cancellation)
                yield self._transcript(line, (item.number, item.start, item.stop))
            case _:
                assert_never(item)

    def flush(self) -> Iterator[Transcript]:
        """Forget an utterance that was begun: only a finished one has a transcript."""
        self._reader.forget()
        yield from ()

    def _transcript(self, line: Line[Reading], span: tuple[int, int, int]) -> Transcript:
        number, start, stop = span
        readings = line.settled
        said = tags.mean([(reading.tags, float(reading.stop - reading.start)) for reading in readings])
        return Transcript(
            utterance=number,
            start=start,
            stop=stop,
            text=detokenize.join(reading.text for reading in readings),
            language=said.language,
            emotion=said.emotion,
            sounds=said.heard,
            words=tuple(word for reading in readings for word in reading.words),
            model=self._about.name,
            is_demo=self._about.is_demo,
            timings=replace(line.spent, audio=seconds(stop - start)),
        )

    def _emit(self, features: Floats, cancellation: Cancellation | None) -> Emissions:
        return self._model.emit(features, self._query, cancellation)

    def _spell(self, emissions: Emissions, start: int, stop: int) -> Reading:
        pieces = spell(ctc.collapse(emissions, self._about.blank), self._vocabulary)
        return Reading(
            start,
            stop,
            text=detokenize.text_of(piece.text for piece in pieces),
            words=timings.words(pieces, start, stop),
            tags=tags.read(emissions.tags, self._vocabulary),
        )
