"""Reading recordings of any length with one model, in memory that does not grow with them."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from assistant.cli.recordings.whole import whole
from assistant.devices import places
from assistant.devices.audio_file import AudioFile
from assistant.devices.unfinished import UnfinishedTranscript, unfinished
from assistant.values.audio import AudioChunk, Utterance, seconds
from assistant.values.settings import Settings
from assistant.values.transcript import Transcript
from assistant.wiring import RecognizerLoader, build_sections

EAGER_S, LONGEST_S = 15.0, 28.0
"""Nobody waits for a piece of a recording: the more of it the model hears at once, the better it reads."""
WORTH_S = 60.0
"""Seconds of a recording that is worth going on with after an interruption."""


class SectionReader:
    """Writes down one recording after the other."""

    def __init__(self, settings: Settings) -> None:
        """Load the model. Raises ModelError."""
        hear = replace(settings.hear, eager_after_s=EAGER_S, longest_segment_s=LONGEST_S)
        self._settings = replace(settings, hear=hear)
        self._loader = RecognizerLoader(settings.recognize)
        self._loader.hotwords.report = lambda problem: print(f"assistant: {problem}", file=sys.stderr)
        self._recognizer = self._loader()
        self._unfinished: list[UnfinishedTranscript] = []
        self.fraction = 0.0
        """How much of the newest recording is read, 0...1."""
        self.heard: Callable[[Transcript], None] = _unheard
        """Is told every section as soon as it is read, or known from before."""

    def read(self, path: Path, progress: Callable[[float], None]) -> Transcript:
        """Return what is said in a file; `progress` gets 0...1. Raises UnreadableAudioError, ModelError.

        What was read of it before an interruption is not read again.
        """
        file = AudioFile(path)
        known = self._known(path) if file.seconds is None or file.seconds > WORTH_S else None
        sections = build_sections(self._settings.hear)
        transcripts: list[Transcript] = []
        stop = 0
        for block in file.blocks():
            chunk = AudioChunk(stop, block)
            transcripts += self._transcripts(sections.feed(chunk), known)
            stop = chunk.stop
            self.fraction = min(1.0, seconds(stop) / file.seconds) if file.seconds else 0.0
            progress(self.fraction)
        transcripts += self._transcripts(sections.flush(), known)
        return whole(transcripts, stop)

    def forget_unfinished(self) -> None:
        """Forget what was kept for an interruption: all that was read is written."""
        for known in self._unfinished:
            known.forget()

    def close(self) -> None:
        """Let go of the model."""
        self._loader.close()

    def _transcripts(
        self, utterances: Iterable[Utterance], known: UnfinishedTranscript | None
    ) -> Iterator[Transcript]:
        for utterance in utterances:
            before = known.parts.get(utterance.number) if known else None
            if before is not None and (before.start, before.stop) == (utterance.start, utterance.stop):
                self.heard(before)
                yield before
                continue
            for transcript in self._recognizer.feed(utterance):
                self.heard(transcript)
                yield transcript
                if known is not None:
                    with suppress(OSError):  # then it will have to be read again
                        known.add(transcript)

    def _known(self, path: Path) -> UnfinishedTranscript | None:
        """Return what was read of a recording before; None where nothing may be or can be kept."""
        if self._settings.keep.private:
            return None
        about = repr((self._settings.recognize, self._settings.hear))
        with suppress(OSError):
            known = unfinished(path, about, self._help())
            self._unfinished.append(known)
            return known
        return None

    def _help(self) -> list[Path]:
        """Return the files besides the recording that decide what is read."""
        folder = self._settings.recognize.model or places.nano_model()
        hotwords = self._loader.hotwords.path
        return [path for path in (*folder.iterdir(), hotwords) if path.is_file()]


def _unheard(_section: Transcript) -> None:
    """Tell nobody."""
