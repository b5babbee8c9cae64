"""`assistant vocabulary`: the user's own words, in the plain files that they live in."""

import sys
from argparse import Namespace
from collections.abc import Callable

from assistant.devices.glossary.files import REPLACEMENTS, SNIPPETS, GlossaryFiles
from assistant.devices.glossary.lines import ARROW, BadLineError, wording, written
from assistant.devices.places import places
from assistant.errors import SettingsError

HOTWORDS = "hotwords.txt"
FILES = (HOTWORDS, REPLACEMENTS, SNIPPETS)


def run(options: Namespace) -> int:
    """Do what the subcommand says. A running assistant takes it up with the next utterance."""
    return _VERBS[options.action](GlossaryFiles(), options)


def _list(files: GlossaryFiles, _options: Namespace) -> int:
    for name in FILES:
        path = files.folder / name
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        said = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
        sys.stdout.write(
            f"{path}{'' if said else ' (empty)'}\n" + "".join(f"  {line.strip()}\n" for line in said)
        )
    return 0


def _add(files: GlossaryFiles, options: Namespace) -> int:
    if options.heard and options.snippet:
        raise SettingsError("a word is written for what is --heard, or as a --snippet; not both at once")
    word = options.word.replace("\\n", "\n")
    said = options.snippet or options.heard
    if said is None:
        _new_line(files, HOTWORDS, f"{' '.join(word.split())}\n")
        return 0
    line = written(said, word)
    try:
        wording(line)
    except BadLineError as error:
        raise SettingsError(f"{said!r} cannot be heard: {error}") from error
    _new_line(files, SNIPPETS if options.snippet else REPLACEMENTS, line)
    return 0


def _new_line(files: GlossaryFiles, name: str, line: str) -> None:
    if not line.strip():
        raise SettingsError("there is no word in it")
    try:
        files.add(name, line)
    except OSError as error:
        raise SettingsError(f"{name} can't be written: {error.strerror}") from error
    sys.stdout.write(f"{places().config / name}: {line}")


def _remove(files: GlossaryFiles, options: Namespace) -> int:
    wanted = options.word.casefold()
    removed = 0
    for name in FILES:
        path = files.folder / name
        if not path.exists():
            continue
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if wanted not in _words_of(line)]
        if len(kept) < len(lines):
            removed += len(lines) - len(kept)
            path.write_text("".join(kept), encoding="utf-8", newline="\n")
    if not removed:
        raise SettingsError(f"{options.word!r} is in none of your words; `assistant vocabulary` lists them")
    sys.stdout.write(f"{removed} removed\n")
    return 0


def _words_of(line: str) -> set[str]:
    """Return by which words a line is known: both halves of it, or the word before its weight."""
    if line.lstrip().startswith("#"):
        return set()
    before, _, after = line.partition(ARROW)
    head = before.partition(" :")[0].partition("|")[0].partition("~~~")[0]
    return {head.strip().casefold(), after.strip().casefold()} - {""}


_VERBS: dict[str, Callable[[GlossaryFiles, Namespace], int]] = {"list": _list, "add": _add, "remove": _remove}
