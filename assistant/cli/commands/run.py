"""`assistant run`: the assistant itself, with a tray icon or headless."""

import logging
import sys
from argparse import Namespace
from dataclasses import dataclass

from assistant.act.ports import Desktop
from assistant.cli.commands import demo
from assistant.cli.options import settings_from
from assistant.cli.show import TroublePrinter
from assistant.cli.signals import Interruption
from assistant.engine.engine import Engine
from assistant.engine.ports import Observer
from assistant.errors import AlreadyRunningError, ControlError
from assistant.hear.ports import Source
from assistant.services.control.client import show
from assistant.services.control.server import ControlServer
from assistant.services.control.status import StatusKeeper
from assistant.values.control import Job, Mode
from assistant.values.settings import Settings
from assistant.wiring import SettingsFollower, build, offer_recordings, watch_hotkey, watch_screen
from assistant.wiring.company import Company

READY = """\
Ready. Hold {key}, speak, let go: the text appears in the window that has the focus. Ctrl+C ends.
"""
READY_WITHOUT_KEY = """\
Ready. `assistant toggle` begins and ends: the text appears in the window that has the focus. Ctrl+C ends.
"""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What this machine offers."""

    desktop: Desktop | None
    microphone: Source | None

    @property
    def missing(self) -> str:
        """What is not there, for people; empty where all is."""
        parts = []
        if self.desktop is None:
            parts.append("no display")
        if self.microphone is None:
            parts.append("no microphone")
        return " and ".join(parts)


def run(options: Namespace) -> int:
    """Start the assistant; without a display or a microphone, play the recorded demo and say so."""
    logging.basicConfig(level=logging.WARNING, format="assistant: %(message)s")
    settings = settings_from(options)
    around = look_around(settings)
    if around.desktop is None or around.microphone is None:
        if around.desktop is not None:
            around.desktop.close()
        sys.stdout.write(f"There is {around.missing} here, so this is the recorded demo.\n\n")
        return demo.play(settings)
    front = _headless if options.headless else _with_tray
    try:
        control = _claim_control()
    except AlreadyRunningError:
        around.desktop.close()
        if options.headless or not _shown():
            raise
        return 0
    return front(settings, around.microphone, around.desktop, control)


def look_around(settings: Settings) -> Surroundings:
    """Find the desktop and a microphone."""
    from assistant.devices.desktop import find_desktop
    from assistant.devices.microphone import PortAudioMicrophone, list_microphones

    # One that was chosen and is not plugged in is waited for; none at all is another matter.
    chosen = settings.hear.microphone
    on_demand = settings.hear.microphone_use == "on_demand" and settings.mode is Mode.PUSH_TO_TALK
    microphone = (
        PortAudioMicrophone(chosen, keep_trying=True, on_demand=on_demand) if list_microphones() else None
    )
    return Surroundings(find_desktop(settings.act), microphone)


def start(settings: Settings, source: Source, desktop: Desktop, observers: tuple[Observer, ...]) -> Engine:
    """Return the running assistant, its hotkey watched."""
    company = Company(settings, source)
    engine = build(settings, source, desktop, (*observers, company))
    engine.closing(desktop.close)
    company.join(engine)
    engine.start()
    follower = SettingsFollower(engine, settings)
    follower.keeper = watch_hotkey(engine, settings.act, desktop)
    follower.start()
    offer_recordings(engine, settings.keep)
    watch_screen(engine, follower)
    return engine


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


def _serve(control: ControlServer | None, engine: Engine, desktop: Desktop, status: StatusKeeper) -> Engine:
    if control is not None:
        control.serve(engine, desktop.active_window, status)
        engine.closing(control.close)
    return engine


def _headless(settings: Settings, source: Source, desktop: Desktop, control: ControlServer | None) -> int:
    status = StatusKeeper(settings)
    engine = start(settings, source, desktop, (TroublePrinter(), status.follow))
    _serve(control, engine, desktop, status)
    engine.wait_until_loaded()
    sys.stdout.write(_ready(settings, has_hotkeys=engine.keys.has_hotkeys))
    sys.stdout.flush()
    try:
        with Interruption() as interruption:
            interruption.wait(lambda: engine.wait_until_finished(0.2))
    finally:
        engine.stop()
    return 0


def _with_tray(settings: Settings, source: Source, desktop: Desktop, control: ControlServer | None) -> int:
    from assistant.devices.microphone import list_microphones
    from assistant.tray.app import run_tray
    from assistant.tray.desk import About

    model = settings.recognize.model
    about = About(
        model=model.name if model else "nano",
        is_demo=model is None,
        hotkey=settings.act.hotkeys[0].keys if settings.act.hotkeys else "",
        mode=settings.mode,
        microphone=settings.hear.microphone,
        credits=_credits,
    )
    status = StatusKeeper(settings, has_windows=True)

    def begin(observer: Observer) -> Engine:
        engine = start(settings, source, desktop, (observer, TroublePrinter(), status.follow))
        return _serve(control, engine, desktop, status)

    return run_tray(
        begin,
        lambda: [one.name for one in list_microphones()],
        about,
    )


def _ready(settings: Settings, *, has_hotkeys: bool) -> str:
    """Say how to begin, by the first key that dictates."""
    keys = [hotkey.keys for hotkey in settings.act.hotkeys if hotkey.job is Job.DICTATE]
    return READY.format(key=keys[0]) if keys and has_hotkeys else READY_WITHOUT_KEY


def _credits() -> str:
    from assistant.devices.places import nano_model
    from assistant.devices.store.licence import licence_text
    from assistant.devices.store.store import ModelStore

    installed = [
        entry.model
        for entry in ModelStore().entries()
        if entry.model and entry.place and entry.model.needs_consent
    ]
    card = nano_model() / "README.md"
    return "\n\n".join([*(licence_text(model) for model in installed), card.read_text(encoding="utf-8")])
