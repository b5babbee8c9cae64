"""`assistant listen`: show what the microphone says, typing nothing."""

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from assistant.cli.options import settings_from
from assistant.cli.show import EventPrinter
from assistant.cli.signals import Interruption
from assistant.hear.ports import Source
from assistant.values.control import Mode
from assistant.values.settings import HearSettings, KeepSettings
from assistant.wiring import build


def run(options: Namespace) -> int:
    """Listen until Ctrl+C, or until the file ends."""
    from assistant.devices.desktop.printing import PrintingDesktop

    # What is only shown is not kept either.
    keep = KeepSettings(journal=False, history=False)
    settings = replace(settings_from(options), mode=Mode.HANDS_FREE, keep=keep)
    source = _source(options, settings.hear)
    printer = EventPrinter(source.name, as_json=options.json)
    engine = build(settings, source, PrintingDesktop(), printer)
    engine.start()
    if not options.json:
        sys.stderr.write("Listening; nothing is typed. Ctrl+C ends.\n")
    try:
        with Interruption() as interruption:
            interruption.wait(lambda: printer.is_unread or engine.wait_until_finished(0.2))
    finally:
        engine.stop()
    return 0


def _source(options: Namespace, settings: HearSettings) -> Source:
    if options.file:
        from assistant.devices.audio_file import FileSource

        return FileSource(Path(options.file), paced=True)
    from assistant.devices.microphone import PortAudioMicrophone

    return PortAudioMicrophone(settings.microphone)
