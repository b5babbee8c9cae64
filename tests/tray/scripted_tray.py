"""The tray with an engine that follows a script; prints what it was told. A program for the tests.

usage: python -m tests.tray.scripted_tray SCENARIO

    ready   an engine that is ready, has kept a text, and then lost its model
    hangs   an engine that never stops
    slow    an engine that takes for ever to start
    fails   an engine that can't start
    breaks  an engine that has a bug
    nothing no microphone, found out after a while
"""

import sys
import threading
import time

from assistant.engine.ports import Observer
from assistant.errors import NoMicrophoneError
from assistant.tray.app import run_tray
from assistant.tray.desk import About
from assistant.tray.running import caretaker
from assistant.tray.running.caretaker import RunningEngine
from assistant.values.action import InsertText, KeepText, Outcome, Result
from assistant.values.control import Control, Mode
from assistant.values.event import (
    ActionPerformed,
    Event,
    Fault,
    MicrophoneOpened,
    ModeChanged,
    State,
    StateChanged,
    Trouble,
)
from tests.fakes.engine import ScriptedEngine

BY_THEMSELVES = {"ready", "fails", "breaks"}
"""What leaves in good order at once, and on a busy machine is not hurried out."""
TROUBLE = "The model file is gone. Install it again."
EVENTS: tuple[Event, ...] = (
    MicrophoneOpened("Desk microphone"),
    ActionPerformed(1, InsertText("good morning", None), Outcome(Result.DELIVERED)),
    ActionPerformed(2, KeepText("turn on the lights", "unsure"), Outcome(Result.KEPT)),
    ModeChanged(Mode.HANDS_FREE),
    Trouble(Fault.MODEL, TROUBLE),
    StateChanged(State.READY),
)


class TalkingEngine(ScriptedEngine):
    """Prints each order as it comes, and when it is stopped."""

    def post(self, control: Control) -> None:
        super().post(control)
        print("told", control, flush=True)

    def stop(self, deadline: float = 2.0) -> bool:
        print("stopped", flush=True)
        return super().stop(deadline)


def main(scenario: str) -> int:
    if scenario in BY_THEMSELVES:
        caretaker.LEAVE_WITHIN_MS = 60_000
    engine = TalkingEngine(EVENTS)
    started = threading.Event()
    if scenario == "hangs":
        engine.may_stop.clear()

    def start(observer: Observer) -> RunningEngine | None:
        print("starting", flush=True)
        match scenario:
            case "slow":
                started.wait()
            case "nothing":
                started.wait(1.0)
                return None
            case "fails":
                raise NoMicrophoneError("No microphone is connected.")
            case "breaks":
                raise ZeroDivisionError
        return engine(observer)

    print("names", ["Headset", "Desk & chair"], flush=True)
    about = About("nano", is_demo=True)
    code = run_tray(start, lambda: ["Headset", "Desk & chair"], about)
    print("left", code, time.monotonic(), sep="\n", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
