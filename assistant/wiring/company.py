"""What goes on beside the engine while the user speaks: other programs' sound, our own sounds, warnings."""

from pathlib import Path

from assistant.devices import places
from assistant.devices.chimes import Chimes, Play
from assistant.devices.desktop import find_quieter
from assistant.devices.latency import LatencyKeeper
from assistant.engine.engine import Engine
from assistant.hear.ports import Source
from assistant.values.event import Event, SettingsChanged
from assistant.values.settings import Settings


class Company:
    """An observer that needs the engine, too; it begins when it has joined it."""

    def __init__(self, settings: Settings, source: Source) -> None:
        """Be as `settings` ask for, for what is heard through `source`."""
        self._engine: Engine | None = None
        self._chimes = Chimes(self._report, *_chiming(settings))
        self._quieter = find_quieter(settings.hear.others, _note())
        self._latency = LatencyKeeper(source.position, settings.keep)

    def __call__(self, event: Event) -> None:
        """Look at what happened; returns at once."""
        if isinstance(event, SettingsChanged):
            self._fit(event.settings)
        self._chimes(event)
        self._latency(event)
        if self._quieter is not None:
            self._quieter(event)

    def join(self, engine: Engine) -> None:
        """Begin, and end with `engine`."""
        self._engine = engine
        for each in (self._chimes, self._quieter):
            if each is not None:
                engine.closing(each.stop)
                each.start()

    def _fit(self, settings: Settings) -> None:
        self._chimes.fit(*_chiming(settings))
        self._latency.fit(settings.keep)
        if self._quieter is not None:
            self._quieter.choose(settings.hear.others)
            return
        self._quieter = find_quieter(settings.hear.others, _note())
        if self._quieter is not None and self._engine is not None:
            self._engine.closing(self._quieter.stop)
            self._quieter.start()

    def _report(self, event: Event) -> None:
        if self._engine is not None:
            self._engine.report(event)


def _chiming(settings: Settings) -> tuple[float, Play | None]:
    from assistant.devices.microphone.player import play

    return settings.act.longest_recording_s, play if settings.hear.sounds else None


def _note() -> Path:
    return places.places().state / "quiet.json"
