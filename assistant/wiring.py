"""The composition root: the only place that knows which adapter stands behind which port.

Every front of the assistant - tests, command line, headless, tray - calls `build` with other arguments.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, perf_counter

from assistant.act.formatting.formatter import Formatter
from assistant.act.performer import Performer
from assistant.act.planner import Planner
from assistant.act.ports import Desktop
from assistant.act.repair.repairer import Means, Repairer
from assistant.devices import places
from assistant.devices.desktop.mending import clipboard_text, find_caret, find_eraser
from assistant.devices.glossary.files import GlossaryFiles
from assistant.devices.glossary.variables import Variables
from assistant.devices.history import SqliteHistory
from assistant.devices.history.retention import Retention
from assistant.devices.hotwords_file import HotwordsFile
from assistant.devices.journal import DiskJournal
from assistant.devices.onnx import load_model
from assistant.devices.packs.shelf import PackShelf, Stock
from assistant.devices.packs.watch import PackWatch
from assistant.engine.chain import Chain
from assistant.engine.engine import Engine
from assistant.engine.ports import History, Journal, Observer
from assistant.engine.privacy import Privacy
from assistant.engine.rooms import Rooms
from assistant.errors import HotkeyError, ModelError
from assistant.hear.endpointer import Endpointer
from assistant.hear.ports import Source
from assistant.recognize.ports import AcousticModel, Lists
from assistant.recognize.sense_voice import SenseVoice
from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.control import Mode, SetLock, UseModel
from assistant.values.event import Fault, RecordingsFound, Recovered, Trouble
from assistant.values.settings import (
    ActSettings,
    CommandSettings,
    HearSettings,
    KeepSettings,
    RecognizeSettings,
    Settings,
)


@dataclass(frozen=True, slots=True)
class Keepers:
    """What remembers; both may be absent."""

    journal: Journal | None = None
    history: History | None = None


class RecognizerLoader:
    """Loads the model when the brain is ready for it, and lets go of it at the end."""

    def __init__(self, settings: RecognizeSettings) -> None:
        self._settings = settings
        self._model: AcousticModel | None = None
        self.hotwords = HotwordsFile(settings.hotwords)
        self.tell: Callable[[str], None] | None = None
        """Is told why something else than what was asked for runs the model."""

    def __call__(self) -> SenseVoice:
        """Return a recogniser. Raises ModelError."""
        self._model = load_acoustic_model(self._settings, self.tell)
        self._model.warm()
        return SenseVoice(self._model, self._settings, perf_counter, Lists(self.hotwords))

    def use(self, folder: Path | None) -> SenseVoice:
        """Return a recogniser with another model, and close the one before. Raises ModelError."""
        before, settings = self._model, self._settings
        self._settings = replace(settings, model=folder)
        try:
            recognizer = self()
        except ModelError:
            self._model, self._settings = before, settings
            raise
        if before is not None:
            before.close()
        return recognizer

    @property
    def runs_on(self) -> str:
        """What runs the model, as read back; empty while none is loaded."""
        return self._model.runs_on if self._model is not None else ""

    def close(self) -> None:
        """Give back the model's memory."""
        if self._model is not None:
            self._model.close()


def load_acoustic_model(
    settings: RecognizeSettings, tell: Callable[[str], None] | None = None
) -> AcousticModel:
    """Return the model that `settings` name, or the bundled one. Raises ModelError."""
    return load_model(settings.model or places.nano_model(), settings, tell)


def journal_folder(settings: KeepSettings) -> Path:
    """Return where recordings wait until their text is delivered."""
    return settings.folder / "journal" if settings.folder else places.places().journal


def build_keepers(settings: KeepSettings) -> Keepers:
    """Return journal and history as the user wants them."""
    if settings.private:
        return Keepers()
    journal = DiskJournal(journal_folder(settings)) if settings.journal else None
    return Keepers(journal, open_history(settings) if settings.history else None)


def open_history(settings: KeepSettings) -> SqliteHistory:
    """Return the history, which is there to be read even where nothing more is written."""
    file = settings.folder / "history.sqlite" if settings.folder else places.places().history_file
    return SqliteHistory(file, Retention(settings.history_days, settings.history_megabytes << 20))


def build_endpointer(settings: HearSettings, mode: Mode) -> Endpointer:
    """Return the endpointer with the real detectors."""
    from assistant.devices.silero import SileroDetector
    from assistant.devices.webrtc import WebRtcDetector

    confirm = SileroDetector() if settings.silero else None
    return Endpointer(settings, WebRtcDetector(settings.vad_mode), confirm, mode)


