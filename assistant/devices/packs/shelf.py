"""All packs on this machine: the built-in ones and the user's, read again when a file has changed.

A file that can't be read keeps the commands it had when it last could; nothing of another file is lost.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from assistant.devices.packs.reading import PackFile, read_pack
from assistant.understand.command_set import RESERVED, CommandSet
from assistant.values.commands.definition import Pack, Place, Problem, SlotList

MOST_FILES = 200
"""In the user's folder."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What the shelf holds now."""

    commands: CommandSet
    problems: tuple[Problem, ...] = ()
    """One sentence each, of every file; a file with problems keeps what is right in it."""


@dataclass
class PackShelf:
    """Reads packs from the folder of the built-in ones and from the user's own."""

    builtin: Path
    own: Path | None = None
    lists: Callable[[], tuple[SlotList, ...]] = tuple
    """Returns more choices for built-in lists: the applications of this desktop."""
    lists_stamp: Callable[[], object] = tuple
    """Returns what changes when those do."""
    more: tuple[Path, ...] = ()
    """Files besides those of the folders."""
    _last_good: dict[Path, Pack] = field(default_factory=dict)

    def read(self) -> Stock:
        """Return everything as the files have it now. Never raises."""
        shipped = [
            read_pack(path, f"{path.parent.name}/{path.name}")
            for path in sorted(self.builtin.glob("*/*.toml"))
        ]
        mine = [self._keep(read_pack(path)) for path in self._own_files()]
        problems = [problem for file in (*shipped, *mine) for problem in file.problems]
        problems += _clashes(shipped + mine)
        problems += _reserved(mine)
        commands = CommandSet(_packs(shipped), _packs(mine))
        more = self.lists()
        if more:
            commands = commands.extended(more)
        return Stock(commands, tuple(problems))

    def stamp(self) -> tuple[object, ...]:
        """Return what changes when any of the user's files does, or an application comes or goes."""
        stamps: list[object] = [self.lists_stamp()]
        for path in self._own_files():
            try:
                status = path.stat()
            except OSError:
                continue  # it went away between the two looks
            stamps.append((path.name, status.st_mtime_ns, status.st_size))
        return tuple(stamps)

    def _own_files(self) -> list[Path]:
        found = sorted(self.own.glob("*.toml"))[:MOST_FILES] if self.own and self.own.is_dir() else []
        return [*(path for path in found if path.name not in {each.name for each in self.more}), *self.more]

    def _keep(self, file: PackFile) -> PackFile:
        """Return `file` as it is where it is right, and as it was where it is not and once was."""
        if not file.problems and file.pack is not None:
            self._last_good[file.path] = file.pack
        elif file.path in self._last_good:
            kept = Problem(Place(file.name), "until this is mended the commands of before go on")
            return PackFile(file.path, file.name, self._last_good[file.path], [*file.problems, kept])
        return file


def _packs(files: Iterable[PackFile]) -> list[Pack]:
    """Return the packs; of two with one name the first."""
    packs: dict[str, Pack] = {}
    for file in files:
        if file.pack is not None:
            packs.setdefault(file.pack.name, file.pack)
    return list(packs.values())


def _reserved(files: Iterable[PackFile]) -> Iterable[Problem]:
    for command in (each for file in files if file.pack for each in file.pack.commands):
        if command.name in RESERVED:
            yield Problem(command.place, f'command "{command.name}": it can\'t be changed; choose another id')


def _clashes(files: Iterable[PackFile]) -> Iterable[Problem]:
    first: dict[str, Place] = {}
    for pack in (file.pack for file in files if file.pack is not None):
        if pack.name in first:
            yield Problem(
                pack.place, f'the pack "{pack.name}" is in {first[pack.name]} already; name it otherwise'
            )
        first.setdefault(pack.name, pack.place)
