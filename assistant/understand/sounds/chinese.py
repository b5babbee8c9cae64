"""How Chinese sounds, as keys that are equal where speakers and recognisers make no difference."""

from assistant.values.pronunciation import merged, pinyin


def sound_of_chinese(text: str) -> tuple[str, ...]:
    """Return the syllables of `text` as they are compared."""
    return tuple(merged(syllable) for syllable in pinyin(text))