def build_rooms(
    settings: Settings, desktop: Desktop, recognizer: Callable[[], SenseVoice], keepers: Keepers
) -> Rooms:
    """Return the rooms between a source and a desktop."""
    router = Router(Gate(settings.recognize), settings=settings.commands)
    return Rooms(
        endpointer=build_endpointer(settings.hear, settings.mode),
        recognizer=recognizer,
        router=router,
        planner=Planner(settings.act, router.find),
        performer=Performer(desktop, settings.act),
        journal=keepers.journal,
        history=keepers.history,
        act=settings.act,
        hear=settings.hear,
        privacy=Privacy(settings.keep),
        keeps_audio=settings.keep.audio_history,
    )


def build_repairer(settings: Settings, desktop: Desktop, files: GlossaryFiles) -> Repairer:
    """Return what makes texts fit, with whatever `desktop` offers for it."""
    variables = Variables(lambda: clipboard_text(desktop))
    formatter = Formatter(settings.format, settings.profiles, files, variables)
    return Repairer(Means(monotonic, find_eraser(desktop), find_caret(desktop), files), formatter)


def build(
    settings: Settings, source: Source, desktop: Desktop, observers: tuple[Observer, ...] = ()
) -> Engine:
    """Return the assistant on threads. `start` it, `stop` it."""
    loader = RecognizerLoader(settings.recognize)
    shelf = pack_shelf(settings.commands)

    def load() -> SenseVoice:
        take_stock(engine, rooms.router, shelf.read())  # on the brain's thread, so that nobody waits for it
        return loader()

    rooms = build_rooms(settings, desktop, load, build_keepers(settings.keep))
    files = GlossaryFiles()
    repairer = build_repairer(settings, desktop, files)
    rooms = replace(rooms, use_model=loader.use, repairer=repairer)
    engine = Engine(rooms, source, observers)
    loader.hotwords.report = lambda problem: engine.report(Trouble(Fault.VOCABULARY, problem))
    files.report = lambda problem: engine.report(Trouble(Fault.VOCABULARY, problem))
    follow_packs(engine, rooms.router, shelf)

    def fallen_back(notice: str) -> None:
        engine.report(Trouble(Fault.MODEL, notice))
        engine.report(Recovered(Fault.MODEL, "The model runs all the same."))

    loader.tell = fallen_back
    engine.closing(repairer.close)
    engine.closing(loader.close)
    return engine


def build_chain(
    settings: Settings, desktop: Desktop, recognizer: Callable[[], SenseVoice], observer: Observer
) -> Chain:
    """Return the same rooms without threads, remembering nothing. Raises ModelError."""
    return Chain(build_rooms(settings, desktop, recognizer, Keepers()), observer)


def pack_shelf(settings: CommandSettings) -> PackShelf:
    """Return the packs of this user and the built-in ones."""
    return PackShelf(places.resources() / "commands", settings.folder or places.places().commands)


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


def follow_settings(engine: Engine) -> None:
    """Let `engine` take up what is changed in the settings file while it runs: so far, the model."""
    from assistant.devices.settings_file import SettingsFile
    from assistant.devices.settings_watch import SettingsWatch

    model = SettingsFile().read().recognize.model

    def changed(new: Settings) -> None:
        nonlocal model
        if new.recognize.model != model:
            model = new.recognize.model
            engine.post(UseModel(model))

    watch = SettingsWatch(SettingsFile(), changed)
    engine.closing(watch.stop)
    watch.start()


def watch_screen(engine: Engine) -> None:
    """Let the microphone close while the screen is locked."""
    from assistant.devices.desktop import watch_screen_lock

    stop = watch_screen_lock(lambda is_locked: engine.post(SetLock(is_locked)))
    if stop is not None:
        engine.closing(stop)


def watch_hotkey(engine: Engine, settings: ActSettings, desktop: Desktop) -> None:
    """Let the hotkeys drive `engine`; a key that can't be watched is a Trouble."""
    from assistant.devices.desktop import find_hotkeys

    try:
        hotkeys = find_hotkeys(settings, desktop)
        if hotkeys is not None:
            engine.closing(hotkeys.stop)
            hotkeys.start(engine.keys, engine.report)
            engine.keys.telling(lambda is_recording: hotkeys.take_escape(is_taken=is_recording))
    except HotkeyError as error:
        engine.report(Trouble(Fault.HOTKEY, str(error)))
