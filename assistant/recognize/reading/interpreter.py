"""Emissions -> readings: text, words and tags, in the user's languages and with the user's own words."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.recognize import ctc, tags, timings
from assistant.recognize.detokenize import text_of
from assistant.recognize.features import Floats
from assistant.recognize.hotwords.corrector import HotwordCorrector
from assistant.recognize.hotwords.word_list import Hotword
from assistant.recognize.hotwords.writing import Swap
from assistant.recognize.phrases.listener import PhraseListener
from assistant.recognize.ports import AcousticModel, Cancellation, Emissions, Lists, Query
from assistant.recognize.reading import evidence
from assistant.recognize.reading.languages import AUTO, LanguageChooser
from assistant.recognize.reading.piece import Piece, spell
from assistant.recognize.reading.reading import MOST, Reading
from assistant.recognize.reading.runners_up import readings
from assistant.recognize.reading.scripts import native
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.phrases import Candidate, Goal
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Replacement, RunnerUp

NO_LISTS = Lists()


class Interpreter:
    """Asks one model, and makes readings of what it gives."""

    def __init__(self, model: AcousticModel, settings: RecognizeSettings, lists: Lists = NO_LISTS) -> None:
        """Read for `settings`. Raises SettingsError for a language that the model does not know."""
        self._model = model
        self._about = model.description
        self._vocabulary = Vocabulary.of(self._about.pieces)
        self._settings = settings
        self._languages = LanguageChooser(self._about, settings)
        self._choosers: dict[tuple[str, ...], LanguageChooser] = {(): self._languages}
        self._lists = lists
        self._listed: Sequence[Hotword] = ()
        self._corrector = HotwordCorrector((), self._about.pieces, self._about.blank)
        self._goals: Sequence[Goal] = ()
        self._phrases = PhraseListener((), self._vocabulary, self._about.blank)
        self._is_for_commands = False
        self.refresh()

    def refresh(self) -> None:
        """Take up the lists as they are now: best done before there is anything to read."""
        listed = self._lists.hotwords.current() if self._lists.hotwords is not None else ()
        if listed is not self._listed:
            self._corrector = HotwordCorrector(listed, self._about.pieces, self._about.blank)
            self._listed = listed
        goals = self._lists.phrases.current() if self._lists.phrases is not None else ()
        if goals is not self._goals:
            self._phrases = PhraseListener(goals, self._vocabulary, self._about.blank)
            self._goals = goals

    def speak(self, languages: tuple[str, ...]) -> None:
        """Hold the model to these languages; none: to those of the settings. Unknown ones are left out."""
        known = tuple(name for name in languages if name in self._about.languages)
        if known not in self._choosers:
            self._choosers[known] = LanguageChooser(
                self._about, replace(self._settings, language=AUTO, languages=known)
            )
        self._languages = self._choosers[known]

    def expect(self, *, commands: bool) -> None:
        """Listen for commands in what comes next, or leave that."""
        self._is_for_commands = commands and bool(self._goals)

    def emit(self, features: Floats, cancellation: Cancellation | None) -> Emissions:
        """Run the model on features [T, 560]; again where it chose a language that is not the user's.

        Raises CancelledError and ModelError.
        """
        emissions = self._model.emit(features, self._asked(self._languages.query), cancellation)
        second = self._languages.second_query(tags.read(emissions.tags, self._vocabulary))
        return emissions if second is None else self._model.emit(features, self._asked(second), cancellation)

    def read(self, emissions: Emissions, start: int, stop: int) -> Reading:
        """Return what is said in emissions that stand for samples [start, stop)."""
        written = spell(ctc.collapse(emissions, self._about.blank), self._vocabulary)
        allowed = self._native(written)
        pieces, swaps = self._corrector.correct(emissions, allowed)
        text = text_of(piece.text for piece in pieces)
        return Reading(
            start,
            stop,
            text=text,
            words=timings.words(pieces, start, stop),
            tags=self._languages.restrict(tags.read(emissions.tags, self._vocabulary)),
            replacements=tuple(_replacement(swap, start, stop) for swap in swaps),
            runners_up=self._runners_up(emissions, text),
            withheld="" if allowed == written else text_of(piece.text for piece in written),
            emitted=evidence.emitted(emissions, self._about.blank),
            frames=len(emissions.best),
            candidate=self._candidate(emissions),
        )

    def _asked(self, query: Query) -> Query:
        """Return `query` with what commands need: columns for their tokens, and numbers in words."""
        if not self._is_for_commands:
            return query
        return replace(query, text_norm=self._about.without_itn, columns=self._phrases.tokens)

    def _candidate(self, emissions: Emissions) -> Candidate | None:
        return None if emissions.columns is None else self._phrases.hear(emissions, emissions.columns)

    def _native(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return native(pieces, self._languages.ticked) if self._languages.ticked else pieces

    def _runners_up(self, emissions: Emissions, text: str) -> tuple[RunnerUp, ...]:
        others: dict[str, float] = {}
        for score, ids in readings(emissions, self._about.blank):
            tokens = (ctc.Token(token, 0, 0, 1.0) for token in ids)
            pieces = spell(tokens, self._vocabulary)
            other = text_of(piece.text for piece in pieces)
            if other and other != text and self._native(pieces) == pieces:
                others.setdefault(other, score)
        return tuple(RunnerUp(other, score) for other, score in list(others.items())[:MOST])


def _replacement(swap: Swap, start: int, stop: int) -> Replacement:
    begin, end = timings.span(swap.first, swap.last, start, stop)
    return Replacement(swap.before, swap.after, begin, end, swap.why)
