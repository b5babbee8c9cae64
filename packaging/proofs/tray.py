"""The tray, on a desktop made for it: a real X server, message bus, panel, sound server and microphone."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from proofs.program import Program

from tests.support.message_bus import MessageBus
from tests.support.sound_server import SoundServer
from tests.support.x_server import XServer

ROOT = Path(__file__).resolve().parents[2]
PANEL = ROOT / "tests" / "tray" / "stand_in_panel.py"
ICON_WITHIN, READY_WITHIN, GONE_WITHIN = 4.0, 60.0, 2.0
"""Seconds, on a machine that may be busy; `assistant bench tray` measures with care."""
STARTS = 3
"""One of them has to bring the icon in time, and one of the stops has to be in time."""


@dataclass(frozen=True)
class Desk:
    """A desktop of its own."""

    server: XServer
    environment: dict[str, str]


@contextmanager
def desk() -> Iterator[Desk]:
    """Make a desktop for as long as the body runs."""
    with ExitStack() as stack:
        server = stack.enter_context(XServer(size=(640, 400)))
        bus = stack.enter_context(MessageBus())
        sound = stack.enter_context(SoundServer())
        yield Desk(server, {**server.environment, **bus.environment, **sound.environment})


def show_tray(program: Program, here: Desk, picture: Path) -> None:
    """Start the tray twice, beside a new and an old kind of panel; exit unless it comes and goes in time."""
    gone: list[float] = []
    stamp = program.home / "home" / "state" / "first-run"
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.touch()
    for _ in range(STARTS):
        with panel(here) as shown:
            begun = monotonic()
            with running(program, here) as tray:
                icon = _icon(shown, begun, tray)
                took = ready(program, here, begun, tray)
                gone.append(stop(program, tray))
        if icon <= ICON_WITHIN:
            break
    else:
        sys.exit(f"✗ {program.name}: in {STARTS} starts the icon never came within {ICON_WITHIN:.0f} s")
    old = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "28"]
    with subprocess.Popen(old, env=here.environment, stderr=subprocess.DEVNULL) as shown:
        sleep(1)
        stamp.unlink()  # the picture shows what a new user sees
        with running(program, here) as tray:
            ready(program, here, monotonic(), tray)
            here.server.screenshot(picture)
            gone.append(
                stop(program, tray, may_talk=True)
            )  # a window may be in the middle of its first drawing
        shown.terminate()
    if min(gone) > GONE_WITHIN:
        sys.exit(f"✗ {program.name}: it was gone only {min(gone):.1f} s after it was told to go")
    ended = " and ".join(f"{one:.2f}" for one in gone)
    print(f"· {program.name}: icon after {icon:.2f} s, ready after {took:.2f} s, gone in {ended} s.")
    print(f"· {program.name}: {picture} shows it beside an old panel.")


@contextmanager
def panel(here: Desk) -> Iterator[subprocess.Popen[str]]:
    """Show a tray for the icon while the body runs."""
    with subprocess.Popen(
        [sys.executable, str(PANEL)], env=here.environment, stdout=subprocess.PIPE, text=True
    ) as panel:
        try:
            _line(panel, "ready")
            yield panel
        finally:
            panel.kill()


@contextmanager
def running(program: Program, here: Desk) -> Iterator[subprocess.Popen[bytes]]:
    """Run the assistant while the body runs; what it says goes into output.txt of its home."""
    with program.start(program.home / "output.txt", **here.environment) as tray:
        try:
            yield tray
        finally:
            if tray.poll() is None:
                tray.kill()


def _line(child: subprocess.Popen[str], start: str) -> None:
    for line in child.stdout or ():
        if line.startswith(start):
            return
    sys.exit(f"✗ a panel ended before it said {start!r}")


def _icon(panel: subprocess.Popen[str], begun: float, tray: subprocess.Popen[bytes]) -> float:
    """Wait until the icon is in the panel; return how long it took."""
    _line(panel, "item")
    took = monotonic() - begun
    if tray.poll() is not None:
        sys.exit(f"✗ it has ended with {tray.returncode}")
    return took


def ready(program: Program, here: Desk, begun: float, tray: subprocess.Popen[bytes]) -> float:
    """Wait until it says that it is ready; return how long it took."""
    while monotonic() - begun < READY_WITHIN and tray.poll() is None:
        answer = subprocess.run(
            [*program.command, "status", "--json"],
            env=program.variables(here.environment),
            capture_output=True,
            text=True,
            check=False,
        )
        if answer.returncode == 0 and json.loads(answer.stdout).get("state") == "ready":
            return monotonic() - begun
        sleep(0.05)
    said = (program.home / "output.txt").read_text(encoding="utf-8")
    sys.exit(f"✗ {program.name}: not ready after {READY_WITHIN:.0f} s; it said: {said}")


def stop(program: Program, tray: subprocess.Popen[bytes], *, may_talk: bool = False) -> float:
    """End it as the session does; return how long it took."""
    begun = monotonic()
    tray.send_signal(signal.SIGTERM)
    try:
        code = tray.wait(3 * GONE_WITHIN)
    except subprocess.TimeoutExpired:
        sys.exit(f"✗ {program.name}: still there {3 * GONE_WITHIN:.0f} s after it was told to go")
    said = (program.home / "output.txt").read_text(encoding="utf-8").strip()
    if code or (said and not may_talk):
        sys.exit(f"✗ {program.name}: ended with {code} and said: {said}")
    return monotonic() - begun
