"""Desktop entries: the few lines of that format that we write and read.

https://specifications.freedesktop.org/desktop-entry-spec/latest/
"""

import re
from collections.abc import Iterator, Sequence
from configparser import ConfigParser, Error
from pathlib import Path

_GROUP = "Desktop Entry"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:+,=@")

_WORD = re.compile(r'(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?:\s+|$)')


def exec_line(command: Sequence[str]) -> str:
    """Return a command line as the value of `Exec`."""
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    if word and set(word) <= _PLAIN:
        return word
    inside = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word.replace("%", "%%"))
    return '"{}"'.format(inside.replace("\\", "\\\\"))  # a value has its own backslashes


def read_exec(line: str) -> tuple[str, ...]:
    """Return the command line that a value of `Exec` stands for. Raises ValueError."""
    said = line.replace("\\\\", "\\").strip()
    words, end = [], 0
    for found in _WORD.finditer(said):
        if found.start() != end:
            break
        quoted, plain = found.groups()
        words.append((plain or re.sub(r"\\(.)", r"\1", quoted)).replace("%%", "%"))
        end = found.end()
    if end != len(said):
        raise ValueError("a quote that is not closed, or not opened where a word begins")
    return tuple(words)


def read_entry(file: Path) -> dict[str, str]:
    """Return the keys of a desktop entry; none where it is not there or is none. Raises OSError."""
    parser = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",), strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys are told apart by case
    try:
        parser.read_string(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, Error):
        return {}
    return dict(parser[_GROUP]) if _GROUP in parser else {}


def rewritten(template: str, changed: dict[str, str], dropped: Sequence[str] = ()) -> str:
    """Return an entry with these keys changed or added, and others dropped."""
    return "\n".join(_lines(template, dict(changed), dropped)) + "\n"


def _lines(template: str, changed: dict[str, str], dropped: Sequence[str]) -> Iterator[str]:
    for line in template.splitlines():
        key = line.partition("=")[0]
        if key in changed:
            yield f"{key}={changed.pop(key)}"
        elif key not in dropped:
            yield line
    yield from (f"{key}={value}" for key, value in changed.items())
