"""The tray as a user runs it, with a real model, microphone and keyboard: started twice, killed, idle."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.journeys.conftest import Spoken
from tests.support import message_bus
from tests.support.message_bus import MessageBus, ScriptedService
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer
from tests.tray.conftest import line_with, running

WINDOW = "Assistant"
PANEL = Path(__file__).parents[1] / "tray" / "stand_in_panel.py"
PATIENCE = 60.0
IDLE_S = 8.0


class WholeTray:
    """`assistant`, as the desktop's menu starts it."""

    def __init__(self, home: Path, environment: Mapping[str, str]) -> None:
        self.home = home
        self.environment = {**os.environ, **environment, "ASSISTANT_HOME": str(home), "PYTHONUNBUFFERED": "1"}
        (home / "state").mkdir(parents=True, exist_ok=True)
        (home / "state" / "first-run").touch()  # no wizard
        with (home / "log.txt").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "assistant"], env=self.environment, stdout=log, stderr=log
            )
        try:
            wait_until(lambda: "ready" in self.ask("status")[1], "the engine", PATIENCE)
        except TimeoutError:
            self.process.kill()
            self.process.wait()
            raise

    def ask(self, *command: str) -> tuple[int, str]:
        """Run the command line beside it; return exit code and what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *command],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def cpu_seconds(self) -> float:
        """Return the processor time that it and its children have taken."""
        ticks = sum(_ticks(pid) for pid in (self.process.pid, *_children(self.process.pid)))
        return ticks / os.sysconf("SC_CLK_TCK")


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def _is_alive(pid: int) -> bool:
    try:
        return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


@pytest.fixture
def bus() -> Iterator[MessageBus]:
    if reason := message_bus.missing_programs():
        pytest.skip(reason)
    with MessageBus() as bus:
        yield bus


@pytest.fixture
def tray(screen: XServer, sound: SoundServer, tmp_path: Path) -> Iterator[WholeTray]:
    tray = WholeTray(tmp_path, {**screen.environment, **sound.environment})
    yield tray
    if tray.process.poll() is None:
        tray.process.terminate()
    assert tray.process.wait(PATIENCE) in {0, -signal.SIGKILL}


def test_a_second_start_brings_the_first_one_to_the_front(screen: XServer, tray: WholeTray) -> None:
    window = screen.wait_for_window(WINDOW)
    with TextField("qt", screen) as field:
        field.focus()
        assert tray.ask() == (0, "The assistant is running already; it has come to the front.\n")
        wait_until(lambda: screen.active_window() == window, "the first one in front")
        assert tray.process.poll() is None
        field.focus()
        assert tray.ask("show") == (0, "")
        wait_until(lambda: screen.active_window() == window, "it again")


@pytest.mark.parametrize("how", ["a fault", "the screen goes"])
def test_a_crash_of_the_tray_loses_no_utterance(
    sound: SoundServer, bus: MessageBus, spoken: Spoken, tmp_path: Path, how: str
) -> None:
    text, samples = spoken[0]
    with XServer() as screen:
        environment = {**screen.environment, **sound.environment, **bus.environment}
        tray = WholeTray(tmp_path, environment)
        children = _children(tray.process.pid)
        with TextField("qt", screen) as field:
            field.focus()
            screen.press("Control_R")
            sound.play(samples)
            (recording,) = (tray.home / "state" / "journal").glob("*.wav")
            wait_until(lambda: recording.stat().st_size > samples.nbytes, "all that was said is on disk")
            if how == "the screen goes":
                screen.kill()
            else:
                tray.process.send_signal(signal.SIGSEGV)
            assert tray.process.wait(PATIENCE) != 0
    wait_until(lambda: not any(map(_is_alive, children)), "its children gone, too")
    assert recording.stat().st_size > samples.nbytes
    with (
        XServer() as screen,
        ScriptedService(bus, "org.freedesktop.Notifications") as notifications,
        running([sys.executable, str(PANEL)], {**os.environ, **bus.environment}) as panel,
    ):
        notifications.answers["Notify"] = lambda *_: ("u", (1,))
        line_with(panel, "ready")
        again = WholeTray(tmp_path, {**screen.environment, **sound.environment, **bus.environment})
        wait_until(
            lambda: any("never became text" in str(told) for told in notifications.called("Notify")),
            "the offer of the next start",
        )
        assert again.ask("recover", "deliver", "--print")[1].strip() == text.strip()
        again.process.terminate()
        assert again.process.wait(PATIENCE) == 0


def test_left_alone_it_takes_next_to_no_processor_time(tray: WholeTray) -> None:
    time.sleep(3.0)
    before, began = tray.cpu_seconds(), time.monotonic()
    time.sleep(IDLE_S)
    share = (tray.cpu_seconds() - before) / (time.monotonic() - began)
    print(f"idle: {share:.2%} of a processor")
    assert share < 0.03  # 1 % is what it takes; a busy machine makes the same work take longer
