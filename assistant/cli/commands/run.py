"""`assistant run`: the assistant itself, with a tray icon or headless.

What is imported at the top is what the icon needs; everything else loads behind it.
"""

import logging
import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, NoReturn

from assistant.act.ports import Desktop
from assistant.cli.options import settings_from
from assistant.devices.desktop import find_desktop
from assistant.errors import AlreadyRunningError, ControlError
from assistant.services.control.client import show
from assistant.services.control.server import ControlServer
from assistant.values.control import Job
from assistant.values.settings import Settings

if TYPE_CHECKING:  # the engine's modules wait until the icon is there
    from assistant.engine.engine import Engine
    from assistant.engine.ports import Observer

READY = """\
Ready. Hold {key}, speak, let go: the text appears in the window that has the focus. Ctrl+C ends.
"""
READY_WITHOUT_KEY = """\
Ready. `assistant toggle` begins and ends: the text appears in the window that has the focus. Ctrl+C ends.
"""
NO_MICROPHONE = "no microphone"


def run(options: Namespace) -> int:
    """Start the assistant; without a display or a microphone, play the recorded demo and say so."""
    logging.basicConfig(level=logging.WARNING, format="assistant: %(message)s")
    settings = settings_from(options)
    desktop = find_desktop(settings.act)
    if desktop is None:
        return _demo(settings, _missing(settings))
    try:
        control = _claim_control()
    except AlreadyRunningError:
        desktop.close()
        if options.headless or not _shown():
            raise
        return 0
    front = _headless if options.headless else _with_tray
    return front(settings, desktop, control)


def _missing(settings: Settings) -> str:
    """Say what is not there besides the display."""
    from assistant.cli.running.starting import find_microphone

    return "no display" if find_microphone(settings) else f"no display and {NO_MICROPHONE}"


def _demo(settings: Settings, missing: str) -> int:
    from assistant.cli.commands import demo

    sys.stdout.write(f"There is {missing} here, so this is the recorded demo.\n\n")
    return demo.play(settings)


def _without_microphone(settings: Settings, desktop: Desktop, control: ControlServer | None) -> int:
    desktop.close()
    if control is not None:
        control.close()
    return _demo(settings, NO_MICROPHONE)


def _claim_control() -> ControlServer | None:
    """Make this the assistant that `assistant press` talks to. Raises AlreadyRunningError."""
    control = ControlServer()
    try:
        control.claim()
    except AlreadyRunningError:
        raise
    except ControlError as error:
        sys.stderr.write(f"assistant: {error}\n")
        return None
    return control


def _shown() -> bool:
    """Have the assistant that runs show itself; False where it can't."""
    try:
        answer = show()
    except ControlError:
        return False
    if answer.get("ok"):
        sys.stdout.write("The assistant is running already; it has come to the front.\n")
    return bool(answer.get("ok"))


def _headless(settings: Settings, desktop: Desktop, control: ControlServer | None) -> int:
    from assistant.cli.running.starting import find_microphone, start
    from assistant.cli.signals import Interruption

    microphone = find_microphone(settings)
    if microphone is None:
        return _without_microphone(settings, desktop, control)
    engine = start(settings, (microphone, desktop), control)
    engine.wait_until_loaded()
    sys.stdout.write(_ready(settings, has_hotkeys=engine.keys.has_hotkeys))
    sys.stdout.flush()
    try:
        with Interruption() as interruption:
            interruption.wait(lambda: engine.wait_until_finished(0.2))
    finally:
        engine.stop()
    return 0


def _with_tray(settings: Settings, desktop: Desktop, control: ControlServer | None) -> int:
    from assistant.tray.app import run_tray
    from assistant.tray.desk import About
    from assistant.tray.running.caretaker import NOT_HERE
    from assistant.tray.voice.voice import QtVoices

    voices = QtVoices()

    def begin(observer: "Observer") -> "Engine | None":
        from assistant.cli.running.starting import find_microphone, start

        microphone = find_microphone(settings)
        if microphone is None:
            return None
        return start(settings, (microphone, desktop), control, observer, find_voice=voices.find)

    model = settings.recognize.model
    about = About(
        model=model.name if model else "nano",
        is_demo=model is None,
        hotkey=settings.act.hotkeys[0].keys if settings.act.hotkeys else "",
        mode=settings.mode,
        microphone=settings.hear.microphone,
    )
    code = run_tray(begin, _microphones, about)
    if code == NOT_HERE:
        return _without_microphone(settings, desktop, control)
    if code:
        _leave_at_once(code)
    return code


def _leave_at_once(code: int) -> NoReturn:
    """End without the interpreter's farewell, in which a stream that was not closed waits for ever."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _microphones() -> list[str]:
    from assistant.cli.running.starting import microphone_names

    return microphone_names()


def _ready(settings: Settings, *, has_hotkeys: bool) -> str:
    """Say how to begin, by the first key that dictates."""
    keys = [hotkey.keys for hotkey in settings.act.hotkeys if hotkey.job is Job.DICTATE]
    return READY.format(key=keys[0]) if keys and has_hotkeys else READY_WITHOUT_KEY
