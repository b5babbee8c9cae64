"""From the options of a command to settings."""

import sys
from argparse import Namespace
from dataclasses import replace

from assistant.errors import SettingsError
from assistant.values.control import Mode
from assistant.values.settings import Hotkey, Settings


def settings_from(options: Namespace) -> Settings:
    """Return the user's settings, with what this command line says on top. Raises SettingsError."""
    from assistant.devices.settings_file import SettingsFile

    file = SettingsFile()
    settings = file.read()
    for problem in file.problems:
        sys.stderr.write(f"assistant: {problem}\n")
    return override(settings, options)


def override(settings: Settings, options: Namespace) -> Settings:
    """Return `settings` with every option that was given on top."""
    recognize, hear, act = settings.recognize, settings.hear, settings.act
    if getattr(options, "model", None):
        recognize = replace(recognize, model=options.model)
    if getattr(options, "device", None):
        recognize = replace(recognize, device=options.device)
    if getattr(options, "language", None):
        recognize = replace(recognize, language=options.language)
    if getattr(options, "languages", None):
        recognize = replace(recognize, languages=tuple(options.languages.split(",")))
    if getattr(options, "hotwords", None):
        if not options.hotwords.is_file():
            raise SettingsError(f"there is no list of hotwords at {options.hotwords}")
        recognize = replace(recognize, hotwords=options.hotwords)
    if getattr(options, "microphone", None):
        hear = replace(hear, microphone=options.microphone)
    if getattr(options, "hotkey", None):
        act = replace(act, hotkeys=(Hotkey(options.hotkey),))
    mode = Mode.HANDS_FREE if getattr(options, "hands_free", False) else settings.mode
    return replace(settings, recognize=recognize, hear=hear, act=act, mode=mode)
