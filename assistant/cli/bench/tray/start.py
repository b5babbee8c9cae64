"""One start of the tray, watched from outside: its window, its answers, its processes."""

import os
import signal
import subprocess
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Self

from assistant.cli.bench.weigh import megabytes
from assistant.devices.desktop.autostart.itself import itself
from assistant.devices.desktop.x11.first_window import wait_for_window
from assistant.errors import ControlError, SettingsError
from assistant.services.control.client import ask

PATIENCE = 60.0
LOOK_EVERY = 0.02
WEIGHTS = {"rss_mb": ("VmRSS",), "pss_mb": ("Pss",), "uss_mb": ("Private_Clean", "Private_Dirty")}
"""What lies in memory, a fair share of it, and what no other program uses."""
SETTLE = 5.0
"""Seconds after the model has gone until the rest begins."""


class TrayStart:
    """The tray, started and in the end told to go."""

    def __init__(self, display: str) -> None:
        """Start it on `display`, with the environment of this process."""
        self._display = display
        self._begun = monotonic()
        self._process = subprocess.Popen(
            [*itself(), "run"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it if that was not done."""
        if self._process.poll() is None:
            self._process.kill()
        if self._process.stdout is not None and not self._process.stdout.closed:
            self._process.communicate()  # closed where what it said has been read already

    def times(self) -> dict[str, float]:
        """Return seconds until the icon, of the processor until then, and until it was ready."""
        if not wait_for_window(self._display, PATIENCE):
            raise SettingsError(f"the tray did not come up{self._said()}")
        icon, processor = monotonic() - self._begun, _processor_s([self._process.pid])
        while not self._is_ready():
            if monotonic() - self._begun > PATIENCE or self._process.poll() is not None:
                raise SettingsError(f"the assistant did not become ready{self._said()}")
            sleep(LOOK_EVERY)
        return {"icon": icon, "icon_processor": processor, "ready": monotonic() - self._begun}

    def gone(self) -> float:
        """Tell it to go; return how many seconds it took."""
        begun = monotonic()
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(PATIENCE)
        return monotonic() - begun

    def rest(self, unload_after: float, seconds: float) -> dict[str, Any]:
        """Return what all its processes take with a model loaded, and after it has gone, MiB; and CPU, %."""
        loaded = self._weight()
        sleep(unload_after + SETTLE)
        before, begun = _processor_s(self._family()), monotonic()
        sleep(seconds)
        spent = _processor_s(self._family()) - before
        return {
            "cpu_percent": 100 * spent / (monotonic() - begun),
            **{f"loaded_{key}": value for key, value in loaded.items()},
            **{f"unloaded_{key}": value for key, value in self._weight().items()},
        }

    def _is_ready(self) -> bool:
        try:
            return ask("status").get("state") == "ready"
        except (ControlError, OSError):
            return False

    def _said(self) -> str:
        self._process.kill()
        output = self._process.communicate()[0].decode(errors="replace").strip()
        return f"; it said: {output}" if output else ""

    def _family(self) -> list[int]:
        """Return the process and those that it has started, and they."""
        family = [self._process.pid]
        for one in family:
            children = Path(f"/proc/{one}/task").glob("*/children")
            family += [int(child) for file in children for child in _text(file).split()]
        return family

    def _weight(self) -> dict[str, float]:
        family = self._family()
        return {
            name: sum(_megabytes(key, one) for one in family for key in keys)
            for name, keys in WEIGHTS.items()
        }


def _processor_s(processes: list[int]) -> float:
    """Return the seconds of processor time that they have had, their own and the system's."""
    ticks = os.sysconf("SC_CLK_TCK")
    spent = 0
    for one in processes:
        fields = _text(Path(f"/proc/{one}/stat")).rpartition(")")[2].split()
        spent += sum(map(int, fields[11:13]))
    return spent / ticks


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError:  # the process has ended
        return ""


def _megabytes(key: str, process: int) -> float:
    try:
        return megabytes(key, process)
    except OSError:  # it has ended, and nobody has asked how
        return 0.0
