"""What a bench plays into the assistant instead of a microphone."""

import tempfile
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.values.audio import SAMPLE_RATE, Samples


@contextmanager
def tape(samples: Samples) -> Iterator[Path]:
    """Yield a WAV file of mono int16 at 16 kHz, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "tape.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(samples.tobytes())
        yield path
