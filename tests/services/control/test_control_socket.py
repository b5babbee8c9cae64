"""The control socket: what programs tell the assistant, who may, and what happens where nobody listens."""

import json
import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.engine.hotkeys.follower import KeyFollower
from assistant.engine.hotkeys.gestures import Gestures
from assistant.errors import AlreadyRunningError, ControlError
from assistant.services.control.address import control_address
from assistant.services.control.client import ask, show
from assistant.services.control.server import ControlServer
from assistant.services.control.status import StatusKeeper
from assistant.values.action import Window
from assistant.values.commands.asked import WindowWanted
from assistant.values.control import Cancel, Control, Job, Mode, Press, Release
from assistant.values.event import Event, Fault, MicrophoneOpened, ModeChanged, State, StateChanged, Trouble
from assistant.values.settings import ActSettings, Settings
from tests.house.doors import DOORS
from tests.house.tree import ROOT
from tests.support.waiting import wait_until

WINDOW = Window(7, "xterm")
SLOW_STANDARD = {"argparse", "asyncio", "ctypes", "dataclasses", "json", "pathlib", "sqlite3", "typing"}


class RecordingEngine:
    """Remembers what it is told; positions are milliseconds of time.monotonic."""

    def __init__(self) -> None:
        self.controls: list[Control] = []
        self.events: list[Event] = []
        self.keys = KeyFollower(
            Gestures(ActSettings(), lambda when: round(when * 1000)), self.controls.append
        )

    def post(self, control: Control) -> None:
        if isinstance(control, Cancel):
            self.keys.ended()
        self.controls.append(control)

    def report(self, event: Event) -> None:
        self.events.append(event)


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(os.environ["XDG_RUNTIME_DIR"]) / f"control-{time.monotonic_ns()}"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.delenv("ASSISTANT_HOME", raising=False)


@pytest.fixture
def engine() -> RecordingEngine:
    return RecordingEngine()


@pytest.fixture
def status() -> StatusKeeper:
    return StatusKeeper(Settings())


@pytest.fixture
def server(engine: RecordingEngine, status: StatusKeeper) -> Iterator[ControlServer]:
    server = ControlServer()
    server.claim()
    server.serve(engine, lambda: WINDOW, status)
    yield server
    server.close()


def orders(engine: RecordingEngine) -> list[str]:
    return [type(control).__name__ for control in engine.controls]


@pytest.mark.usefixtures("server")
def test_press_and_release_are_a_key_that_is_held(engine: RecordingEngine) -> None:
    began = time.monotonic()
    assert ask("press", "command") == {"ok": True}
    time.sleep(0.35)
    assert ask("release") == {"ok": True}
    ended = time.monotonic()
    press, release = engine.controls
    assert isinstance(press, Press)
    assert isinstance(release, Release)
    assert (press.window, press.job) == (WINDOW, Job.COMMAND)
    assert press.at is not None
    assert release.at is not None
    assert began * 1000 - 1 <= press.at < release.at <= ended * 1000 + 1


@pytest.mark.usefixtures("server")
def test_toggle_begins_and_ends_and_cancel_drops(engine: RecordingEngine) -> None:
    for verb in ("toggle", "toggle", "toggle", "cancel", "toggle"):
        assert ask(verb)["ok"]
    assert orders(engine) == ["Press", "Release", "Press", "Cancel", "Press"]


@pytest.mark.usefixtures("server")
def test_it_shows_itself_or_a_window_where_it_has_any(engine: RecordingEngine, status: StatusKeeper) -> None:
    assert "--headless" in str(show().get("error"))
    status.has_windows = True
    assert show() == {"ok": True}
    assert show("settings:about") == {"ok": True}
    assert "no name" in str(show("../etc").get("error"))
    assert main(["show", "history"]) == 0
    assert engine.events == [WindowWanted(), WindowWanted("settings:about"), WindowWanted("history")]


@pytest.mark.usefixtures("server")
def test_status_tells_what_is_going_on(status: StatusKeeper) -> None:
    status.follow(StateChanged(State.READY))
    status.follow(ModeChanged(Mode.HANDS_FREE))
    status.follow(MicrophoneOpened("Webcam"))
    status.follow(Trouble(Fault.HOTKEY, "This keyboard has no F35."))
    ask("toggle")
    told = ask("status")
    assert told.pop("pid") == os.getpid()
    assert told.pop("version")
    assert told == {
        "ok": True,
        "state": "ready",
        "mode": "hands_free",
        "model": "nano",
        "languages": [],
        "microphone": "Webcam",
        "troubles": ["This keyboard has no F35."],
        "is_recording": True,
    }


