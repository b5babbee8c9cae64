"""Room on the disk."""

import errno
from pathlib import Path

from assistant.errors import DiskFullError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def no_room(path: Path, missing: int) -> DiskFullError:
    """Return the error that says that `missing` bytes do not fit."""
    return DiskFullError(
        f"the disk has no room for the {missing / 1e6:,.1f} MB still to come into {path.parent}: "
        "make some, then run the same command again; what has been downloaded is kept"
    )


def disk_error(error: OSError, path: Path, missing: int) -> OSError:
    """Return `error`, or what it means where the disk is full."""
    return no_room(path, missing) if error.errno in _FULL else error
