"""How the rooms of a running engine are fitted to other settings."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from assistant.act.formatting.formatter import Formatter
from assistant.devices.history import SqliteHistory
from assistant.devices.journal import DiskJournal
from assistant.devices.packs.shelf import PackShelf
from assistant.engine.consult import ConsultRooms
from assistant.engine.ports import Keepers, Recognizer
from assistant.engine.rooms import Rooms
from assistant.hear.ports import Detector
from assistant.understand.gate import Gate
from assistant.values.settings import Settings
from assistant.wiring.keepers import build_keepers, open_history, open_journal
from assistant.wiring.recognizers import RecognizerLoader
from assistant.wiring.rooms import build_detector, build_second_detector, own_packs


@dataclass(slots=True)
class RoomFitter:
    """Implements engine.ports.Fitter for the real rooms.

    Every method is called by one thread only, and keeps what it needs to itself.
    """

    rooms: Rooms
    loader: RecognizerLoader
    shelf: PackShelf
    formatter: Callable[[Settings], Formatter]
    build_consult: Callable[[Settings], ConsultRooms | None] = field(default=lambda _settings: None)
    take_stock: Callable[[], None] = field(default=lambda: None)
    """Lets the router understand what is on the shelf now."""
    _heard: Settings = field(init=False)
    _kept: Settings = field(init=False)
    _keepers: Keepers = field(init=False)
    _thought: Settings = field(init=False)
    _second: Detector | None = None
    _stale: deque[tuple[int, Callable[[], None]]] = field(default_factory=deque)
    """What is closed once everything is written down that was said before: which change, and how."""
    _changes: int = 0
    _changes_acted_on: int = 0

    def __post_init__(self) -> None:
        """Begin with what the rooms were made for."""
        self._heard = self._kept = self._thought = self.rooms.settings
        self._keepers = Keepers(self.rooms.journal, self.rooms.history)

    def hear(self, settings: Settings) -> None:
        """Let the ear find speech as these settings say."""
        before, self._heard = self._heard, settings
        if settings.hear == before.hear:
            return
        is_same = settings.hear.vad_mode == before.hear.vad_mode
        self._second = self._second or build_second_detector()
        self.rooms.endpointer.fit(
            settings.hear,
            None if is_same else build_detector(settings.hear),
            self._second if settings.hear.silero else None,
        )

    def keep(self, settings: Settings) -> Keepers:
        """Return who remembers what is said from now on. Raises OSError."""
        self._changes += 1
        now, before = settings.keep, self._kept.keep
        if now.private is not before.private or now.folder != before.folder:
            keepers = build_keepers(now)
        else:
            keepers = self._keepers
            if now.journal is not before.journal:
                journal = open_journal(now) if now.journal and not now.private else None
                keepers = replace(keepers, journal=journal)
            if replace(now, journal=before.journal) != before:
                history = open_history(now) if now.history and not now.private else None
                keepers = replace(keepers, history=history)
        for old, new in ((self._keepers.journal, keepers.journal), (self._keepers.history, keepers.history)):
            if old is not new and isinstance(old, DiskJournal | SqliteHistory):
                self._stale.append((self._changes, old.close))
        self._kept, self._keepers = settings, keepers
        return keepers

    def think(self, settings: Settings) -> Recognizer | None:
        """Let the brain understand by these settings; return who recognises, None: as before.

        Raises ModelError, SettingsError.
        """
        before, self._thought = self._thought, settings
        consult = settings.consult
        self.rooms.planner.fit(settings.act, consults=consult.is_on)
        if settings.commands.folder != before.commands.folder:
            self.shelf.own = own_packs(settings.commands)
            self.take_stock()
        asks = consult.is_on and consult.on_a_miss
        self.rooms.router.fit(Gate(settings.recognize), settings.commands, asks_on_a_miss=asks)
        return self.loader.fit(settings.recognize)

    def consult(self, settings: Settings) -> ConsultRooms | None:
        """Return how a language model is asked by these settings; None: it is not."""
        return self.build_consult(settings)

    def act(self, settings: Settings) -> None:
        """Let the hands act by these settings."""
        self.rooms.performer.fit(settings.act)
        if self.rooms.repairer is not None:
            self.rooms.repairer.fit(self.formatter(settings))
        self._changes_acted_on += 1
        while self._stale and self._stale[0][0] <= self._changes_acted_on:
            self._stale.popleft()[1]()
