"""Rooms for tests of the engine: real hearing, routing and acting around scripted edges."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from assistant.act.performer import Performer
from assistant.act.planner import Planner
from assistant.act.ports import Desktop
from assistant.engine.ports import Recognizer
from assistant.engine.rooms import Rooms
from assistant.hear.endpointer import Endpointer
from assistant.recognize.ports import Cancellation
from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.audio import AudioChunk, Samples, Segment, SpeechStarted, Utterance, read_only
from assistant.values.control import Mode
from assistant.values.settings import Settings
from assistant.values.transcript import Transcript
from tests.fakes.recognizer import transcript


class LoudnessDetector:
    """Takes everything loud for speech."""

    frame = 320

    def is_speech(self, frame: Samples) -> bool:
        """Judge one frame."""
        return bool(np.abs(frame).max() > 1000)

    def reset(self) -> None:
        """Nothing is remembered."""


class ChecksumRecognizer:
    """Says a word for every piece, made of all its samples: any change of a sample changes the text."""

    def feed(
        self,
        item: SpeechStarted | Segment | Utterance,
        cancellation: Cancellation | None = None,
        *,
        for_commands: bool = False,
    ) -> Iterator[Transcript]:
        """Transcribe an utterance."""
        if isinstance(item, Utterance):
            words = [f"{start}:{stop}" for start, stop in item.pieces()]
            weights = np.arange(1, len(item.samples) + 1, dtype=np.int64)
            words.append(str(int((item.samples * weights).sum())))
            yield replace(transcript(item.number, " ".join(words)), start=item.start, stop=item.stop)


def scripted_rooms(desktop: Desktop, recognizer: Recognizer | Callable[[], Recognizer]) -> Rooms:
    """Return rooms that hear by loudness and read with `recognizer`, or what it loads."""
    settings = Settings()
    load = recognizer if callable(recognizer) else lambda: recognizer
    return Rooms(
        endpointer=Endpointer(settings.hear, LoudnessDetector(), mode=Mode.PUSH_TO_TALK),
        recognizer=load,
        router=Router(Gate(settings.recognize)),
        planner=Planner(settings.act),
        performer=Performer(desktop),
    )


def loud(seconds: float, seed: int = 0) -> Samples:
    """Return noise that the loudness detector takes for speech."""
    noise = np.random.default_rng(seed).integers(-9000, 9000, round(16_000 * seconds))
    return read_only(noise.astype(np.int16))


def voiced(seconds: float) -> Samples:
    """Return a buzz with the pitch of a voice."""
    times = np.arange(round(16_000 * seconds))
    buzz = np.zeros(len(times))
    for overtone in range(1, 8):
        buzz += np.sin(2 * np.pi * 120 * overtone * times / 16_000) / overtone
    return read_only((6000 * buzz).clip(-20_000, 20_000).astype(np.int16))


def quiet(seconds: float) -> Samples:
    """Return what it takes for silence."""
    return read_only(np.full(round(16_000 * seconds), 3, np.int16))


def chunks(samples: Samples, size: int, begin: int = 0) -> Iterator[AudioChunk]:
    """Cut samples into chunks of `size`, the first of which is at `begin`."""
    for start in range(0, len(samples), size):
        yield AudioChunk(begin + start, read_only(samples[start : start + size]))
