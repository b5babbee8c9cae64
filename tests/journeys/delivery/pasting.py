"""Hundreds of pastes, after which the clipboard is what it was, byte for byte."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import sleep

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.settings import ActSettings
from tests.journeys.delivery.figures import Figures
from tests.journeys.delivery.surroundings import Surroundings
from tests.support.targets import field as targets
from tests.support.targets.field import TextField
from tests.support.x_server import XServer

FORMATS = {
    "text/plain": "cell\tcell 单元格 🙂".encode(),
    "text/html": b"<table><tr><td>cell</td></tr></table>",
    "image/png": b"\x89PNG\r\n\x1a\n" + Random(3).randbytes(1_500_000),
    "text/uri-list": b"file:///home/a%20b.txt\r\n",
    "application/x-own": bytes(range(256)),
}


@contextmanager
def office_program(server: XServer, folder: Path, formats: Mapping[str, bytes]) -> Iterator[None]:
    """Run a Qt program that owns the clipboard with these formats."""
    folder.mkdir()
    for target, content in formats.items():
        (folder / target.replace("/", "+")).write_bytes(content)
    with subprocess.Popen(
        [sys.executable, str(targets.HERE / "qt_clipboard.py"), str(folder)],
        env={**dict(server.environment), "QT_QPA_PLATFORM": "xcb", "HOME": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == b"ready\n"
            yield
        finally:
            program.kill()


def held(server: XServer, target: str) -> bytes:
    """Read the clipboard with another program, which knows INCR."""
    command = ["xclip", "-selection", "clipboard", "-o", "-t", target]
    return subprocess.run(
        command, env=dict(server.environment), capture_output=True, timeout=20, check=False
    ).stdout


def paste(around: Surroundings, count: int) -> Figures:
    """Paste `count` texts, some at once one after the other; compare all formats now and then."""
    figures = Figures("clipboard with image, HTML, text, files: byte-identical")
    randomly = Random(8)
    with (
        office_program(around.screen, around.home / "office", FORMATS),
        TextField("qt", around.screen) as field,
    ):
        field.focus()
        desktop = X11Desktop(ActSettings(), around.screen.name)
        for number in range(count):
            outcome = desktop.insert(f"{number} 号 ", desktop.active_window())
            figures.check(None if outcome.is_delivered else f"{outcome.result}")
            sleep(randomly.choice((0.0, 0.0, 0.2, 0.45)))
        meant = "".join(f"{number} 号 " for number in range(count))
        if field.received(meant) != meant:
            figures.faults.append("not all arrived, exactly once and in order")
        sleep(1.0)
        changed = [target for target, content in FORMATS.items() if held(around.screen, target) != content]
        figures.numbers = {"formats changed": len(changed)}
        figures.faults += [f"{target} has changed" for target in changed]
        desktop.close()
    return figures
