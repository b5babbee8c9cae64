"""Reading whole recordings: the rooms without threads, the key held from the first sample to the last."""

import sys
from collections.abc import Callable
from pathlib import Path

from assistant.act.ports import Desktop
from assistant.devices.audio_file import AudioFile
from assistant.errors import ModelError
from assistant.values.audio import AudioChunk, seconds
from assistant.values.control import Press, Release
from assistant.values.event import Event, Fault, TranscriptReady, Trouble
from assistant.values.settings import Settings
from assistant.values.transcript import Tag, Transcript
from assistant.wiring import RecognizerLoader, build_chain


class RecordingReader:
    """Writes down one recording after the other with one model."""

    def __init__(self, settings: Settings, desktop: Desktop) -> None:
        """Load the model. Raises ModelError."""
        self._settings = settings
        self._desktop = desktop
        self._loader = RecognizerLoader(settings.recognize)
        self._loader.hotwords.report = lambda problem: print(f"assistant: {problem}", file=sys.stderr)
        self._recognizer = self._loader()
        self._heard: Transcript | None = None

    def read(self, path: Path, progress: Callable[[float], None]) -> Transcript:
        """Return what is said in a file; `progress` gets 0...1. Raises UnreadableAudioError, ModelError."""
        self._heard = None
        chain = build_chain(self._settings, self._desktop, lambda: self._recognizer, self._observe)
        file = AudioFile(path)
        chain.feed(Press(0))
        stop = 0
        for block in file.blocks():
            chunk = AudioChunk(stop, block)
            chain.feed(chunk)
            stop = chunk.stop
            progress(seconds(stop) / file.seconds if file.seconds else 0.0)
        chain.feed(Release(stop))
        chain.flush()
        return self._result() or _nothing(stop)

    def close(self) -> None:
        """Let go of the model."""
        self._loader.close()

    def _result(self) -> Transcript | None:
        return self._heard

    def _observe(self, event: Event) -> None:
        match event:
            case TranscriptReady(transcript) if transcript.is_final:
                self._heard = transcript
            case Trouble(Fault.MODEL, message):
                raise ModelError(message)
            case _:
                pass


def _nothing(stop: int) -> Transcript:
    """Return the transcript of a recording too short to hold a word."""
    return Transcript(1, 0, stop, "", Tag("nospeech", 1.0), Tag("EMO_UNKNOWN", 1.0), ())
