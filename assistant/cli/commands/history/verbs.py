"""`assistant history`: what was said, and what became of it."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from assistant.cli.history.export import exported, format_of
from assistant.cli.history.listing import line_of, story_of
from assistant.cli.options import settings_from
from assistant.devices.history import HistoryEntry, SqliteHistory
from assistant.errors import HistoryError
from assistant.wiring import open_history

EVERYTHING = 2**31


def run(options: Namespace) -> int:
    """Do what the subcommand says."""
    if options.action == "hold":
        from assistant.devices.desktop.x11.selection import holder

        return holder.main()
    settings = settings_from(Namespace())
    try:
        with closing(open_history(settings.keep)) as history:
            _VERBS[options.action](history, options)
    except HistoryError:
        raise
    except OSError as error:
        raise HistoryError(str(error)) from error
    return 0


def _last(history: SqliteHistory, options: Namespace) -> None:
    _list(history.entries(limit=options.count), options)


def _search(history: SqliteHistory, options: Namespace) -> None:
    _list(history.entries(limit=options.count, search=" ".join(options.words)), options)


def _list(entries: Iterable[HistoryEntry], options: Namespace) -> None:
    for entry in reversed(tuple(entries)):
        line = json.dumps(entry.as_object(), ensure_ascii=False) if options.json else line_of(entry)
        sys.stdout.write(line + "\n")


def _show(history: SqliteHistory, options: Namespace) -> None:
    entry = _chosen(history, options)
    if options.json:
        _list([entry], options)
    else:
        sys.stdout.write(story_of(entry))


def _copy(history: SqliteHistory, options: Namespace) -> None:
    from assistant.devices.desktop.clipboard_keeper import keep_on_clipboard

    entry = _chosen(history, options)
    keep_on_clipboard(entry.text)
    _tell(options, f"text {entry.id} is on the clipboard ({len(entry.text)} characters)", entry)


def _play(history: SqliteHistory, options: Namespace) -> None:
    from assistant.devices.audio_file import AudioFile
    from assistant.devices.microphone.player import play

    play(AudioFile(_recording(_chosen(history, options))).blocks())


def _redo(history: SqliteHistory, options: Namespace) -> None:
    from assistant.cli.commands.history.redo import redo

    entry = _chosen(history, options)
    again = redo(history, entry, _recording(entry), settings_from(options))
    if options.json:
        _list([again], options)
    else:
        sys.stdout.write(f"before  {entry.raw}\nnow     {again.raw}\n(kept as {again.id})\n")


def _delete(history: SqliteHistory, options: Namespace) -> None:
    missing = [number for number in options.numbers if history.entry(number) is None]
    if missing:
        raise HistoryError(f"there is no text {missing[0]} in the history; nothing was deleted")
    history.delete(*options.numbers)


def _export(history: SqliteHistory, options: Namespace) -> None:
    text = exported(reversed(history.entries(limit=EVERYTHING)), options.format or format_of(options.file))
    if str(options.file) == "-":
        sys.stdout.write(text)
    else:
        options.file.write_text(text, encoding="utf-8", newline="")


def _wipe(history: SqliteHistory, options: Namespace) -> None:
    if not options.yes:
        if not sys.stdin.isatty():
            raise HistoryError("nothing was wiped: say --yes where nobody can be asked")
        sys.stderr.write("Forget everything that was said, with all recordings? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            return
    history.clear()


def _chosen(history: SqliteHistory, options: Namespace) -> HistoryEntry:
    if options.number is not None:
        entry = history.entry(options.number)
    else:
        entry = next((each for each in history.entries() if each.text), None)
    if entry is None:
        which = f"text {options.number}" if options.number is not None else "text yet"
        raise HistoryError(f"there is no {which} in the history")
    return entry


def _recording(entry: HistoryEntry) -> Path:
    if entry.audio is None or not entry.audio.exists():
        raise HistoryError(
            f"the recording of text {entry.id} is not kept; with `audio_history = true` below [keep] they are"
        )
    return entry.audio


def _tell(options: Namespace, message: str, entry: HistoryEntry) -> None:
    if options.json:
        message = json.dumps({"id": entry.id, "characters": len(entry.text)})
    sys.stdout.write(message + "\n")


_VERBS: dict[str, Callable[[SqliteHistory, Namespace], None]] = {
    "last": _last,
    "search": _search,
    "show": _show,
    "copy": _copy,
    "play": _play,
    "redo": _redo,
    "delete": _delete,
    "export": _export,
    "wipe": _wipe,
}
