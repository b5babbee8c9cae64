"""Law 2: the engine on threads and the chain without give the same."""

from collections.abc import Callable, Iterator
from time import perf_counter

import numpy as np
import pytest

from assistant.engine.chain import Chain
from assistant.engine.ear import EarItem
from assistant.engine.engine import Engine
from assistant.engine.ports import Recognizer
from assistant.hear.ports import SourceEnded
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import AudioChunk, samples_in
from assistant.values.control import Cancel, Mode, Press, Release, Say, SetMode
from assistant.values.event import Event, TranscriptReady
from assistant.values.settings import RecognizeSettings
from tests.fakes.acoustic_model import ScriptedAcousticModel
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.rooms import ChecksumRecognizer, chunks, loud, quiet, scripted_rooms
from tests.support.waiting import PATIENCE

Told = list[tuple[int, int, int, str]]


def tape(size: int) -> Iterator[EarItem]:
    """Dictation, a cancelled one, a second of text, and hands-free speech, in chunks of `size`."""
    parts = [
        quiet(0.5),
        loud(1.0),
        quiet(0.5),
        loud(0.7, 1),
        quiet(0.6),
        loud(0.8, 2),
        quiet(1.2),
        loud(0.6, 3),
    ]
    audio = np.concatenate([*parts, quiet(1.0)])
    controls: dict[int, list[EarItem]] = {
        samples_in(480): [Press(samples_in(450))],
        samples_in(1600): [Release(samples_in(1520))],
        samples_in(2000): [Press(samples_in(1990))],
        samples_in(2400): [Cancel(), Say("said aloud")],
        samples_in(2800): [SetMode(Mode.HANDS_FREE)],
    }
    for chunk in chunks(audio, size):
        yield chunk
        for at in [at for at in controls if at <= chunk.stop]:
            yield from controls.pop(at)
    yield SourceEnded()


class Listener:
    """Remembers every final transcript: which partial ones there is time for depends on threads."""

    def __init__(self) -> None:
        self.told: Told = []

    def __call__(self, event: Event) -> None:
        if isinstance(event, TranscriptReady) and event.transcript.is_final:
            heard = event.transcript
            self.told.append((heard.utterance, heard.start, heard.stop, heard.text))


def by_chain(items: Iterator[EarItem], recognizer: Callable[[], Recognizer]) -> tuple[Told, list[str]]:
    listener, desktop = Listener(), RecordingDesktop()
    chain = Chain(scripted_rooms(desktop, recognizer), listener)
    for item in items:
        chain.feed(item)
    return listener.told, desktop.texts


def by_engine(items: Iterator[EarItem], recognizer: Callable[[], Recognizer]) -> tuple[Told, list[str]]:
    listener, desktop, source = Listener(), RecordingDesktop(), HandFedSource()
    engine = Engine(scripted_rooms(desktop, recognizer), source, (listener,))
    engine.start()
    for item in items:
        if isinstance(item, AudioChunk | SourceEnded):
            source.hear(item)
        else:
            engine.post(item)  # type: ignore[arg-type] # the tape holds only controls besides audio
    assert engine.wait_until_finished(30)
    assert engine.stop(PATIENCE)
    return listener.told, desktop.texts


@pytest.mark.parametrize("size", [512, 160, 4000])
def test_threads_never_change_the_transcript(size: int) -> None:
    alone = by_chain(tape(512), ChecksumRecognizer)
    threaded = by_engine(tape(size), ChecksumRecognizer)
    assert threaded == alone
    told, typed = alone
    assert len(told) >= 3
    assert typed == [told[0][3], "said aloud", *(text for *_, text in told[1:])]


def slowly() -> Recognizer:
    """Return the real recogniser with a model so slow that what it does on approval is often in the way."""
    return SenseVoice(ScriptedAcousticModel(delay=0.02), RecognizeSettings(), perf_counter)


@pytest.mark.parametrize("size", [512, 4000])
def test_decoding_while_the_user_speaks_never_changes_the_transcript(size: int) -> None:
    assert by_engine(tape(size), slowly) == by_chain(tape(512), slowly)
