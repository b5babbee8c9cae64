"""Whether the first run has been shown."""

from pathlib import Path

from assistant.devices.places import places, private_folder


def _stamp() -> Path:
    return places().state / "first-run"


def is_first_run() -> bool:
    """Tell whether it has never been shown to this user."""
    return not _stamp().exists()


def note_first_run() -> None:
    """Note that it has been shown. Raises OSError."""
    private_folder(_stamp().parent)
    _stamp().touch(0o600)
