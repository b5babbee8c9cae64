"""Write how Mandarin sounds into assistant/values/mandarin.txt, from the installed pypinyin.

Run it with a newer pypinyin; the file is in git, and a test holds it against this. It says nothing but what
pypinyin says, without tones, and takes 1 MB of memory where pypinyin takes 55.
"""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import distribution
from pathlib import Path

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS

PLACE = Path(__file__).resolve().parents[1] / "assistant" / "values" / "mandarin.txt"
HEAD = """\
How characters sound, without tones; then the phrases by which they are read, under the character that they
begin with, and how each is read where that is not how its characters are read one by one.
Made from {version} by packaging/spell_mandarin.py, under the licence of pypinyin:
"""


def syllables(text: str) -> tuple[str, ...]:
    """Return how a character, or one phrase, sounds."""
    return tuple(lazy_pinyin([text], style=Style.NORMAL))


def spelled() -> str:
    """Return the text of the file."""
    read: defaultdict[str, list[str]] = defaultdict(list)
    for character in map(chr, sorted(PINYIN_DICT)):
        if RE_HANS.match(character):
            read[syllables(character)[0]].append(character)
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in sorted(PHRASES_DICT):
        if not RE_HANS.match(phrase):
            continue  # a comma is in it, and no text is read over a comma
        sound = syllables(phrase)
        is_plain = sound == tuple(syllable for character in phrase for syllable in syllables(character))
        phrases[phrase[0]].append(phrase[1:] if is_plain else f"{phrase[1:]}={','.join(sound)}")
    lines = [f"{syllable} {''.join(characters)}" for syllable, characters in sorted(read.items())]
    lines += ["", *(f"{first} {' '.join(rest)}" for first, rest in sorted(phrases.items()))]
    return _head() + "\n".join(lines) + "\n"


def _head() -> str:
    pypinyin = distribution("pypinyin")
    licence = next(file for file in pypinyin.files or () if file.name == "LICENSE.txt")
    text = HEAD.format(version=f"pypinyin {pypinyin.version}") + "\n" + licence.read_text(encoding="utf-8")
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())


if __name__ == "__main__":
    PLACE.write_text(spelled(), encoding="utf-8")
    print(f"· Wrote {PLACE.name}, {PLACE.stat().st_size / 1e6:.1f} MB.")
