"""The small window, as a desktop without a tray sees it."""

from assistant.tray.desk import Desk
from assistant.tray.frame.small_window import SmallWindow
from assistant.tray.running.caretaker import Started
from assistant.tray.tray import Tray
from assistant.values.action import KeepText, Outcome, Result
from assistant.values.event import ActionPerformed, Fault, MicrophoneOpened, State, StateChanged, Trouble
from tests.fakes.engine import ScriptedEngine

_TRAYS: list[Tray] = []
"""Keeps them alive as long as their windows may be shown."""


def ready(desk: Desk) -> SmallWindow:
    tray = Tray(desk)
    _TRAYS.append(tray)
    tray.follow(Started(ScriptedEngine()))
    tray.follow(MicrophoneOpened("Headset"))
    tray.follow(StateChanged(State.READY))
    return tray.window


def troubled(desk: Desk) -> SmallWindow:
    window = ready(desk)
    tray = _TRAYS[-1]
    tray.follow(ActionPerformed(1, KeepText("turn on the lights", "unsure"), Outcome(Result.KEPT)))
    tray.follow(Trouble(Fault.MICROPHONE_LOST, "The microphone is gone. Plug it in again."))
    tray.follow(StateChanged(State.TROUBLE))
    return window


SCENES = {"small": ready, "small-trouble": troubled}
