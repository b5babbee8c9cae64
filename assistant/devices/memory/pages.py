"""Pages of files that were looked at once, and heap that is free: back to the system (Linux).

Nothing is lost: such a page lies in the system's cache as long as there is room, and is there again when
somebody looks at it, at about a microsecond for sixteen of them.
"""

import ctypes
from pathlib import Path

import numpy as np

_DONT_NEED = 4
"""Linux's MADV_DONTNEED."""
_PACKAGES = Path(np.__file__).parents[1]
"""The folder of all that Python has loaded besides its own; what it has loaded it never unloads."""


def settle() -> None:
    """Let go of what only the start needed: most of the code of our libraries, and free heap."""
    let_go(_PACKAGES)
    trim()


def let_go(what: Path, maps: Path = Path("/proc/self/smaps")) -> None:
    """Give back the pages of a file, or of the libraries below a folder, that were only read.

    A page that was written to stays ours. Of libraries, what may be written to is left alone altogether:
    another thread may just be about to.
    """
    try:
        advise = ctypes.CDLL(None, use_errno=True).madvise
        lines = maps.open(encoding="utf-8", errors="surrogateescape")
    except (AttributeError, OSError, TypeError):
        return
    advise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    place, is_folder = str(what.resolve()), what.is_dir()
    span: tuple[int, int] | None = None
    with lines:
        for line in lines:  # one at a time: all of them together are some megabytes
            first, _, rest = line.rstrip("\n").partition(" ")
            if "-" in first:
                is_meant = (
                    f" {place}/" in rest and rest[1] != "w" if is_folder else rest.endswith(f" {place}")
                )
                start, _, stop = first.partition("-")
                span = (int(start, 16), int(stop, 16)) if is_meant else None
            elif span is not None and first == "Anonymous:" and rest.split()[0] == "0":
                advise(span[0], span[1] - span[0], _DONT_NEED)


def trim() -> None:
    """Have the allocator give back what is free, where it can (glibc)."""
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError, TypeError):  # TypeError: Windows has no library without a name
        return
