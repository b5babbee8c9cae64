"""The rooms between a source and a desktop."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from assistant.act.formatting.formatter import Formatter
from assistant.act.performer import Performer
from assistant.act.planner import Planner
from assistant.act.ports import Desktop
from assistant.act.repair.repairer import Means, Repairer
from assistant.devices import places
from assistant.devices.deeds.applications import Installed, slot_list
from assistant.devices.desktop.mending import clipboard_text, find_caret, find_eraser, find_marker
from assistant.devices.glossary.files import GlossaryFiles
from assistant.devices.glossary.variables import Variables
from assistant.devices.packs.shelf import PackShelf
from assistant.engine.discretion.privacy import Privacy
from assistant.engine.ports import Keepers, Recognizer
from assistant.engine.rooms import Rooms
from assistant.hear.divide.sections import Sections
from assistant.hear.endpointer import Endpointer
from assistant.hear.ports import Detector
from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.control import Mode
from assistant.values.settings import CommandSettings, HearSettings, Settings


def build_endpointer(settings: HearSettings, mode: Mode) -> Endpointer:
    """Return the endpointer with the real detectors."""
    confirm = build_second_detector() if settings.silero else None
    return Endpointer(settings, build_detector(settings), confirm, mode)


def build_detector(settings: HearSettings) -> Detector:
    """Return what tells speech from the rest."""
    from assistant.devices.webrtc import WebRtcDetector

    return WebRtcDetector(settings.vad_mode)


def build_second_detector() -> Detector:
    """Return what has to agree with it in hands-free."""
    from assistant.devices.silero import SileroDetector

    return SileroDetector()


def build_sections(settings: HearSettings) -> Sections:
    """Return what divides a recording; its detector is one that takes rather too much for speech."""
    from assistant.devices.webrtc import WebRtcDetector

    return Sections(WebRtcDetector(1), settings)


def build_rooms(
    settings: Settings, desktop: Desktop, recognizer: Callable[[], Recognizer], keepers: Keepers
) -> Rooms:
    """Return the rooms between a source and a desktop."""
    consult = settings.consult
    router = Router(
        Gate(settings.recognize),
        settings=settings.commands,
        asks_on_a_miss=consult.is_on and consult.on_a_miss,
    )
    return Rooms(
        endpointer=build_endpointer(settings.hear, settings.mode),
        recognizer=recognizer,
        router=router,
        planner=Planner(settings.act, router.find, consults=consult.is_on),
        performer=Performer(desktop, settings.act),
        journal=keepers.journal,
        history=keepers.history,
        act=settings.act,
        hear=settings.hear,
        privacy=Privacy(settings.keep),
        profiles=settings.profiles,
        settings=settings,
        keeps_audio=settings.keep.audio_history,
    )


def build_repairer(settings: Settings, desktop: Desktop, files: GlossaryFiles) -> Repairer:
    """Return what makes texts fit, with whatever `desktop` offers for it."""
    tools = find_eraser(desktop), find_caret(desktop), files, find_marker(desktop)
    return Repairer(Means(monotonic, *tools), build_formatter(settings, desktop, files))


def build_formatter(settings: Settings, desktop: Desktop, files: GlossaryFiles) -> Formatter:
    """Return what writes down what was heard."""
    return Formatter(settings.format, settings.profiles, files, Variables(lambda: clipboard_text(desktop)))


def load_router(settings: Settings) -> Router:
    """Return a router with all commands, for looking at what texts mean."""
    return Router(Gate(settings.recognize), pack_shelf(settings.commands).read().commands, settings.commands)


def pack_shelf(settings: CommandSettings) -> PackShelf:
    """Return the packs of this user and the built-in ones."""
    known = Installed()
    own = own_packs(settings)
    return PackShelf(places.resources() / "commands", own, lambda: (slot_list(known()),), known.stamp)


def own_packs(settings: CommandSettings) -> Path:
    """Return the folder of the user's own packs."""
    return settings.folder or places.places().commands
