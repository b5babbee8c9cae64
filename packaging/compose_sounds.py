"""Compose the assistant's sounds into resources/sounds: soft, short, 16 kHz mono.

Run it after changing a note; the files are in git, and a test holds them against this.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 16_000
LOUDNESS = 0.12
FADE = 0.012
"""Seconds of each tone's beginning and end, so that nothing clicks."""
SOUNDS = {
    "begin": ((660.0, 0.06), (880.0, 0.08)),
    "end": ((880.0, 0.06), (660.0, 0.08)),
    "warning": ((740.0, 0.1), (0.0, 0.08), (740.0, 0.1), (0.0, 0.08), (740.0, 0.14)),
    "confirm": ((588.0, 0.08), (0.0, 0.05), (784.0, 0.08), (988.0, 0.12)),
    "failed": ((440.0, 0.1), (0.0, 0.04), (330.0, 0.18)),
}
"""Name -> tones as hertz and seconds; 0 hertz is a rest."""


def tone(pitch: float, length: float) -> list[int]:
    """Return samples of one tone."""
    count = round(length * RATE)
    fade = round(FADE * RATE)
    return [
        round(
            32767
            * LOUDNESS
            * min(1.0, at / fade, (count - at) / fade)
            * math.sin(2 * math.pi * pitch * at / RATE)
        )
        for at in range(count)
    ]


def compose(name: str) -> bytes:
    """Return the audio of a sound: 16-bit little-endian samples."""
    samples = [sample for pitch, length in SOUNDS[name] for sample in tone(pitch, length)]
    return struct.pack(f"<{len(samples)}h", *samples)


def main(folder: Path) -> None:
    """Write every sound."""
    folder.mkdir(exist_ok=True)
    for name in SOUNDS:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(compose(name))
    print(f"{len(SOUNDS)} sounds in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "sounds")
