"""Archives from strangers: every entry is looked at, only what a model may need is taken out.

One bad entry refuses the whole archive. Nothing is ever given the type, the rights or the links that an
archive asks for: plain files are written anew, under names that were checked.
"""

import bz2
import gzip
import lzma
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol, cast

from assistant.devices.store.progress import Progress, Report, Step
from assistant.devices.store.room import no_room
from assistant.errors import UnsafeArchiveError

ENDINGS = (".tar.bz2", ".tbz2", ".tar.gz", ".tgz", ".tar.xz", ".tar", ".zip")
_WANTED = (".onnx", ".data", ".txt", ".json", ".mvn", ".yaml", ".model", ".md", "LICENSE")
_MOST_ENTRIES = 1000
_MOST_BYTES = 4 << 30
_MOST_FOLD = 200
"""Times the archive's own size; weights hardly shrink at all."""
_ALLOWANCE = 1 << 20
_DEEPEST, _LONGEST = 8, 255
_BLOCK = 1 << 20
_DAMAGE = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    NotImplementedError,
)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    size: int
    """Bytes unpacked, as the archive says."""
    what: str
    """file, folder, or the name of something that no model needs."""


def is_archive(path: Path) -> bool:
    """Tell whether `path` looks like an archive by its name."""
    return path.is_file() and path.name.lower().endswith(ENDINGS)


def unpack(archive: Path, folder: Path, report: Report) -> None:
    """Take the files of a model out of `archive` into `folder`. Raises UnsafeArchiveError."""
    try:
        if zipfile.is_zipfile(archive):
            _unpack_zip(archive, _Gate(archive, folder, report))
        else:
            _unpack_tar(archive, _Gate(archive, folder, report))
    except _DAMAGE as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the disk's, not the archive's
        message = f"{archive.name} is damaged, or no archive at all ({error}): fetch it again"
        raise UnsafeArchiveError(message) from error


class _Gate:
    """Decides about each entry, and writes those that pass."""

    def __init__(self, archive: Path, folder: Path, report: Report) -> None:
        self.archive = archive
        self._folder = folder
        self._report = report
        self._names: set[str] = set()
        self._count = 0
        self.declared = 0
        """Bytes that the entries so far say they unpack to."""
        self._limit = min(_MOST_BYTES, _MOST_FOLD * archive.stat().st_size + _ALLOWANCE)

    def check(self, entry: _Entry) -> Path | None:
        """Return where to write the entry; None where nobody needs it. Raises UnsafeArchiveError."""
        parts = self._parts(entry.name)
        if entry.what not in {"file", "folder"}:
            raise self.refusal(f"{entry.name[:80]!r} in it is {entry.what}")
        self._count += 1
        if self._count > _MOST_ENTRIES:
            raise self.refusal(f"it has more than {_MOST_ENTRIES} entries")
        if entry.what == "folder":
            return None
        key = "/".join(parts).casefold()
        if key in self._names:
            raise self.refusal(f"it holds {entry.name[:80]!r} twice")
        self._names.add(key)
        self.declared += entry.size
        if self.declared > self._limit:
            raise self.refusal(f"it would unpack to more than {self._limit / 1e6:,.0f} MB")
        is_hidden = any(part.startswith(".") for part in parts)  # ._name is what macOS adds
        return None if is_hidden or not entry.name.endswith(_WANTED) else self._folder.joinpath(*parts)

    def write(self, source: _Readable, target: Path, size: int) -> None:
        """Write exactly `size` bytes of `source` to `target`. Raises UnsafeArchiveError, OSError."""
        target.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(target.parent).free < size:
            raise no_room(target, size)
        done = 0
        with target.open("xb") as file:
            while block := source.read(_BLOCK):
                done += len(block)
                if done > size:
                    raise self.refusal(f"{target.name} in it is larger than it says")
                file.write(block)
                self._report(Progress(Step.UNPACKING, target.name, done, size))
        if done != size:
            raise self.refusal(f"{target.name} in it ends early")

    def refusal(self, why: str) -> UnsafeArchiveError:
        """Return the error that says why nothing is taken out."""
        return UnsafeArchiveError(f"{self.archive.name} is refused: {why}; get it from the model's authors")

    def _parts(self, name: str) -> tuple[str, ...]:
        if name.startswith(("/", "\\")) or name[1:2] == ":":
            raise self.refusal(f"{name[:80]!r} in it is an absolute path")
        parts = tuple(part for part in name.replace("\\", "/").split("/") if part not in {"", "."})
        if ".." in parts:
            raise self.refusal(f"{name[:80]!r} in it leads out of the folder")
        if not name.isprintable() or len(parts) > _DEEPEST or any(len(part) > _LONGEST for part in parts):
            raise self.refusal(f"it has an entry with an impossible name ({name[:40]!a})")
        return parts


def _unpack_zip(archive: Path, gate: _Gate) -> None:
    with zipfile.ZipFile(archive) as file:
        found = [(gate.check(_zip_entry(info)), info) for info in file.infolist()]
        if any(info.flag_bits & 1 for _, info in found):
            raise gate.refusal("it is locked with a password")
        for target, info in found:
            if target is not None:
                with file.open(info) as source:
                    gate.write(source, target, info.file_size)


def _zip_entry(info: zipfile.ZipInfo) -> _Entry:
    kind = stat.S_IFMT(info.external_attr >> 16)
    what = "folder" if info.is_dir() else "file"
    if kind == stat.S_IFLNK:
        what = "a symbolic link"
    elif kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        what = "a device or a pipe"
    return _Entry(info.orig_filename, info.file_size, what)


def _unpack_tar(archive: Path, gate: _Gate) -> None:
    with closing(_unpressed(archive)) as plain:
        bounded = _BoundedReader(plain, gate)
        with tarfile.open(fileobj=cast("IO[bytes]", bounded), mode="r|") as file:
            for member in _members(file):
                target = gate.check(_tar_entry(member))
                if target is not None and (source := file.extractfile(member)) is not None:
                    gate.write(source, target, member.size)


def _members(file: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    while (member := file.next()) is not None:
        yield member
        file.members.clear()  # type: ignore[attr-defined]  # it remembers every one; the stubs hide that


def _tar_entry(member: tarfile.TarInfo) -> _Entry:
    if member.issym():
        what = "a symbolic link"
    elif member.islnk():
        what = "a hard link"
    elif member.issparse():
        what = "a file with holes"
    elif member.isdir():
        what = "folder"
    else:
        what = "file" if member.isreg() else "a device or a pipe"
    return _Entry(member.name, member.size, what)


def _unpressed(archive: Path) -> IO[bytes]:
    with archive.open("rb") as file:
        magic = file.read(6)
    if magic.startswith(b"BZh"):
        return bz2.open(archive)
    if magic.startswith(b"\x1f\x8b"):
        return gzip.open(archive)  # type: ignore[return-value]  # it reads bytes, which is all we need
    return lzma.open(archive) if magic.startswith(b"\xfd7zXZ") else archive.open("rb")


class _BoundedReader:
    """Reads a tar stream, and stops where its headers grow beyond all measure."""

    def __init__(self, stream: IO[bytes], gate: _Gate) -> None:
        self._stream = stream
        self._gate = gate
        self._done = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes. Raises UnsafeArchiveError."""
        block = self._stream.read(size)
        self._done += len(block)
        # Each entry costs a header and the rest of a block beside what it declares.
        if self._done > self._gate.declared + 8 * _ALLOWANCE:
            raise self._gate.refusal("what describes its entries is larger than any model needs")
        return block
