"""`assistant bench tray`: from nothing to an icon, to a key that works; and what it costs when it rests.

The tray is started again and again, each time with an empty home, on a display that nobody sees: its small
window stands there for the icon. It hears with this machine's own microphone.
"""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.cli.bench.display import display_or_private
from assistant.cli.bench.percentiles import milliseconds, percentile
from assistant.cli.bench.tray.start import TrayStart
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.devices.places import OVERRIDE
from assistant.errors import SettingsError

UNLOAD_AFTER = 3.0
"""Seconds until the model goes, in the last run: what is left is weighed."""
REST = 20.0
"""Seconds of which the processor's share is taken."""


def measure(options: Namespace) -> dict[str, Any]:
    """Return what every start took, and what the last one took at rest. Raises SettingsError."""
    model = settings_from(options).recognize.model
    starts: list[dict[str, float]] = []
    with ProgressLine("bench tray") as progress, _private_display() as name:
        for run in range(options.runs):
            with _fresh_home(model), TrayStart(name) as tray:
                starts.append({**tray.times(), "gone": tray.gone()})
            progress.show((run + 1) / (options.runs + 1))
        with _fresh_home(model, unload_after_s=UNLOAD_AFTER), TrayStart(name) as tray:
            tray.times()
            rest = tray.rest(UNLOAD_AFTER, REST)
    rows = [
        {"until": key, **milliseconds([one[key] for one in starts])}
        for key in ("icon", "icon_processor", "ready", "gone")
    ]
    slowest = {"slowest_icon_s": percentile([one["icon"] for one in starts], 100)}
    return {"tray": rows, "starts": {"count": len(starts), **slowest}, "rest": rest}


@contextmanager
def _private_display() -> Iterator[str]:
    """Give a display with nothing on it: hotkeys of a second assistant must not take those of the first."""
    kept = {
        key: os.environ.pop(key, None) for key in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    }
    try:
        with display_or_private():
            if "DISPLAY" not in os.environ:
                raise SettingsError("the tray is measured on a display of its own: apt install xvfb")
            yield os.environ["DISPLAY"]
    finally:
        os.environ.update({key: value for key, value in kept.items() if value is not None})


@contextmanager
def _fresh_home(model: Path | None, unload_after_s: float | None = None) -> Iterator[None]:
    """Let the assistant begin with empty folders, its first run behind it; what is prepared is kept."""
    from assistant.devices.places import places

    prepared, before = places().prepared, os.environ.get(OVERRIDE)
    with TemporaryDirectory(prefix="tray-") as home:
        os.environ[OVERRIDE] = home
        try:
            here = places()
            lines = ["[recognize]"]
            lines += [f'model = "{model.resolve()}"'] if model else []
            lines += [f"unload_after_s = {unload_after_s}"] if unload_after_s is not None else []
            here.config.mkdir(parents=True)
            here.settings_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            here.state.mkdir(parents=True)
            (here.state / "first-run").touch()
            here.cache.mkdir(parents=True)
            if prepared.is_dir():
                here.prepared.symlink_to(prepared)
            yield
        finally:
            os.environ.pop(OVERRIDE, None)
            if before is not None:
                os.environ[OVERRIDE] = before
