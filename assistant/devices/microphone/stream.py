"""One open PortAudio stream, and the devices there are to open."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from types import ModuleType
from typing import Any, NamedTuple

from assistant.devices.microphone import pulse
from assistant.errors import NoMicrophoneError
from assistant.values.audio import SAMPLE_RATE

BLOCK = 512 / SAMPLE_RATE
"""Seconds of a block: 32 ms. Blocks of 10 ms lose samples on PipeWire, and no flag tells."""
LATENCY = 0.1
"""Seconds that PortAudio may buffer."""
ROUTES = ("pulse", "default")
"""PortAudio devices that lead to the sound server's own choice of source."""


class Block(NamedTuple):
    """What one call of the callback brought: thirty a second, so it does as little as it can."""

    audio: bytes
    """int16, one value for each channel in turn."""
    arrived: float
    """When the callback ran, monotonic seconds."""
    age: float
    """How long before that its first sample was at the microphone, as PortAudio says."""
    status: Any
    """What PortAudio says besides; `input_overflow` tells that audio before it was lost."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The stream has ended by itself."""


@dataclass(frozen=True, slots=True)
class Microphone:
    """A microphone that can be chosen."""

    name: str
    """What people call it."""
    is_default: bool
    channels: int
    rate: float
    """Hertz."""
    device: int
    """PortAudio's index of the device that leads to it."""
    source: str = ""
    """The sound server's name for it, where one stands between."""
    is_monitor: bool = False
    """True for what an output plays, which can be heard through like a microphone."""


