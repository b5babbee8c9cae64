"""The child process: its crashes, its errors, its end, and what it never loads."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread, Timer

import onnx
import pytest

from assistant.devices.onnx.isolated.child import worker_command
from assistant.devices.onnx.isolated.model import ChildAcousticModel
from assistant.devices.onnx.layout import SHERPA, read_model
from assistant.engine.work import CancelToken
from assistant.errors import CancelledError, ModelError, RecognizerCrashedError
from assistant.recognize.ports import Query
from assistant.values.settings import RecognizeSettings
from tests.support import graphs

SLOW = 20_000
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and /proc as on POSIX")


@pytest.fixture
def model(tmp_path: Path) -> Iterator[ChildAcousticModel]:
    child = ChildAcousticModel(read_model(graphs.write_folder(tmp_path, SHERPA)))
    yield child
    child.close()


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[ChildAcousticModel]:
    child = ChildAcousticModel(read_model(graphs.write_folder(tmp_path / "slow", SHERPA, SLOW)))
    yield child
    child.close()


def wait_until(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def is_alive(pid: int) -> bool:
    """Say whether a process runs; a zombie does not."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_killed_in_mid_run_it_answers_all_the_same(slow: ChildAcousticModel) -> None:
    slow.warm()
    first = slow.pid
    assert first is not None
    Timer(0.2, os.kill, (first, signal.SIGKILL)).start()
    assert slow.emit(graphs.features(3, 4), Query()).best.tolist() == [3, 4]
    assert slow.pid != first


def test_killed_between_runs_it_answers_all_the_same(model: ChildAcousticModel) -> None:
    model.warm()
    assert model.pid is not None
    os.kill(model.pid, signal.SIGKILL)
    assert model.emit(graphs.features(3, 4), Query()).best.tolist() == [3, 4]


def test_killed_twice_it_gives_up_and_the_next_run_works(slow: ChildAcousticModel) -> None:
    slow.warm()
    killed: set[int] = set()

    def kill_twice() -> None:
        while len(killed) < 2:
            pid = slow.pid
            if pid is not None and pid not in killed:
                killed.add(pid)
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.01)

    killer = Thread(target=kill_twice)
    killer.start()
    with pytest.raises(RecognizerCrashedError, match=r"crashed 2 times in a row \(exit status -9\)"):
        slow.emit(graphs.features(*[3] * 20), Query())
    killer.join()
    assert slow.emit(graphs.features(4), Query()).best.tolist() == [4]


def test_a_program_that_never_runs_is_a_crash_and_not_a_hang(tmp_path: Path) -> None:
    files = read_model(graphs.write_folder(tmp_path, SHERPA))
    for program in ([sys.executable, "-c", "raise SystemExit(3)"], [str(tmp_path / "nothing")]):
        broken = ChildAcousticModel(files, program=program)
        with pytest.raises(RecognizerCrashedError, match=r"exit status 3|cannot be started"):
            broken.emit(graphs.features(3), Query())
        broken.close()


def test_its_errors_come_through_with_their_message(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA)
    path = folder / "model.int8.onnx"
    files = read_model(folder)
    graph = onnx.load(path)
    graph.graph.node[0].op_type = "NoSuchOperator"
    onnx.save(graph, path)
    child = ChildAcousticModel(files)
    for attempt in (child.warm, lambda: child.emit(graphs.features(3), Query())):
        with pytest.raises(ModelError, match=r"cannot load .*NoSuchOperator"):
            attempt()
    child.close()


def test_an_error_of_one_run_does_not_harm_the_next(model: ChildAcousticModel) -> None:
    with pytest.raises(ModelError, match="does not run"):
        model.emit(graphs.features(3), Query(language=99))
    pid = model.pid
    assert model.emit(graphs.features(3), Query()).best.tolist() == [3]
    assert model.pid == pid


def test_too_much_audio_is_an_error_that_says_so(model: ChildAcousticModel) -> None:
    with pytest.raises(ModelError, match="too many to recognise at once"):
        model.emit(graphs.features(*[3] * 20_000), Query())


