"""What the token ids mean: text pieces, and the tags found by their names, whatever their ids are."""

from collections.abc import Iterable
from dataclasses import dataclass, field

LANGUAGES = ("zh", "en", "yue", "ja", "ko", "nospeech")
"""The vocabulary names a hundred more, but SenseVoiceSmall was trained on these only."""
EMOTIONS = (
    "HAPPY",
    "SAD",
    "ANGRY",
    "NEUTRAL",
    "FEARFUL",
    "DISGUSTED",
    "SURPRISED",
    "OTHER",
    "EMO_UNKNOWN",
)
SOUNDS = (
    "Speech",
    "BGM",
    "Laughter",
    "Applause",
    "Cry",
    "Sneeze",
    "Breath",
    "Cough",
    "Sing",
    "Speech_Noise",
    "GBG",
    "Event_UNK",
)
"""Names that begin a sound; `/Speech` and the like end one and say nothing new."""
TEXT_NORMS = ("withitn", "woitn")
WORD_START = "\u2581"
"""What sentencepiece writes where a space was."""

_CONTROLS = frozenset({"<unk>", "<s>", "</s>", "<blk>", "<blank>", "<pad>"})


def is_mark(piece: str) -> bool:
    """Say whether `piece` is a tag or a control token, which is never part of the text."""
    return piece in _CONTROLS or (piece.startswith("<|") and piece.endswith("|>"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces of a model, and which of them are tags of which kind."""

    pieces: tuple[str, ...] = field(repr=False)
    """Index = token id."""
    languages: tuple[int, ...]
    emotions: tuple[int, ...]
    sounds: tuple[int, ...]
    text_norms: tuple[int, ...]
    marks: frozenset[int] = field(repr=False)
    """Ids that are no text: tags and controls."""

    @classmethod
    def of(cls, pieces: Iterable[str]) -> "Vocabulary":
        """Find the tags among `pieces`; a kind of tag that is missing is an empty set."""
        listed = tuple(pieces)
        ids = {piece: index for index, piece in enumerate(listed)}

        def named(names: Iterable[str]) -> tuple[int, ...]:
            return tuple(ids[tag] for name in names if (tag := f"<|{name}|>") in ids)

        return cls(
            pieces=listed,
            languages=named(LANGUAGES),
            emotions=named(EMOTIONS),
            sounds=named(SOUNDS),
            text_norms=named(TEXT_NORMS),
            marks=frozenset(index for index, piece in enumerate(listed) if is_mark(piece)),
        )

    def name(self, token: int) -> str:
        """Return a tag's name without its brackets."""
        return self.pieces[token].removeprefix("<|").removesuffix("|>")
