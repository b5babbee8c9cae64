"""The small window, as a desktop without a tray sees it."""

from assistant.tray.desk import Desk
from assistant.tray.frame.small_window import SmallWindow
from assistant.tray.running.caretaker import Started
from assistant.tray.tray import Tray
from assistant.values.action import KeepText, Outcome, Result
from assistant.values.event import ActionPerformed, Fault, MicrophoneOpened, State, StateChanged, Trouble
from tests.fakes.engine import ScriptedEngine


def ready(desk: Desk) -> SmallWindow:
    return _tray(desk).window


def _tray(desk: Desk) -> Tray:
    tray = Tray(desk)
    tray.setParent(tray.window)  # lives as long as what is shown of it
    tray.follow(Started(ScriptedEngine()))
    tray.follow(MicrophoneOpened("Headset"))
    tray.follow(StateChanged(State.READY))
    return tray


def troubled(desk: Desk) -> SmallWindow:
    tray = _tray(desk)
    tray.follow(ActionPerformed(1, KeepText("turn on the lights", "unsure"), Outcome(Result.KEPT)))
    tray.follow(
        Trouble(
            Fault.MICROPHONE_LOST,
            "Headset delivers no audio. Plug it in again, or choose another microphone.",
        )
    )
    tray.follow(StateChanged(State.TROUBLE))
    return tray.window


SCENES = {"small": ready, "small-trouble": troubled}
