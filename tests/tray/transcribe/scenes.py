"""Files that are read: before the first, in the middle, and after the last."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QWidget

from assistant.tray.desk import Desk
from assistant.tray.transcribe.jobs import Job, Phase
from assistant.tray.transcribe.window import TranscribeWindow

TALK = ["Good morning everybody.", "今天我们讨论第三季度的计划。", "The first point is the budget."]


def _job(name: str, phase: Phase, fraction: float = 0.0) -> Job:
    return Job(Path(name), phase, fraction)


def empty(desk: Desk) -> TranscribeWindow:
    return TranscribeWindow(desk)


def reading(desk: Desk) -> TranscribeWindow:
    window = TranscribeWindow(desk)
    window.jobs._errands.close()  # nothing is really read
    for name in ("interview.m4a", "lecture 第二讲.flac", "broken.wav", "notes.opus"):
        window.add(Path("/recordings") / name)
    done, middle, broken, waiting = window.jobs.all
    done.phase, done.fraction, done.result = Phase.DONE, 1.0, {"text": "Done."}
    broken.phase, broken.problem = Phase.FAILED, "broken.wav is no audio that can be read"
    middle.phase, middle.fraction = Phase.READING, 0.42
    middle.parts.extend(TALK)
    middle._begun = (monotonic() - 60.0, 0.0)
    for job in (done, middle, broken, waiting):
        window.jobs.changed.emit(job)
    window.list.setCurrentRow(1)
    return window


SCENES: dict[str, Callable[[Desk], QWidget]] = {"transcribe-empty": empty, "transcribe": reading}
