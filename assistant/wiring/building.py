"""The assistant itself: on threads, or without."""

from collections.abc import Callable
from dataclasses import replace

from assistant.act.performer import Performer
from assistant.act.ports import Desktop
from assistant.devices.desktop.tools import Toolbox
from assistant.devices.glossary.files import GlossaryFiles
from assistant.engine.chain import Chain
from assistant.engine.engine import Engine
from assistant.engine.own_deeds import OwnDeeds
from assistant.engine.ports import Observer
from assistant.hear.ports import Source
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.event import Fault, Recovered, TimerRang, Trouble
from assistant.values.settings import Settings
from assistant.wiring.followers import follow_packs, take_stock
from assistant.wiring.keepers import Keepers, build_keepers
from assistant.wiring.recognizers import RecognizerLoader
from assistant.wiring.rooms import build_repairer, build_rooms, pack_shelf


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
    own = OwnDeeds()
    toolbox = Toolbox(desktop, lambda about, message: engine.report(TimerRang(message, about)), (own,))
    rooms = replace(rooms, performer=Performer(desktop, settings.act, toolbox.tools))
    loader.phrases = rooms.router.expected
    files = GlossaryFiles()
    repairer = build_repairer(settings, desktop, files)
    rooms = replace(rooms, use_model=loader.use, repairer=repairer)
    engine = Engine(rooms, source, observers)
    loader.hotwords.report = lambda problem: engine.report(Trouble(Fault.VOCABULARY, problem))
    files.report = lambda problem: engine.report(Trouble(Fault.VOCABULARY, problem))
    follow_packs(engine, rooms.router, shelf)
    own.connect(engine.post, settings.mode)
    toolbox.start()
    engine.closing(toolbox.stop)

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
