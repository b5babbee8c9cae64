"""The other direction: a recording comes out of the loudspeaker."""

from collections.abc import Iterable

from assistant.errors import SourceError
from assistant.values.audio import SAMPLE_RATE, Samples


def play(blocks: Iterable[Samples]) -> float:
    """Play samples through the system's default output; return their seconds. Raises SourceError."""
    try:
        import sounddevice
    except OSError as error:
        raise SourceError("Sound needs PortAudio: apt install libportaudio2.") from error
    played = 0
    try:
        with sounddevice.OutputStream(samplerate=SAMPLE_RATE, channels=1, dtype="int16") as stream:
            for block in blocks:
                stream.write(block)
                played += len(block)
    except sounddevice.PortAudioError as error:
        raise SourceError("No loudspeaker could be opened. Is a sound server running?") from error
    return played / SAMPLE_RATE
