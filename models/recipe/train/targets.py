"""What the model must say for a clip: query rows, tag ids, piece ids, phoneme ids."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import sentencepiece

from models.recipe import vocabulary
from models.recipe.corpus.phonemes import pronounce
from models.recipe.corpus.store import Entry

EVENTS = {"Baby cry": "Cry", "Person sneeze": "Sneeze", "applause": "Applause", "music": "BGM"}
"""Sounds with a tag of their own; everything else is Event_UNK."""


@dataclass(frozen=True)
class Labels:
    """Targets of one example."""

    queries: list[int]
    tags: list[int]
    text: list[int]
    phonemes: list[int]
    has_text: bool


class Targets:
    """Looks up ids; phonemes are counted from 1, 0 is their blank."""

    def __init__(self, pieces: sentencepiece.SentencePieceProcessor, words: set[str]) -> None:
        self._pieces = pieces
        units = [pieces.id_to_piece(index) for index in range(pieces.get_piece_size())]
        # The committed file has the tags at its end already.
        self.names = vocabulary.tokens([unit for unit in units if not unit.startswith("<|")])
        self._id = {name: index for index, name in enumerate(self.names)}
        self._lexicon = pronounce(words)
        symbols = sorted({symbol for spoken in self._lexicon.values() for symbol in spoken})
        self._phoneme = {symbol: index for index, symbol in enumerate(symbols, 1)}

    @property
    def phonemes(self) -> int:
        """Count of phoneme classes, blank included."""
        return len(self._phoneme) + 1

    def labels(self, entries: Sequence[Entry], pick: np.random.Generator) -> Labels:
        """Return the targets of joined clips; query rows are drawn as a user would set them."""
        text = " ".join(entry.text for entry in entries).strip()
        kind = entries[0].kind
        itn = bool(pick.random() < 0.5)  # noqa: PLR2004 - a coin
        rows = list(vocabulary.QUERIES.values())
        asked = pick.choice([0, vocabulary.QUERIES["en"], int(pick.choice(rows))], p=[0.5, 0.4, 0.1])
        queries = [
            int(asked),
            vocabulary.EVENT_QUERY,
            vocabulary.EMOTION_QUERY,
            vocabulary.WITH_ITN if itn else vocabulary.WITHOUT_ITN,
        ]
        spoken = [self._phoneme[s] for word in text.split() for s in self._lexicon[word]]
        ids = self._pieces.encode(text)
        return Labels(queries, self._tags(entries[0], itn=itn), ids, spoken, kind != "chinese")

    def _tags(self, entry: Entry, *, itn: bool) -> list[int]:
        noise = entry.kind == "noise"
        language = "nospeech" if noise else "zh" if entry.kind == "chinese" else "en"
        event = EVENTS.get(str(entry.facts["speaker"]), "Event_UNK") if noise else "Speech"
        emotion = "EMO_UNKNOWN" if noise else "NEUTRAL"
        names = [language, emotion, event, "withitn" if itn else "woitn"]
        return [self._id[vocabulary.tag(name)] for name in names]
