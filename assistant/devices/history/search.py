"""Finding lines by their words: by trigrams, so that Chinese needs no word boundaries."""

TRIGRAM = 3
"""Characters that the index needs to be of use; shorter words are looked for line by line."""


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
