"""Everything heavy that `assistant run` starts: microphone, engine, and whoever follows it."""

from typing import TYPE_CHECKING

from assistant.act.ports import Desktop
from assistant.cli.show import TroublePrinter
from assistant.engine.engine import Engine
from assistant.engine.ports import Observer
from assistant.hear.ports import Source
from assistant.services.control.server import ControlServer
from assistant.services.control.status import StatusKeeper
from assistant.values.control import Mode
from assistant.values.settings import Settings
from assistant.wiring import SettingsFollower, build, offer_recordings, watch_hotkey, watch_screen
from assistant.wiring.company import Company

if TYPE_CHECKING:  # where no language model is switched on, nothing of it is imported
    from assistant.devices.voice.chosen import FindVoice


def find_microphone(settings: Settings) -> Source | None:
    """Return the microphone; None where this machine has none at all."""
    from assistant.devices.microphone import PortAudioMicrophone, list_microphones

    # One that was chosen and is not plugged in is waited for; none at all is another matter.
    chosen = settings.hear.microphone
    on_demand = settings.hear.microphone_use == "on_demand" and settings.mode is Mode.PUSH_TO_TALK
    return PortAudioMicrophone(chosen, keep_trying=True, on_demand=on_demand) if list_microphones() else None


def start(
    settings: Settings,
    around: tuple[Source, Desktop],
    control: ControlServer | None,
    *faces: Observer,
    find_voice: "FindVoice | None" = None,
) -> Engine:
    """Return the running assistant, its hotkey watched and its orders heard; `faces` show it in windows.

    `find_voice` finds the voice that those windows have, if any.
    """
    source, desktop = around
    status = StatusKeeper(settings, has_windows=bool(faces))
    company = Company(settings, source)
    told: tuple[Observer, ...] = (*faces, TroublePrinter(), status.follow, company)
    engine = build(settings, source, desktop, *told, find_voice=find_voice)
    engine.closing(desktop.close)
    company.join(engine)
    engine.start()
    follower = SettingsFollower(engine, settings)
    follower.keeper = watch_hotkey(engine, settings.act, desktop)
    follower.start()
    offer_recordings(engine, settings.keep)
    watch_screen(engine, follower)
    if control is not None:
        control.serve(engine, desktop.active_window, status)
        engine.closing(control.close)
    return engine


def microphone_names() -> list[str]:
    """Return the names of the microphones there are now. Raises AssistantError."""
    from assistant.devices.microphone import list_microphones

    return [one.name for one in list_microphones()]
