"""Where the control socket is. Loads next to nothing: a key press waits for it."""

import os

APP = "on-device-assistant"
HOME = "ASSISTANT_HOME"
LONGEST = 104
"""Bytes of a socket's path, its end included, on the system that allows the fewest."""


def control_address() -> str:
    """Return the path of this user's control socket; each ASSISTANT_HOME has its own. Raises ControlError."""
    home = os.environ.get(HOME)
    path = f"{_folder()}/control{_mark(home) if home else ''}.socket"
    if len(os.fsencode(path)) >= LONGEST:
        from assistant.errors import ControlError  # needed only here

        raise ControlError(f"{path} is too long for a socket. Set XDG_RUNTIME_DIR to a shorter folder.")
    return path


def _mark(home: str) -> str:
    import zlib

    whole = os.path.abspath(os.path.expanduser(home))  # noqa: PTH100, PTH111 - pathlib takes 4 ms to load
    return f"-{zlib.crc32(os.fsencode(whole)):08x}"


def _folder() -> str:
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        return f"{runtime}/{APP}"
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - as above
    return f"{cache}/{APP}/run"