@pytest.mark.usefixtures("server")
def test_nobody_else_can_reach_it() -> None:
    path = Path(control_address())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    "line",
    [
        *(b"\n", b"press\n", b"[]\n", b'"press"\n', b"\xff\xfe\n", b"{" * 3000 + b"\n", b'{"verb": "fly"}\n'),
        b'{"verb": "press", "job": ["dictate"]}\n',
        b'{"verb": "press", "job": "sing"}\n',
    ],
)
def test_nonsense_is_answered_and_does_nothing(engine: RecordingEngine, line: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(control_address())
        connection.sendall(line)
        answer = json.loads(connection.recv(4096))
    assert not answer["ok"]
    assert answer["error"]
    assert engine.controls == []
    assert ask("toggle")["ok"]


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("when", ["1e99", "-1.0", "NaN", "null", '"now"'])
def test_a_time_that_cannot_be_is_now(engine: RecordingEngine, when: str) -> None:
    now = time.monotonic()
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(control_address())
        connection.sendall(f'{{"verb": "press", "when": {when}}}\n'.encode())
        assert json.loads(connection.recv(4096)) == {"ok": True}
    (press,) = engine.controls
    assert isinstance(press, Press)
    assert press.at is not None
    assert now * 1000 - 1 <= press.at <= time.monotonic() * 1000 + 1


@pytest.mark.usefixtures("server")
def test_a_program_that_says_nothing_keeps_nobody_waiting(engine: RecordingEngine) -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(control_address())
        assert ask("toggle")["ok"]
    assert orders(engine) == ["Press"]


def test_a_second_assistant_is_refused_and_the_first_goes_on(
    server: ControlServer, engine: RecordingEngine
) -> None:
    with pytest.raises(AlreadyRunningError, match="running already"):
        ControlServer().claim()
    assert ask("toggle")["ok"]
    assert orders(engine) == ["Press"]


def test_what_a_dead_assistant_left_is_replaced(engine: RecordingEngine, status: StatusKeeper) -> None:
    path = Path(control_address())
    path.parent.mkdir(mode=0o755)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    assert path.exists()
    with pytest.raises(ControlError):
        ask("status")
    server = ControlServer()
    server.claim()
    server.serve(engine, lambda: WINDOW, status)
    assert ask("status")["ok"]
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    server.close()
    server.close()
    assert not path.exists()


def test_each_home_has_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = control_address()
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "stick"))
    other = control_address()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSISTANT_HOME", "stick")
    assert control_address() == other != plain


def test_without_a_runtime_folder_it_is_in_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert control_address().startswith(os.environ["XDG_CACHE_HOME"])


def test_a_folder_that_is_too_deep_for_a_socket_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/tmp/" + "x" * 100)
    with pytest.raises(ControlError, match="too long"):
        ControlServer().claim()


def test_a_folder_of_a_file_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ControlError, match="can't control"):
        ControlServer(str(tmp_path / "file" / "control.socket")).claim()


@pytest.mark.parametrize("verb", ["press", "release", "toggle", "cancel", "status"])
def test_where_no_assistant_runs_a_verb_says_so(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb]) == 3
    assert "assistant run" in capsys.readouterr().err
    assert main([verb, "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["ok"] is False


@pytest.mark.usefixtures("server")
def test_the_command_line_gives_orders(engine: RecordingEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["toggle", "--job", "ask"]) == 0
    assert main(["status"]) == 0
    assert capsys.readouterr().out.startswith("recording: push-to-talk, model nano")
    assert main(["cancel", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True}
    assert main(["press", "--job", "sing"]) == 1
    assert "sing" in capsys.readouterr().err
    assert main(["press", "--job=command"]) == 0  # which argparse reads
    begun = [control.job for control in engine.controls if isinstance(control, Press)]
    assert begun == [Job.ASK, Job.COMMAND]


@pytest.mark.parametrize(
    "arguments", [["press", "--jbo", "ask"], ["release", "--job", "ask"], ["status", "x"]]
)
def test_a_verb_that_is_written_wrong_is_explained(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.usefixtures("server")
def test_a_whole_process_gives_an_order_and_loads_nothing_heavy(engine: RecordingEngine) -> None:
    program = """
import sys
before = set(sys.modules)
from assistant.cli import main
code = main(["toggle"])
print(*sorted(set(sys.modules) - before))
sys.exit(code)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & (SLOW_STANDARD | set(DOORS) | {"numpy"})
    wait_until(lambda: orders(engine) == ["Press"], "the press")
