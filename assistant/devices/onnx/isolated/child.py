"""A running child process and the pipes to it."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock

import assistant
from assistant.devices.onnx.isolated.shared import SharedBlock
from assistant.devices.onnx.isolated.wire import Answer, Command, Said, read_answer
from assistant.devices.onnx.isolated.worker import FLAG

_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); import assistant; del sys.path[0]; "
    "from assistant.devices.onnx.isolated.worker import main; main(sys.argv[2])"
)
"""Finds this very package first, whatever lies in the working folder, and nothing else through it."""
_LAST_WISH = 1.0
"""Seconds it has to exit after its pipe was closed."""


def worker_command() -> list[str]:
    """Return the program that is the child, without its last argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    root = Path(assistant.__file__).parents[1]
    return [sys.executable, "-P", "-c", _BOOT, str(root)]


@dataclass(frozen=True, slots=True)
class Work:
    """What a child process is to load."""

    graph: Path
    threads: int
    """0: as many as were measured to be best."""
    prepare: bool
    """Prepare the model for this machine where that was not done yet."""
    device: str
    """auto, cpu, gpu, cuda, webgpu or coreml."""
    unload_after_s: float
    """Seconds without work after which the child ends itself; 0: never."""


class Child:
    """One running child process."""

    def __init__(
        self, program: list[str], work: Work, block: SharedBlock, tell: Callable[[str], None]
    ) -> None:
        """Start it; `tell` is told its notices. Raises OSError."""
        told = {**asdict(work), "graph": str(work.graph.resolve()), "block": block.handle}
        self._process = subprocess.Popen(
            [*program, json.dumps(told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            pass_fds=block.descriptors,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError("the child process has no pipes")
        self._commands = self._process.stdin
        self._answers = self._process.stdout
        self._lock = Lock()
        self._is_ready = False
        self._tell = tell
        self.runs_on = ""
        """What runs the model, by its latest answer."""

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether it is gone: after a crash, or because it had nothing to do."""
        return self._process.poll() is not None

    def tell(self, command: Command) -> None:
        """Send a command, from any thread. A child that is gone shows where its answer is read."""
        with self._lock:
            if self._commands.closed:
                return
            try:
                self._commands.write(command.pack())
            except OSError:  # a broken pipe
                return

    def wait_ready(self) -> Answer:
        """Wait until the model is loaded, or could not be. Raises EOFError where the child died."""
        return Answer(Said.READY, 0) if self._is_ready else self._next()

    def wait_answer(self, serial: int) -> Answer:
        """Wait for the answer to a run, or for the news that there will be none. Raises EOFError."""
        while True:
            answer = self._next()
            if answer.serial == serial or (answer.serial == 0 and answer.said is Said.FAILED):
                return answer

    def end(self) -> int:
        """Wait until it is gone, and kill it where it does not go; return its exit status."""
        with self._lock:
            self._commands.close()
        try:
            return self._process.wait(_LAST_WISH)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def close(self) -> int:
        """End it and close the pipe of answers, which nobody may be reading; return its exit status."""
        status = self.end()
        self._answers.close()
        return status

    def _next(self) -> Answer:
        while True:
            answer = read_answer(self._answers)
            if answer.said is not Said.NOTICE:
                break
            self._tell(answer.text)
        self._is_ready |= answer.said is Said.READY
        if answer.said in {Said.READY, Said.DONE}:
            self.runs_on = answer.text
        return answer
