"""Archives from strangers: each trick is refused with a message of its own, and leaves nothing behind."""

import bz2
import io
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.devices.store.arrival.archive import unpack
from assistant.devices.store.progress import Progress, Step, unheard
from assistant.errors import UnsafeArchiveError


def tar(path: Path, *members: tarfile.TarInfo, content: bytes = b"abc", mode: str = "w:bz2") -> Path:
    with tarfile.open(path, mode) as file:  # type: ignore[call-overload]  # the mode is one of the known ones
        for member in members:
            if member.isreg():
                member.size = len(content)
            file.addfile(member, io.BytesIO(content) if member.isreg() else None)
    return path


def entry(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


def zipped(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return path


def special(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (kind | 0o644) << 16
    return info


def huge_header(path: Path) -> Path:
    """Write a tar whose first entry has 100 MB of description."""
    info = entry("././@PaxHeader", tarfile.XHDTYPE)
    info.size = 100 << 20
    path.write_bytes(bz2.compress(info.tobuf(tarfile.USTAR_FORMAT) + bytes(info.size)))
    return path


def cut(path: Path) -> Path:
    tar(path, entry("m/model.onnx"), content=bytes(range(256)) * 400)
    path.write_bytes(path.read_bytes()[:-20])
    return path


def locked(path: Path) -> Path:
    zipped(path, ("model.onnx", b"abc"))
    raw = bytearray(path.read_bytes())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        raw[raw.index(mark) + (6 if mark.endswith(b"\x03\x04") else 8)] |= 1
    path.write_bytes(raw)
    return path


def lying(path: Path) -> Path:
    """Write a zip that says that its file is smaller than it is."""
    zipped(path, ("model.onnx", b"x" * 5000))
    raw = path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    path.write_bytes(raw)
    return path


def nonsense(path: Path) -> Path:
    path.write_bytes(b"<html>not found</html>" * 100)
    return path


def holed(path: Path) -> Path:
    info = entry("model.onnx", tarfile.GNUTYPE_SPARSE)
    buf = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    path.write_bytes(bz2.compress(bytes(buf) + bytes(2048)))
    return path


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "climbing path": (lambda p: tar(p, entry("../../evil.onnx")), "leads out of the folder"),
    "climbing path in a zip": (lambda p: zipped(p, ("a/../../evil.onnx", b"x")), "leads out of the folder"),
    "climbing path with backslashes": (
        lambda p: zipped(p, ("a\\..\\evil.onnx", b"x")),
        "leads out of the folder",
    ),
    "absolute path": (lambda p: tar(p, entry("/etc/evil.txt")), "is an absolute path"),
    "path with a drive": (lambda p: zipped(p, ("C:/evil.txt", b"x")), "is an absolute path"),
    "symbolic link": (
        lambda p: tar(p, entry("tokens.txt", tarfile.SYMTYPE, "/etc/passwd")),
        "is a symbolic link",
    ),
    "symbolic link in a zip": (
        lambda p: zipped(p, (special("tokens.txt", stat.S_IFLNK), b"/etc/passwd")),
        "is a symbolic link",
    ),
    "hard link": (lambda p: tar(p, entry("tokens.txt", tarfile.LNKTYPE, "/etc/passwd")), "is a hard link"),
    "device": (lambda p: tar(p, entry("model.onnx", tarfile.CHRTYPE)), "is a device or a pipe"),
    "pipe": (lambda p: tar(p, entry("model.onnx", tarfile.FIFOTYPE)), "is a device or a pipe"),
    "pipe in a zip": (lambda p: zipped(p, (special("a.onnx", stat.S_IFIFO), b"")), "is a device or a pipe"),
    "file with holes": (holed, "is a file with holes"),
    "zip bomb": (lambda p: zipped(p, ("model.onnx", bytes(50 << 20))), "would unpack to more than"),
    "tar bomb": (lambda p: tar(p, entry("model.onnx"), content=bytes(50 << 20)), "would unpack to more than"),
    "bomb in a header": (huge_header, "larger than any model needs"),
    "too many entries": (
        lambda p: tar(p, *(entry(f"{n}.txt") for n in range(1001))),
        "more than 1000 entries",
    ),
    "twice the same": (
        lambda p: tar(p, entry("a/tokens.txt"), entry("a/TOKENS.txt")),
        "'a/TOKENS.txt' twice",
    ),
    "control characters": (lambda p: tar(p, entry("a\x1b[2Jb.txt")), "an impossible name"),
    "deep folders": (lambda p: tar(p, entry("a/" * 20 + "b.txt")), "an impossible name"),
    "locked": (locked, "locked with a password"),
    "size that lies": (lying, "damaged|larger than it says"),
    "cut off": (cut, "damaged, or no archive at all"),
    "no archive": (nonsense, "damaged, or no archive at all"),
}


@pytest.mark.parametrize(("make", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_archive_is_refused(tmp_path: Path, make: Callable[[Path], Path], message: str) -> None:
    archive = make(tmp_path / "gift.bin")
    target = tmp_path / "deep" / "spare"
    target.mkdir(parents=True)
    with pytest.raises(UnsafeArchiveError, match=message) as caught:
        unpack(archive, target, unheard)
    assert "gift.bin" in str(caught.value)
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("mode", ["w:bz2", "w:gz", "w:xz", "w"])
def test_a_good_tar_gives_what_a_model_needs_and_nothing_else(tmp_path: Path, mode: str) -> None:
    names = (
        "m/model.int8.onnx",
        "m/tokens.txt",
        "m/LICENSE",
        "m/test_wavs/en.wav",
        "m/export.py",
        "m/._tokens.txt",
    )
    archive = tar(tmp_path / "a.tar", entry("m", tarfile.DIRTYPE), *map(entry, names), mode=mode)
    told: list[Progress] = []
    unpack(archive, tmp_path / "out", told.append)
    found = sorted(path.name for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert found == ["LICENSE", "model.int8.onnx", "tokens.txt"]
    assert {one.step for one in told} == {Step.UNPACKING}
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o111 == 0 for path in (tmp_path / "out" / "m").iterdir())


def test_a_good_zip_gives_what_a_model_needs(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", ("model.onnx", b"x" * 5000), ("notes.exe", b"x"))
    unpack(archive, tmp_path / "out", unheard)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["model.onnx"]
    assert (tmp_path / "out" / "model.onnx").read_bytes() == b"x" * 5000