class _Library:
    """PortAudio itself, whose list of devices is frozen until it is started anew.

    Starting it anew kills every open stream, so it is done only while there is none.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.open: set[int] = set()
        self._sounddevice: ModuleType | None = None

    def load(self, *, fresh: bool) -> ModuleType:
        """Return the library, with a fresh list of devices if possible. Raises NoMicrophoneError."""
        try:
            if self._sounddevice is None:
                import sounddevice

                self._sounddevice = sounddevice
            elif fresh and not self.open:
                self._sounddevice._terminate()  # noqa: SLF001 - there is no public way to look again
                self._sounddevice._initialize()  # noqa: SLF001 - the other half of it
        except OSError as error:
            raise NoMicrophoneError(
                "The sound library PortAudio is missing. Install it (Debian: apt install libportaudio2)."
            ) from error
        except RuntimeError as error:
            raise NoMicrophoneError(f"The sound system does not start ({error}). Is it running?") from error
        return self._sounddevice


_LIBRARY = _Library()


def list_microphones() -> list[Microphone]:
    """Return what can be heard through, the default first. Raises NoMicrophoneError without a library.

    Monitors of outputs are left out, unless one is the default: somebody has made it a microphone.
    """
    with _LIBRARY.lock:
        found = _microphones(_LIBRARY.load(fresh=True))
    return [each for each in found if each.is_default or not each.is_monitor]


class PortAudioStream:
    """Records until it is closed. The queue gets Blocks, and Ended when it ends by itself."""

    def __init__(self, name: str | None, queue: "SimpleQueue[Any]") -> None:
        """Open the microphone called `name` (None: the default). Raises NoMicrophoneError."""
        self._queue = queue
        self._name = name
        self._closer: Thread | None = None
        with _LIBRARY.lock:
            library = _LIBRARY.load(fresh=True)
            self.microphone = _choose(_microphones(library), name)
            self._stream = self._open(library)
            _LIBRARY.open.add(id(self))
        self.rate = round(self._stream.samplerate)
        self.channels = int(self._stream.channels)

    def close(self, limit: float) -> bool:
        """Close; False if that takes longer than `limit` seconds: a driver may hang for ever."""
        self._closer = self._closer or Thread(target=self._close, name="microphone close", daemon=True)
        if not self._closer.is_alive() and id(self) in _LIBRARY.open:
            self._closer.start()
        self._closer.join(limit)
        return not self._closer.is_alive()

    def _close(self) -> None:
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)
        _LIBRARY.open.discard(id(self))

    def _open(self, library: ModuleType) -> Any:  # noqa: ANN401 - sounddevice has no types
        error: Exception | None = None
        for rate, channels in self._formats(library):
            try:
                # without a name the sound server chooses, and goes on choosing while we record
                with _source_chosen(self.microphone.source if self._name else ""):
                    stream = library.RawInputStream(
                        samplerate=rate,
                        blocksize=round(rate * BLOCK),
                        device=self.microphone.device,
                        channels=channels,
                        dtype="int16",
                        latency=LATENCY,
                        callback=self._heard,
                        finished_callback=self._ended,
                    )
                    stream.start()
            except (library.PortAudioError, ValueError) as failure:
                error = failure
            else:
                return stream
        raise NoMicrophoneError(
            f"The microphone {self.microphone.name} can't be opened. "
            "Close other programs that use it, or choose another one."
        ) from error

    def _formats(self, library: ModuleType) -> Iterator[tuple[int, int]]:
        """Yield sample rates and channel counts, what we want first, what the device has last."""
        device = library.query_devices(self.microphone.device)
        native, most = round(device["default_samplerate"]), int(device["max_input_channels"])
        yield SAMPLE_RATE, 1
        yield native, 1
        yield native, min(2, most)
        yield native, most

    def _heard(self, data: Any, _frames: int, times: Any, status: Any) -> None:  # noqa: ANN401 - sounddevice has no types
        """Copy and queue: an exception here would be swallowed and end the calls for good."""
        age = times.currentTime - times.inputBufferAdcTime
        self._queue.put(Block(bytes(data), monotonic(), age, status))

    def _ended(self) -> None:
        self._queue.put(Ended())


def _microphones(library: ModuleType) -> list[Microphone]:
    """Return what the sound server has, where there is one; else what PortAudio has. The default first."""
    devices = [device for device in library.query_devices() if device["max_input_channels"] > 0]
    routes = {device["name"]: device["index"] for device in devices if device["name"] in ROUTES}
    sources = pulse.sources() if routes else None
    if sources is not None:
        found = _of_server(sources, routes.get("pulse", routes.get("default", -1)))
    else:
        default = library.default.device[0]
        found = [
            Microphone(
                name=each["name"],
                is_default=each["index"] == default,
                channels=each["max_input_channels"],
                rate=each["default_samplerate"],
                device=each["index"],
            )
            for each in devices
        ]
    return sorted(found, key=lambda each: not each.is_default)


def _of_server(sources: list[pulse.PulseSource], route: int) -> list[Microphone]:
    default = pulse.default_source()
    return [
        Microphone(
            name=each.label,
            is_default=each.name == default,
            channels=each.channels,
            rate=each.rate,
            device=route,
            source=each.name,
            is_monitor=each.is_monitor,
        )
        for each in sources
    ]


def _choose(found: list[Microphone], name: str | None) -> Microphone:
    """Return the microphone meant by `name`, in full or in part."""
    plain = [each for each in found if each.is_default or not each.is_monitor]
    if name is None and plain:
        return plain[0]
    if name is None or not found:
        raise NoMicrophoneError("There is no microphone. Plug one in, or switch it on in the sound settings.")
    wanted = name.casefold()
    exact = [each for each in found if wanted in {each.name.casefold(), each.source.casefold()}]
    close = [each for each in found if wanted in each.name.casefold()]
    for each in (*exact, *close):
        return each
    others = ", ".join(each.name for each in plain) or "there is none"
    raise NoMicrophoneError(
        f"There is no microphone called {name}. Plug it in, or choose another one: {others}."
    )


@contextlib.contextmanager
def _source_chosen(source: str) -> Iterator[None]:
    """Lead the next stream to a source of the sound server: its library reads this variable."""
    if not source:
        yield
        return
    before = os.environ.get("PULSE_SOURCE")
    os.environ["PULSE_SOURCE"] = source
    try:
        yield
    finally:
        os.environ.pop("PULSE_SOURCE")
        if before is not None:
            os.environ["PULSE_SOURCE"] = before
