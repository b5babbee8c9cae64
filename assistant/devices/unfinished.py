"""Transcripts of recordings that are not read to their end, so that an interrupted one goes on where it was.

They hold what was said, so nobody else may read them, they go once the whole is written, and what
nobody came back for goes after some days.
"""

import dataclasses
import hashlib
import json
import time
import types
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from assistant.devices import places
from assistant.values.transcript import Transcript

KEPT_S = 14 * 24 * 3600
"""Seconds that an unfinished transcript is kept."""
_ENDING = ".jsonl"


class UnfinishedTranscript:
    """What is known of one recording, one line for each part of it."""

    def __init__(self, path: Path) -> None:
        """Keep it in the file `path`, which may be there already."""
        self._path = path
        self.parts: dict[int, Transcript] = {one.utterance: one for one in _read(path)}
        """What was read before, by the number of the section."""

    def add(self, part: Transcript) -> None:
        """Write one part more. Raises OSError."""
        places.private_folder(self._path.parent)
        self._path.touch(0o600)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(dataclasses.asdict(part), ensure_ascii=False) + "\n")

    def forget(self) -> None:
        """Leave nothing of it: the whole is written."""
        self._path.unlink(missing_ok=True)


def unfinished(recording: Path, about: str, files: Iterable[Path] = ()) -> UnfinishedTranscript:
    """Return what is known of a recording, read as `about` says and with the help of other `files`.

    Another recording of that name, another option or another model begins anew. Raises OSError.
    """
    with recording.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    stamps = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(files)]
    key = hashlib.sha256(repr((content, about, stamps)).encode()).hexdigest()
    folder = places.places().unfinished
    _tidy(folder)
    return UnfinishedTranscript(folder / f"{key[:32]}{_ENDING}")


def _tidy(folder: Path) -> None:
    for path in folder.glob(f"*{_ENDING}"):
        if time.time() - path.stat().st_mtime > KEPT_S:
            path.unlink(missing_ok=True)


def _read(path: Path) -> Iterator[Transcript]:
    """Yield the parts of a file up to its end, or up to where a kill left half a line."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            yield _restored(Transcript, json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError):
            return


def _restored(kind: Any, plain: Any) -> Any:  # noqa: ANN401 - whatever a transcript is made of
    """Turn plain data back into a `kind`: a dataclass, a tuple of some, or a plain value."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _restored(hints[name], value) for name, value in plain.items()})  # type: ignore[operator]  # a class, not an instance
    if get_origin(kind) is tuple:
        return tuple(_restored(get_args(kind)[0], value) for value in plain)
    if get_origin(kind) in {Union, types.UnionType}:
        return plain if plain is None else _restored(get_args(kind)[0], plain)
    return plain
