"""Audio files: whatever libsndfile reads, and with the `media` extra what ffmpeg reads."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any

import numpy as np
import soundfile

from assistant.errors import UnreadableAudioError
from assistant.hear.ports import Post, SourceEnded
from assistant.hear.resample import Resampler
from assistant.values.audio import SAMPLE_RATE, AudioChunk, Samples, read_only, samples_in, seconds
from assistant.values.event import Fault, MicrophoneOpened, Trouble

BLOCK_S = 0.1
"""Seconds of a block as it is read."""
CHUNK = 512
"""Samples of a chunk as it is posted: what the microphone gives, too."""
MEDIA = {".m4a", ".mp4", ".webm", ".aac", ".mov", ".mkv", ".wma", ".3gp"}
"""Endings of files that only ffmpeg reads."""


class AudioFile:
    """One audio file, heard as mono int16 at 16 kHz, a block at a time."""

    def __init__(self, path: Path) -> None:
        """Look at the file. Raises UnreadableAudioError."""
        self.path = path
        self.seconds: float | None = None
        """Length, where the file says it."""
        self._is_media = False
        if not path.is_file():
            raise UnreadableAudioError(f"There is no audio file {path}.")
        try:
            with soundfile.SoundFile(path) as file:
                self.seconds = file.frames / file.samplerate
        except soundfile.LibsndfileError as error:
            self._is_media = _has_ffmpeg()
            if not self._is_media:
                raise UnreadableAudioError(_advice(path)) from error

    @classmethod
    def read(cls, path: Path) -> Samples:
        """Return all of a file, mono int16 at 16 kHz, shape [n]. Raises UnreadableAudioError."""
        blocks = list(cls(path).blocks())
        return read_only(np.concatenate(blocks)) if blocks else read_only(np.zeros(0, np.int16))

    def blocks(self) -> Iterator[Samples]:
        """Yield the file from its beginning in blocks of about 0.1 s. Raises UnreadableAudioError."""
        return _media_blocks(self.path) if self._is_media else _sound_blocks(self.path)


class FileSource:
    """Plays audio files, one after the other, into the assistant as if they were a microphone."""

    def __init__(self, files: Path | Sequence[Path], *, paced: bool = False, pause_s: float = 0.0) -> None:
        """Play `files`; paced: as fast as they were spoken; with `pause_s` of silence between them."""
        self._paths = [files] if isinstance(files, Path) else list(files)
        self._pace = _Pace() if paced else None
        self._pause = samples_in(1000 * pause_s)
        self._stopped = Event()
        self._position = 0
        self._thread: Thread | None = None

    @property
    def name(self) -> str:
        """Name of the file, or of the first and how many there are."""
        first = self._paths[0].name if self._paths else "no file"
        return first if len(self._paths) <= 1 else f"{first} and {len(self._paths) - 1} more"

    def start(self, post: Post) -> None:
        """Begin to post. Raises UnreadableAudioError where any of the files cannot be read."""
        files = [AudioFile(path) for path in self._paths]
        self._thread = Thread(target=self._play, args=(files, post), name="file source", daemon=True)
        self._thread.start()

    def position(self, when: float) -> int | None:
        """Return the sample that is played at `when`; None where files are not paced."""
        return None if self._pace is None else self._pace.position(when)

    def stop(self) -> None:
        """End at once. May be called twice."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(1.0)

    def _play(self, files: Sequence[AudioFile], post: Post) -> None:
        if self._pace is not None:
            self._pace.begin()
        for number, file in enumerate(files):
            if number and self._pause:
                self._post(read_only(np.zeros(self._pause, np.int16)), post)
            post(MicrophoneOpened(file.path.name))
            try:
                for block in file.blocks():
                    self._post(block, post)
                    if self._stopped.is_set():
                        return
            except UnreadableAudioError as error:
                post(Trouble(Fault.AUDIO_LOST, str(error)))
        post(SourceEnded())

    def _post(self, samples: Samples, post: Post) -> None:
        for at in range(0, len(samples), CHUNK):
            chunk = AudioChunk(self._position, samples[at : at + CHUNK])
            # a chunk is there when its last sample is
            if self._stopped.wait(self._pace.wait(chunk.stop) if self._pace else 0.0):
                return
            self._position = chunk.stop
            post(chunk)


class _Pace:
    """The clock that paced files are played by."""

    def __init__(self) -> None:
        self._began: float | None = None

    def begin(self) -> None:
        self._began = monotonic()

    def position(self, when: float) -> int | None:
        if self._began is None:
            return None
        return max(0, round((when - self._began) * SAMPLE_RATE))

    def wait(self, position: int) -> float:
        """Return how many seconds it is until `position`."""
        return max(0.0, (self._began or 0.0) + seconds(position) - monotonic())


class _StraightFile(soundfile.SoundFile):  # type: ignore[misc]  # the library has no types
    """A file read straight through.

    The library seeks after every read of a file that can seek, and a decoder of MP3 has to begin anew
    after that: read block by block, a quarter of the sound was missing.
    """

    def seekable(self) -> bool:
        """Say no, so that nobody seeks."""
        return False


def _sound_blocks(path: Path) -> Iterator[Samples]:
    """Decode with libsndfile."""
    try:
        with _StraightFile(path) as file:
            resampler = Resampler(file.samplerate, file.channels)
            size = int(file.samplerate * BLOCK_S)
            # as floats: libsndfile does not scale a float file that is read as integers
            while len(block := file.read(size, dtype="float32", always_2d=True)):
                yield resampler.feed(_integers(block))
            yield resampler.flush()
    except soundfile.LibsndfileError as error:
        raise UnreadableAudioError(
            f"{path.name} is damaged and can't be read to its end. Convert or record it again."
        ) from error


def _media_blocks(path: Path) -> Iterator[Samples]:
    """Decode with ffmpeg, which mixes and resamples too."""
    import av

    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise UnreadableAudioError(f"{path.name} has no sound in it.")
            resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
            for frame in container.decode(audio=0):
                for part in resampler.resample(frame):
                    yield read_only(part.to_ndarray().reshape(-1))
            for part in resampler.resample(None):
                yield read_only(part.to_ndarray().reshape(-1))
    except av.FFmpegError as error:
        raise UnreadableAudioError(_advice(path)) from error


def _integers(floats: Any) -> Samples:  # noqa: ANN401 - soundfile has no types
    return read_only(np.clip(np.rint(floats * 32_768.0), -32_768, 32_767).astype(np.int16))


def _has_ffmpeg() -> bool:
    return find_spec("av") is not None


def _advice(path: Path) -> str:
    """Say what can be done about a file that nobody here can read."""
    if path.suffix.lower() in MEDIA and not _has_ffmpeg():
        return (
            f"{path.name} needs the media extra: pip install 'on-device-assistant[media]', "
            "or convert it to WAV, FLAC, Ogg or MP3."
        )
    return f"{path.name} is not audio that can be read here. Convert it to WAV, FLAC, Ogg or MP3."