def test_a_cancellation_while_it_loads_does_not_wait(model: ChildAcousticModel) -> None:
    token = CancelToken()
    Timer(0.02, token.set).start()  # loading takes a few hundred milliseconds
    with pytest.raises(CancelledError):
        model.emit(graphs.features(3), Query(), token)
    assert model.emit(graphs.features(4), Query()).best.tolist() == [4]


def test_closed_in_mid_run_the_run_is_cancelled(slow: ChildAcousticModel) -> None:
    slow.warm()
    Timer(0.2, slow.close).start()
    with pytest.raises(CancelledError):
        slow.emit(graphs.features(*[3] * 200), Query())
    assert slow.emit(graphs.features(4), Query()).best.tolist() == [4]


def test_closed_it_is_gone_and_so_is_its_memory(model: ChildAcousticModel) -> None:
    files_before = len(list(Path("/proc/self/fd").iterdir()))
    model.emit(graphs.features(3), Query())
    pid = model.pid
    assert pid is not None
    assert is_alive(pid)
    model.close()
    assert not is_alive(pid)
    assert len(list(Path("/proc/self/fd").iterdir())) == files_before


def test_it_dies_with_its_parent_however_that_ends(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path, SHERPA, SLOW)
    program = (
        "import sys, threading, time; from pathlib import Path\n"
        "from assistant.devices.onnx import load_model\n"
        "from assistant.recognize.ports import Query\n"
        "from assistant.values.settings import RecognizeSettings\n"
        "from tests.support import graphs\n"
        "model = load_model(Path(sys.argv[1]), RecognizeSettings())\n"
        "model.warm()\n"
        "threading.Thread(target=lambda: model.emit(graphs.features(*[3] * 500), Query())).start()\n"
        "time.sleep(0.2)\n"
        "print(model.pid, flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert is_alive(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert wait_until(lambda: not is_alive(child))


def test_an_interrupt_from_the_terminal_does_not_end_it(model: ChildAcousticModel) -> None:
    model.warm()
    pid = model.pid
    assert pid is not None
    os.kill(pid, signal.SIGINT)
    assert model.emit(graphs.features(3), Query()).best.tolist() == [3]
    assert model.pid == pid


def test_it_loads_neither_windows_nor_sound(model: ChildAcousticModel) -> None:
    model.emit(graphs.features(3), Query())
    maps = Path(f"/proc/{model.pid}/maps").read_text()
    assert "onnxruntime" in maps
    for foreign in ("PySide6", "Qt6", "portaudio", "sndfile", "soxr", "webrtc", "Xlib", "sherpa"):
        assert foreign not in maps


def test_it_finds_its_own_package_whatever_lies_around(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = read_model(graphs.write_folder(tmp_path / "m", SHERPA))
    for name in ("assistant.py", "numpy.py", "json.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    child = ChildAcousticModel(files)
    assert child.emit(graphs.features(3), Query()).best.tolist() == [3]
    child.close()


def test_a_frozen_program_is_started_again_with_a_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command()[0] == sys.executable
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--acoustic-worker"]


def test_with_nothing_to_do_for_long_it_gives_its_memory_back(tmp_path: Path) -> None:
    files = read_model(graphs.write_folder(tmp_path, SHERPA))
    child = ChildAcousticModel(files, RecognizeSettings(unload_after_s=0.2))
    assert child.emit(graphs.features(3), Query()).best.tolist() == [3]
    first = child.pid
    assert first is not None
    assert wait_until(lambda: not is_alive(first))
    assert wait_until(lambda: not child.runs_on)

    def is_another() -> bool:
        child.wake()  # as at the key press; the last of its threads may still be ending
        return child.pid not in {None, first}

    assert wait_until(is_another)
    assert child.emit(graphs.features(4), Query()).best.tolist() == [4]
    child.close()


def test_woken_it_loads_while_nobody_waits(model: ChildAcousticModel) -> None:
    model.wake()
    pid = model.pid
    assert pid is not None
    model.wake()
    assert model.emit(graphs.features(3), Query()).best.tolist() == [3]
    assert model.pid == pid
    assert model.runs_on == "cpu"
