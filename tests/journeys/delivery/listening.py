"""The assistant inside this process, so that a journey sees each of its events."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.microphone import PortAudioMicrophone
from assistant.devices.settings_file import SettingsFile
from assistant.engine.engine import Engine
from assistant.values.event import Event, MicrophoneOpened
from assistant.wiring import build, watch_hotkey
from tests.journeys.delivery.surroundings import SETTINGS, Surroundings, joined
from tests.support.waiting import wait_until

T = TypeVar("T")


class Listener:
    """Remembers every event of an engine."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.engine: Engine | None = None

    def all(self, kind: type[T]) -> list[T]:
        """Return the events of one kind so far."""
        return [event for event in list(self.events) if isinstance(event, kind)]

    def next(self, kind: type[T], begin: Callable[[], object]) -> T:
        """Do something, and return the first event of a kind that follows."""
        count = len(self.all(kind))
        begin()
        wait_until(lambda: len(self.all(kind)) > count, kind.__name__)
        return self.all(kind)[count]


@contextmanager
def listening(around: Surroundings) -> Iterator[Listener]:
    """Run an engine with a real microphone, a real desktop and a real key."""
    listener = Listener()
    with joined(around):
        file = around.home / "settings.toml"
        file.write_text(SETTINGS)
        settings = SettingsFile(file).read()
        settings = replace(settings, keep=replace(settings.keep, folder=around.home / "kept"))
        desktop = X11Desktop(settings.act, around.screen.name)
        engine = build(settings, PortAudioMicrophone(), desktop, listener.events.append)
        engine.closing(desktop.close)
        listener.engine = engine
        engine.start()
        try:
            watch_hotkey(engine, settings.act, desktop)
            if not engine.wait_until_loaded(60):
                raise TimeoutError("the model did not load")
            wait_until(lambda: listener.all(MicrophoneOpened), "the microphone")
            yield listener
        finally:
            engine.stop()
