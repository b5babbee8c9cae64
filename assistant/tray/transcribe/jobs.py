"""Files that wait, are read or have been read: one at a time, each in a process of its own.

That process is polite (nice 10) and stands still while somebody dictates, so dictation is not slowed down.
What it has read stays on the disk until the whole is read: called off and begun again, it goes on from there.
"""

import json
import os
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assistant.devices.desktop.autostart.itself import itself
from assistant.errors import UnreadableAudioError
from assistant.tray.errands import Errands
from assistant.tray.looks.said import said
from assistant.values.event import State, StateChanged

NICE = 10
BUSY = {State.HEARING, State.THINKING, State.ACTING}
SOONEST_S = 3.0
"""Seconds before anything is said about how long it will take."""


class Phase(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    CALLED_OFF = "called_off"
    FAILED = "failed"


@dataclass(slots=True)
class Job:
    """One file."""

    path: Path
    phase: Phase = Phase.WAITING
    fraction: float = 0.0
    parts: list[str] = field(default_factory=list, repr=False)
    """What has been read so far, section by section."""
    result: dict[str, Any] = field(default_factory=dict, repr=False)
    """The transcript as `assistant transcribe --json` writes it, once it is whole."""
    problem: str = ""
    _begun: tuple[float, float] = (0.0, 0.0)
    """When it was begun, and at which fraction it went on."""

    @property
    def text(self) -> str:
        """What can be shown now."""
        return str(self.result.get("text", "")) or " ".join(self.parts)

    @property
    def is_being_read(self) -> bool:
        """Tell whether nobody has called it off meanwhile."""
        return self.phase is Phase.READING

    @property
    def left_s(self) -> float | None:
        """Seconds to go at this pace; None while that is not known."""
        since, first = self._begun
        spent, done = monotonic() - since, self.fraction - first
        if self.phase is not Phase.READING or spent < SOONEST_S or done <= 0:
            return None
        return spent / done * (1.0 - self.fraction)

    def begin(self) -> None:
        """Be read from now on."""
        self.phase, self.problem = Phase.READING, ""
        self.parts.clear()
        self._begun = (monotonic(), -1.0)

    def learn(self, told: dict[str, Any]) -> None:
        """Take what the process tells."""
        match told.get("event"):
            case "progress":
                self.fraction = float(told["fraction"])
                if self._begun[1] < 0:
                    self._begun = (monotonic(), self.fraction)
            case "part":
                self.parts.append(str(told["text"]))
            case "done":
                self.result, self.fraction = told["transcript"], 1.0
            case "failed":
                self.problem = said(told["message"])
            case _:
                pass


class Jobs(QObject):
    """The queue. One file after the other, in the order they came."""

    changed = Signal(object)
    """A Job has changed."""
    _heard = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.all: list[Job] = []
        self._errands = Errands()
        self._process: subprocess.Popen[str] | None = None
        self._current: Job | None = None
        self._is_still = False
        self._heard.connect(self._learn, Qt.ConnectionType.QueuedConnection)

    def add(self, path: Path) -> Job:
        """Let a file be read when its turn comes."""
        job = Job(path)
        self.all.append(job)
        self._queue(job)
        return job

    def again(self, job: Job) -> None:
        """Go on with a file that was called off, or try one again that failed."""
        if job.phase in {Phase.CALLED_OFF, Phase.FAILED}:
            self._queue(job)

    def call_off(self, job: Job) -> None:
        """Stop reading a file, or do not begin; what was read of it is kept for another time."""
        was_reading = job.phase is Phase.READING
        if job.phase in {Phase.WAITING, Phase.READING}:
            job.phase = Phase.CALLED_OFF
            self.changed.emit(job)
        if was_reading:
            self._end()

    @Slot(object)
    def follow(self, event: object) -> None:
        """Stand still while somebody dictates."""
        if isinstance(event, StateChanged):
            self._is_still = event.state in BUSY
            self._obey_stillness()

    def close(self) -> None:
        """Stop everything."""
        self._errands.close()
        for job in self.all:
            if job.phase in {Phase.WAITING, Phase.READING}:
                job.phase = Phase.CALLED_OFF
        self._end()

    def _queue(self, job: Job) -> None:
        job.phase = Phase.WAITING
        self._errands.run(partial(self._read, job), lambda _done: self._settle(job), partial(self._fail, job))
        self.changed.emit(job)

    def _read(self, job: Job) -> None:
        """Read one file to its end, on the errands' thread. Raises UnreadableAudioError, OSError."""
        if job.phase is not Phase.WAITING:
            return
        job.begin()
        self._heard.emit(job, {})
        command = [*itself(), "transcribe", "--watch", str(job.path)]
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        ) as process:
            self._process = process
            with suppress(OSError, AttributeError):  # not every system has it
                os.setpriority(os.PRIO_PROCESS, process.pid, NICE)
            self._obey_stillness()
            if process.stdout is not None:
                for line in process.stdout:
                    with suppress(ValueError):
                        self._heard.emit(job, json.loads(line))
            complaint = process.stderr.read().strip() if process.stderr is not None else ""
        self._process = None
        if process.returncode and job.is_being_read:
            last = complaint.splitlines()[-1] if complaint else ""
            raise UnreadableAudioError(
                last.removeprefix("assistant: ") or f"{job.path.name} could not be read"
            )

    @Slot(object, object)
    def _learn(self, job: Job, told: dict[str, Any]) -> None:
        job.learn(told)
        self.changed.emit(job)

    def _settle(self, job: Job) -> None:
        if job.phase is Phase.READING:
            job.phase = Phase.DONE if job.result else Phase.FAILED
        self.changed.emit(job)

    def _fail(self, job: Job, error: Exception) -> None:
        job.phase, job.problem = Phase.FAILED, job.problem or said(error)
        self.changed.emit(job)

    def _end(self) -> None:
        process = self._process
        if process is not None:
            with suppress(OSError):
                if hasattr(signal, "SIGCONT"):
                    process.send_signal(signal.SIGCONT)  # one that stands still hears of nothing else
                process.terminate()

    def _obey_stillness(self) -> None:
        process = self._process
        if process is not None and hasattr(signal, "SIGSTOP"):
            with suppress(OSError):
                process.send_signal(signal.SIGSTOP if self._is_still else signal.SIGCONT)
