"""Finding lines: by their words, in trigrams, so that Chinese needs no word boundaries; and by all else."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

TRIGRAM = 3
"""Characters that the index needs to be of use; shorter words are looked for line by line."""
HEARD = 0.3
"""A sound counts as heard from this probability on."""
_SOUND = """EXISTS (SELECT 1 FROM json_each(sounds) AS each
WHERE json_extract(each.value, '$[0]') = ? AND json_extract(each.value, '$[1]') >= ?)"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are looked for; what is empty does not matter."""

    words: str = field(repr=False, default="")
    """Every one of them has to be in the text, or in what was heard."""
    language: str = ""
    emotion: str = ""
    sound: str = ""
    app: str = ""
    result: str = ""
    since: datetime | None = None
    until: datetime | None = None
    """Not any more at this moment."""

    @property
    def is_everything(self) -> bool:
        """Tell whether every line is."""
        return self == Wanted()

    def condition(self) -> tuple[str, list[str | float]]:
        """Return SQL that holds for the lines, and its parameters."""
        where, found = condition(self.words)
        values: list[str | float] = [*found]
        for column in ("language", "emotion", "app", "result"):
            if value := getattr(self, column):
                where += f" AND {column} = ?"
                values.append(value)
        if self.sound:
            where += f" AND {_SOUND}"
            values += [self.sound, HEARD]
        for sign, moment in ((">=", self.since), ("<", self.until)):
            if moment is not None:
                where += f" AND at {sign} ?"
                values.append(moment.astimezone(UTC).isoformat(timespec="milliseconds"))
        return where, values


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to choose from."""

    languages: tuple[str, ...] = ()
    emotions: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    results: tuple[str, ...] = ()


def condition(search: str) -> tuple[str, list[str]]:
    """Return SQL that holds for lines with every word of `search` in text or raw text, and its parameters."""
    parts, values = ["1"], []
    for word in search.split():
        if len(word) < TRIGRAM:
            parts.append("(text LIKE ? ESCAPE '\\' OR raw LIKE ? ESCAPE '\\')")
            values += [_pattern(word)] * 2
        else:
            parts.append("id IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ?)")
            values.append('"' + word.replace('"', '""') + '"')
    return " AND ".join(parts), values


def _pattern(word: str) -> str:
    escaped = "".join(f"\\{each}" if each in "\\%_" else each for each in word)
    return f"%{escaped}%"
