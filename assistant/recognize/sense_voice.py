"""The recogniser: utterances in, transcripts out, with most of the work done while the user speaks.

Features are computed as segments arrive, and a piece that ends in a cut is decoded at once. Both
only save time: what is remembered is used where its samples are exactly those of the utterance, and
computed afresh otherwise, so a transcript depends on the utterance's samples and on nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

import numpy as np

from assistant.errors import SettingsError
from assistant.recognize import ctc, detokenize, tags, timings
from assistant.recognize.arriving import ArrivingPiece
from assistant.recognize.features import Floats, fbank, stack
from assistant.recognize.ports import AcousticModel, Cancellation, Emissions, ModelDescription, Query
from assistant.recognize.tags import NO_SPEECH, Tags
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.audio import Samples, Segment, SpeechStarted, Utterance, seconds
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Timings, Transcript, Word


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one piece of an utterance says."""

    samples: Samples
    text: str = field(default="", repr=False)
    words: tuple[Word, ...] = field(default=(), repr=False)
    tags: Tags = NO_SPEECH
    timings: Timings = field(default_factory=Timings)


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
        self._clock = clock
        self._utterance = 0
        self._arriving: ArrivingPiece | None = None
        self._read: dict[tuple[int, int], Reading] = {}

    def feed(
        self, item: SpeechStarted | Segment | Utterance, cancellation: Cancellation | None = None
    ) -> Iterator[Transcript]:
        """Take what was heard; an Utterance gives its transcript.

        Raises CancelledError and ModelError as the model does; the next utterance is not affected.
        """
        match item:
            case SpeechStarted():
                self._begin(item.utterance, item.start)
            case Segment():
                self._hear(item, cancellation)
            case Utterance():
                yield self._transcribe(item, cancellation)
            case _:
                assert_never(item)

    def flush(self) -> Iterator[Transcript]:
        """Forget an utterance that was begun: only a finished one has a transcript."""
        self._forget()
        yield from ()

    def _begin(self, utterance: int, start: int) -> None:
        self._forget()
        self._utterance = utterance
        self._arriving = ArrivingPiece(start)

    def _forget(self) -> None:
        self._utterance = 0
        self._arriving = None
        self._read = {}

    def _hear(self, segment: Segment, cancellation: Cancellation | None) -> None:
        piece = self._arriving
        if segment.utterance != self._utterance or piece is None:
            return  # nobody announced it: the Utterance will be read as a whole
        if piece.stop != segment.start:
            self._arriving = None  # not abutting; what is missing is computed at the end
            return
        piece.accept(segment.samples)
        if not segment.is_cut:
            return
        self._arriving = ArrivingPiece(segment.stop)
        samples = piece.samples()
        frames = piece.frames_of(samples)
        if frames is not None:
            reading = self._decode(samples, frames, piece.start, cancellation)
            early = replace(reading.timings, features=0.0)  # computed before the end of speech
            self._read[piece.start, piece.stop] = replace(reading, timings=early)

    def _transcribe(self, utterance: Utterance, cancellation: Cancellation | None) -> Transcript:
        readings = [
            self._read_piece(utterance, start, stop, cancellation) for start, stop in utterance.pieces()
        ]
        if utterance.number == self._utterance:
            self._forget()
        weighed = [
            (reading.tags, float(reading.samples.size)) for reading in readings if reading.samples.size
        ]
        said = tags.mean(weighed)
        total = sum((reading.timings for reading in readings), Timings())
        return Transcript(
            utterance=utterance.number,
            start=utterance.start,
            stop=utterance.stop,
            text=detokenize.join(reading.text for reading in readings),
            language=said.language,
            emotion=said.emotion,
            sounds=said.heard,
            words=tuple(word for reading in readings for word in reading.words),
            model=self._about.name,
            is_demo=self._about.is_demo,
            timings=replace(total, audio=seconds(len(utterance.samples))),
        )

    def _read_piece(
        self, utterance: Utterance, start: int, stop: int, cancellation: Cancellation | None
    ) -> Reading:
        samples = utterance.samples[start - utterance.start : stop - utterance.start]
        is_announced = utterance.number == self._utterance
        known = self._read.get((start, stop)) if is_announced else None
        if known is not None and np.array_equal(known.samples, samples):
            return known
        begun = self._clock()
        frames: Floats | None = None
        if is_announced and self._arriving is not None and self._arriving.start == start:
            frames = self._arriving.frames_of(samples)
        if frames is None:
            frames = fbank(samples)
        spent = self._clock() - begun
        reading = self._decode(samples, frames, start, cancellation)
        return replace(reading, timings=reading.timings + Timings(features=spent))

    def _decode(
        self, samples: Samples, frames: Floats, start: int, cancellation: Cancellation | None
    ) -> Reading:
        if not len(frames):
            return Reading(samples)
        begun = self._clock()
        features = self._about.cmvn.apply(stack(frames))
        ready = self._clock()
        emissions = self._model.emit(features, self._query, cancellation)
        emitted = self._clock()
        reading = self._spell(samples, emissions, start)
        spent = Timings(features=ready - begun, model=emitted - ready, decode=self._clock() - emitted)
        return replace(reading, timings=spent)

    def _spell(self, samples: Samples, emissions: Emissions, start: int) -> Reading:
        tokens = ctc.collapse(emissions, self._about.blank)
        vocabulary = self._vocabulary
        pieces = (vocabulary.pieces[token.id] for token in tokens if token.id not in vocabulary.marks)
        return Reading(
            samples,
            text=detokenize.text_of(pieces),
            words=timings.words(tokens, vocabulary, start, start + samples.size),
            tags=tags.read(emissions.tags, vocabulary),
        )
