"""The microphone: PortAudio, the only door to sounddevice.

PortAudio reports next to nothing that goes wrong: a source that is pulled out is replaced by
another one without a word, or turns to zeros, or simply stops. So it is watched from outside:

    stream   one open stream: the callback copies and queues, nothing else
    clock    counts samples against the clock; key times -> sample positions
    zeros    exact silence that no real microphone gives
    pulse    which source PulseAudio or PipeWire really records from
    source   the pump thread: opens, watches, reopens by name
"""

from assistant.devices.microphone.source import PortAudioMicrophone
from assistant.devices.microphone.stream import Microphone, list_microphones

__all__ = ["Microphone", "PortAudioMicrophone", "list_microphones"]
