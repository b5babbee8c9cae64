"""The assistant itself: on threads, or without."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.act.performer import Performer
from assistant.act.ports import Desktop
from assistant.devices.deeds.hooks.runner import HookRunner
from assistant.devices.desktop.tools import Toolbox
from assistant.devices.glossary.files import GlossaryFiles
from assistant.devices.silence import NoMicrophone, NoRecognizer
from assistant.engine.chain import Chain
from assistant.engine.consult import ConsultRooms
from assistant.engine.engine import Engine
from assistant.engine.hands.text_deeds import TextDeeds
from assistant.engine.own_deeds import OwnDeeds, Posts
from assistant.engine.ports import Keepers, Observer, Recognizer
from assistant.hear.ports import Source
from assistant.recognize.sense_voice import SenseVoice
from assistant.understand.router import Router
from assistant.values.event import Fault, Recovered, TimerRang, Trouble
from assistant.values.settings import Settings
from assistant.wiring.abilities import offers_of
from assistant.wiring.asking.hooks import build_hooks
from assistant.wiring.fitting import RoomFitter
from assistant.wiring.followers import follow_packs, take_stock
from assistant.wiring.keepers import build_keepers
from assistant.wiring.recognizers import RecognizerLoader
from assistant.wiring.rooms import build_formatter, build_repairer, build_rooms, pack_shelf

if TYPE_CHECKING:  # where no language model is switched on, nothing of it is imported
    from assistant.devices.voice.chosen import FindVoice


@dataclass(frozen=True, slots=True)
class _Edges:
    """Everything that the rooms are joined between."""

    source: Source
    desktop: Desktop
    observers: tuple[Observer, ...]
    find_voice: "FindVoice | None" = None


def build(
    settings: Settings,
    source: Source,
    desktop: Desktop,
    *observers: Observer,
    find_voice: "FindVoice | None" = None,
) -> Engine:
    """Return the assistant on threads. `start` it, `stop` it.

    `find_voice` is asked, on the thread that speaks, for a voice to say answers with in a language.
    """
    loader = RecognizerLoader(settings.recognize)
    engine, router = _assemble(settings, _Edges(source, desktop, observers, find_voice), loader)
    loader.phrases = router.expected
    loader.complain = lambda problem: engine.report(Trouble(Fault.VOCABULARY, problem))

    def fallen_back(notice: str) -> None:
        engine.report(Trouble(Fault.MODEL, notice))
        engine.report(Recovered(Fault.MODEL, "The model runs all the same."))

    loader.tell = fallen_back
    engine.closing(loader.close)
    return engine


def build_text_engine(settings: Settings, desktop: Desktop, observers: tuple[Observer, ...] = ()) -> Engine:
    """Return the assistant without ears: what `Say` tells it is understood and done as if it was heard."""
    return _assemble(settings, _Edges(NoMicrophone(), desktop, observers), None)[0]


def _assemble(settings: Settings, edges: _Edges, loader: RecognizerLoader | None) -> tuple[Engine, Router]:
    """Join everything between the `edges`; without a `loader` nothing is ever recognised."""
    desktop = edges.desktop
    shelf = pack_shelf(settings.commands)

    def load() -> Recognizer:
        take_stock(engine, rooms.router, shelf.read())  # on the brain's thread, so that nobody waits for it
        return loader() if loader is not None else NoRecognizer()

    rooms = build_rooms(settings, desktop, load, build_keepers(settings.keep))
    own, texts, files = OwnDeeds(), TextDeeds(desktop.active_window), GlossaryFiles()
    toolbox = Toolbox(
        desktop, lambda about, message: engine.report(TimerRang(message, about)), texts, (own, texts)
    )
    repairer = build_repairer(settings, desktop, files)
    hooks = build_hooks(settings, lambda: engine, rooms.router)
    tools = replace(toolbox.tools, hooks=hooks, http=hooks, python=hooks)
    rooms = replace(
        rooms,
        performer=Performer(desktop, settings.act, tools),
        use_model=loader.use if loader is not None else None,
        repairer=repairer,
        text_deeds=texts,
        consult=_consult(settings, edges, rooms.router),
    )
    if loader is not None:
        fitter = RoomFitter(rooms, loader, shelf, lambda other: build_formatter(other, desktop, files))
        rooms = replace(rooms, fitter=_joined(fitter, edges, lambda: engine))
    engine = Engine(rooms, edges.source, (own.follow, *edges.observers))
    files.report = lambda problem: engine.report(Trouble(Fault.VOCABULARY, problem))
    follow_packs(engine, rooms.router, shelf, lambda: loader.runs_on if loader is not None else "")
    offers = offers_of(rooms.router, tools, consults=rooms.consult is not None)
    own.connect(Posts(engine.post, engine.report, offers), settings.mode)
    engine.closing(repairer.close)
    return _begun(engine, toolbox, hooks), rooms.router


def _begun(engine: Engine, toolbox: Toolbox, hooks: HookRunner) -> Engine:
    engine.counsel.call_off_hooks = hooks.call_off
    toolbox.start()
    engine.closing(toolbox.stop)
    return engine


def _joined(fitter: RoomFitter, edges: _Edges, engine: Callable[[], Engine]) -> RoomFitter:
    router = fitter.rooms.router
    fitter.build_consult = lambda settings: _consult(settings, edges, router)
    fitter.take_stock = lambda: take_stock(engine(), router, fitter.shelf.read())
    return fitter


def _consult(settings: Settings, edges: _Edges, router: Router) -> ConsultRooms | None:
    if not settings.consult.is_on:
        return None
    from assistant.wiring.asking.consulting import build_consult

    return build_consult(settings, edges.desktop, router, edges.find_voice)


def build_chain(
    settings: Settings, desktop: Desktop, recognizer: Callable[[], SenseVoice], observer: Observer
) -> Chain:
    """Return the same rooms without threads, remembering nothing. Raises ModelError."""
    return Chain(build_rooms(settings, desktop, recognizer, Keepers()), observer)
