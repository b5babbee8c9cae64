"""What an engine follows while it runs: keys, the lock screen, files that change."""

from contextlib import closing

from assistant.act.ports import Desktop
from assistant.devices.journal import DiskJournal
from assistant.devices.packs.shelf import PackShelf, Stock
from assistant.devices.packs.watch import PackWatch
from assistant.engine.engine import Engine
from assistant.understand.router import Router
from assistant.values.control import SetLock, UseModel
from assistant.values.event import Fault, RecordingsFound, Recovered, Trouble
from assistant.values.settings import ActSettings, KeepSettings, Settings
from assistant.wiring.keepers import journal_folder
from assistant.wiring.keys import HotkeyKeeper


def take_stock(engine: Engine, router: Router, stock: Stock) -> None:
    """Let `router` understand these commands, and tell what is wrong with any."""
    router.use(stock.commands)
    for problem in stock.problems:
        engine.report(Trouble(Fault.COMMANDS, str(problem)))


def follow_packs(engine: Engine, router: Router, shelf: PackShelf) -> None:
    """Let `router` understand what the packs hold whenever one of the user's is changed."""

    def take(stock: Stock) -> None:
        take_stock(engine, router, stock)
        router.warm()
        if not stock.problems:
            engine.report(Recovered(Fault.COMMANDS, "All commands can be read."))

    watch = PackWatch(shelf, take)
    watch.ripe, watch.warm = lambda: engine.wait_until_loaded(0), router.warm
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


def follow_settings(engine: Engine, keeper: HotkeyKeeper | None = None) -> None:
    """Let `engine` take up what is changed in the settings file while it runs: the model and the hotkeys."""
    from assistant.devices.settings_file import SettingsFile
    from assistant.devices.settings_watch import SettingsWatch

    known = SettingsFile().read()

    def changed(new: Settings) -> None:
        nonlocal known
        before, known = known, new
        if new.recognize.model != before.recognize.model:
            engine.post(UseModel(new.recognize.model))
        if keeper is not None and _keys(new) != _keys(before):
            keeper.use(new.act)

    watch = SettingsWatch(SettingsFile(), changed)
    engine.closing(watch.stop)
    watch.start()


def _keys(settings: Settings) -> tuple[object, ...]:
    return settings.act.hotkeys, settings.act.evdev


def watch_screen(engine: Engine) -> None:
    """Let the microphone close while the screen is locked."""
    from assistant.devices.desktop import watch_screen_lock

    stop = watch_screen_lock(lambda is_locked: engine.post(SetLock(is_locked)))
    if stop is not None:
        engine.closing(stop)


def watch_hotkey(engine: Engine, settings: ActSettings, desktop: Desktop) -> HotkeyKeeper:
    """Let the hotkeys drive `engine`; what is returned takes others."""
    keeper = HotkeyKeeper(engine, desktop)
    engine.closing(keeper.stop)
    keeper.use(settings)
    return keeper
