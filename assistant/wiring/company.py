"""What goes on beside the engine while the user speaks: other programs' sound, our own sounds, warnings."""

from assistant.devices import places
from assistant.devices.chimes import Chimes
from assistant.devices.desktop import find_quieter
from assistant.devices.latency import LatencyKeeper
from assistant.engine.engine import Engine
from assistant.engine.ports import Observer
from assistant.hear.ports import Source
from assistant.values.event import Event
from assistant.values.settings import Settings


class Company:
    """Observers that also need the engine; they begin when they have joined it."""

    def __init__(self, settings: Settings, source: Source) -> None:
        """Make those that `settings` ask for, for what is heard through `source`."""
        from assistant.devices.microphone.player import play

        self._engine: Engine | None = None
        longest = settings.act.longest_recording_s
        self._chimes = Chimes(self._report, longest, play if settings.hear.sounds else None)
        self._quieter = find_quieter(settings.hear.others, places.places().state / "quiet.json")
        self._latency = LatencyKeeper(source.position, settings.keep)

    @property
    def observers(self) -> tuple[Observer, ...]:
        """Who is to be told what happens."""
        own: tuple[Observer, ...] = (self._chimes, self._latency)
        return own if self._quieter is None else (*own, self._quieter)

    def join(self, engine: Engine) -> None:
        """Begin, and end with `engine`."""
        self._engine = engine
        for each in (self._chimes, self._quieter):
            if each is not None:
                engine.closing(each.stop)
                each.start()

    def _report(self, event: Event) -> None:
        if self._engine is not None:
            self._engine.report(event)
