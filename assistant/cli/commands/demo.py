"""`assistant demo`: the shipped recordings through the very same engine, typing nothing."""

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from assistant.cli.options import settings_from
from assistant.cli.show import EventPrinter
from assistant.cli.signals import Interruption
from assistant.devices import places
from assistant.engine.engine import Engine
from assistant.engine.ports import Keepers
from assistant.errors import SourceError
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.control import Mode
from assistant.values.settings import Settings
from assistant.wiring import RecognizerLoader, build_rooms

INTRODUCTION = """\
Recorded demo: {count} recordings, hands-free, through the same pipeline that hears the microphone.
Nothing is typed. Model: {model}
"""
REAL_MODEL = "for dictation in five languages: assistant models download sense-voice-small"
NANO = "nano, a small English command-and-demo model of our own, not SenseVoice-Small"


def run(options: Namespace) -> int:
    """Play every shipped recording in turn."""
    return play(settings_from(options), fast=options.fast, as_json=options.json)


def play(settings: Settings, *, fast: bool = False, as_json: bool = False) -> int:
    """Play the demo with these settings. Raises SourceError, ModelError."""
    recordings = demo_recordings()
    settings = replace(settings, mode=Mode.HANDS_FREE)
    loader = RecognizerLoader(settings.recognize)
    try:
        with Interruption() as interruption:
            if not as_json:
                model = settings.recognize.model or NANO
                sys.stdout.write(INTRODUCTION.format(count=len(recordings), model=model))
                sys.stdout.flush()
            recognizer = loader()
            for recording in recordings:
                _play_one(recording, settings, recognizer, (fast, as_json, interruption))
                if interruption.is_set:
                    break
    finally:
        loader.close()
    if settings.recognize.model is None and not (as_json or interruption.is_set):
        sys.stdout.write(f"\nThat was the demo model; {REAL_MODEL}\n")
    return 0


def demo_recordings() -> list[Path]:
    """Return the recordings that came with the assistant. Raises SourceError."""
    folder = places.resources() / "recordings"
    recordings = sorted(folder.glob("*.flac"))
    if not recordings:
        raise SourceError(f"There are no recordings in {folder}; install the assistant again.")
    return recordings


def _play_one(
    recording: Path, settings: Settings, recognizer: SenseVoice, how: tuple[bool, bool, Interruption]
) -> None:
    from assistant.devices.audio_file import FileSource
    from assistant.devices.desktop.printing import PrintingDesktop

    fast, as_json, interruption = how
    # A demo leaves nothing behind: no journal, no history.
    rooms = build_rooms(settings, PrintingDesktop(), lambda: recognizer, Keepers())
    printer = EventPrinter(recording.name, as_json=as_json)
    engine = Engine(rooms, FileSource(recording, paced=not fast), (printer,))
    engine.start()
    try:
        interruption.wait(lambda: printer.is_unread or engine.wait_until_finished(0.1))
    finally:
        engine.stop()
    if printer.is_unread:
        raise BrokenPipeError
    if not (printer.shown or as_json or interruption.is_set):
        sys.stdout.write("(no speech in it: the recogniser was not even asked, and nothing is typed)\n")
