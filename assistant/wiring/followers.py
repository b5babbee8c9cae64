"""What an engine follows while it runs: keys, the lock screen, files that change."""

from collections.abc import Callable
from contextlib import closing
from itertools import count

from assistant.act.ports import Desktop
from assistant.devices.journal import DiskJournal
from assistant.devices.memory import settle
from assistant.devices.packs.shelf import PackShelf, Stock
from assistant.devices.settings_file import SettingsFile
from assistant.devices.settings_file.keys import with_changes
from assistant.devices.watch import Watch
from assistant.engine.engine import Engine
from assistant.understand.router import Router
from assistant.values.control import SetLock, UseSettings
from assistant.values.event import Fault, RecordingsFound, Recovered, Trouble
from assistant.values.settings import ActSettings, KeepSettings, Settings
from assistant.wiring.keepers import journal_folder
from assistant.wiring.keys import HotkeyKeeper

SELDOM = 4
"""Looks of the watch for each at packs and applications: to look at them is dearer than at a flag."""


def take_stock(engine: Engine, router: Router, stock: Stock) -> None:
    """Let `router` understand these commands, and tell what is wrong with any."""
    router.use(stock.commands)
    for problem in stock.problems:
        engine.report(Trouble(Fault.COMMANDS, str(problem)))


def follow_packs(engine: Engine, router: Router, shelf: PackShelf, runs_on: Callable[[], str] = str) -> None:
    """Let `router` understand what the packs hold whenever one of the user's is changed.

    When the model has come for the first time, and whenever it has gone (`runs_on` is empty then), nobody
    waits for anything: then grammars are made ready, and memory is given back.
    """

    def take(stock: Stock) -> None:
        take_stock(engine, router, stock)
        router.warm()
        if not stock.problems:
            engine.report(Recovered(Fault.COMMANDS, "All commands can be read."))

    known, has_settled = shelf.stamp(), False

    def changed() -> None:
        nonlocal known, has_settled
        before, known = known, shelf.stamp()
        if known != before:
            take(shelf.read())
        elif not (has_settled and runs_on()):  # if the model has just come back, somebody is speaking
            router.warm()
            settle()
            has_settled = True

    looks, packs = count(), shelf.stamp()

    def stamp() -> object:
        nonlocal packs
        if next(looks) % SELDOM == 0:
            packs = shelf.stamp()
        is_loaded = engine.wait_until_loaded(0)
        return is_loaded, is_loaded and bool(runs_on()), packs

    watch = Watch(stamp, changed)
    engine.closing(watch.stop)
    watch.start()


def offer_recordings(engine: Engine, settings: KeepSettings) -> None:
    """Tell what earlier runs left undelivered, if anything."""
    folder = journal_folder(settings)
    if settings.private or not folder.is_dir():
        return
    with closing(DiskJournal(folder)) as journal:
        pending = journal.pending()
    if pending:
        engine.report(RecordingsFound(len(pending), sum(entry.seconds for entry in pending)))


class SettingsFollower:
    """Lets an engine do as the settings say, whatever way they are changed while it runs."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        """Begin with `settings`: those of the file, with what a command line may have said on top.

        What was said there holds until the same setting is changed in the file.
        """
        self.settings = settings
        """By which everything goes now."""
        self.keeper: HotkeyKeeper | None = None
        """Watches the hotkeys, where anybody does."""
        self._engine = engine
        self._file = SettingsFile()
        self._read = self._file.read()
        self._problems: tuple[str, ...] = ()

    def start(self) -> None:
        """Tell what is wrong with the file as it is, and look for changes until the engine stops."""
        self._tell()
        watch = Watch(self._file.stamp, self.look)
        self._engine.closing(watch.stop)
        watch.start()

    def look(self) -> None:
        """Take up what the file says now."""
        before_in_file, self._read = self._read, self._file.read()
        self._tell()
        before = self.settings
        self.settings = with_changes(before, before_in_file, self._read)
        if self.settings == before:
            return
        self._engine.post(UseSettings(self.settings))
        if self.keeper is not None and _keys(self.settings) != _keys(before):
            self.keeper.use(self.settings.act)

    def _tell(self) -> None:
        before, self._problems = self._problems, self._file.problems
        for problem in self._problems:
            if problem not in before:
                self._engine.report(Trouble(Fault.SETTINGS, problem))
        if before and not self._problems:
            self._engine.report(Recovered(Fault.SETTINGS, "All settings can be read."))


def _keys(settings: Settings) -> tuple[object, ...]:
    return settings.act.hotkeys, settings.act.evdev, settings.act.undo_key


def watch_screen(engine: Engine, follower: SettingsFollower) -> None:
    """Let the microphone close while the screen is locked, as long as that is wanted."""
    from assistant.devices.desktop import watch_screen_lock

    def told(is_locked: bool) -> None:  # noqa: FBT001 - what the screen lock tells
        if follower.settings.hear.close_on_lock or not is_locked:
            engine.post(SetLock(is_locked))

    stop = watch_screen_lock(told)
    if stop is not None:
        engine.closing(stop)


def watch_hotkey(engine: Engine, settings: ActSettings, desktop: Desktop) -> HotkeyKeeper:
    """Let the hotkeys drive `engine`; what is returned takes others."""
    keeper = HotkeyKeeper(engine, desktop)
    engine.closing(keeper.stop)
    keeper.use(settings)
    return keeper
