"""Hotwords, put where they were said."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.recognize.detokenize import text_of
from assistant.recognize.hotwords.network import compile_network
from assistant.recognize.hotwords.sound_alike import SoundAlikes
from assistant.recognize.hotwords.spotter import Sighting, Spotter
from assistant.recognize.hotwords.word_list import Hotword
from assistant.recognize.hotwords.writing import Change, Swap, Unit, apply, choose, units
from assistant.recognize.phrases.spelling import Speller, words_of
from assistant.recognize.ports import Emissions
from assistant.recognize.reading.piece import Piece

SWELL = 2.0
"""How many times as many letters as the model wrote a hotword may have: it tells `so` from `someone`."""


class HotwordCorrector:
    """Corrects readings by one list, for one model's vocabulary."""

    def __init__(self, hotwords: Iterable[Hotword], pieces: Sequence[str], blank: int = 0) -> None:
        """Compile the list: some milliseconds for hundreds, and 0.2 s once where one is Chinese."""
        listed = {hotword.text: hotword for hotword in hotwords}
        self._hotwords = listed
        self._network = compile_network(listed.values(), Speller(pieces))
        self._spotter = Spotter(self._network, blank)
        self._alike = SoundAlikes(listed.values())

    def correct(
        self, emissions: Emissions, pieces: Sequence[Piece]
    ) -> tuple[tuple[Piece, ...], tuple[Swap, ...]]:
        """Return the reading with hotwords in it, and what they took the place of."""
        if not self._hotwords or not pieces:
            return tuple(pieces), ()
        said = units(pieces)
        text = text_of(piece.text for piece in pieces)
        changes = (
            *self._alike.writings(said),
            *self._spotted(self._spotter.sightings(emissions, pieces), pieces, said),
            *self._alike.sounds(said),
        )
        fitting = (change for change in changes if self._hotwords[change.text].may_stand_in(text))
        return apply(pieces, choose(fitting))

    def _spotted(
        self, sightings: Iterable[Sighting], pieces: Sequence[Piece], said: Sequence[Unit]
    ) -> Iterator[Change]:
        for found in sightings:
            inside = [
                unit
                for unit in said
                if found.first <= pieces[unit.start].first and pieces[unit.stop - 1].last <= found.last
            ]
            if not inside:
                continue  # nothing was written there: nothing is added
            phrase = self._network.phrases[found.phrase]
            start, stop = inside[0].start, inside[-1].stop
            written = words_of(text_of(piece.text for piece in pieces[start:stop]))
            letters, wanted = "".join(written), "".join(phrase.words)
            if letters == wanted or len(wanted) > SWELL * len(letters):
                continue  # the model wrote just that, or much less than that
            score = min(1.0, sum(unit.score for unit in inside) / len(inside))
            yield Change(start, stop, phrase.hotword.text, "lattice", score)
