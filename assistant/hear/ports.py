"""What hearing needs from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from assistant.values.audio import AudioChunk, Gap, Samples
from assistant.values.event import (
    MicrophoneClosed,
    MicrophoneOpened,
    MicrophoneOpening,
    Recovered,
    Rest,
    Trouble,
)


@dataclass(frozen=True, slots=True)
class SourceEnded:
    """A source with an end (a file) has reached it."""


Heard = (
    AudioChunk
    | Gap
    | MicrophoneOpening
    | MicrophoneOpened
    | MicrophoneClosed
    | Trouble
    | Recovered
    | SourceEnded
)
Post = Callable[[Heard], None]


class Source(Protocol):
    """Gives audio: a microphone, or a file that pretends to be one."""

    @property
    def name(self) -> str:
        """What the user calls it."""

    def start(self, post: Post) -> None:
        """Begin to post chunks from a thread of its own; positions begin at 0 and never jump back.

        Raises NoMicrophoneError or UnreadableAudioError where no audio can be had at all; what
        goes wrong later is posted as Trouble, and Recovered when it is over.
        """

    def position(self, when: float) -> int | None:
        """Return the sample index that was at the microphone at `when` (time.monotonic seconds).

        None where that is not known.
        """

    def stop(self) -> None:
        """End within a second, whatever state the device is in. May be called twice."""


@runtime_checkable
class Switchable(Protocol):
    """A source that can change the device it hears through while it runs."""

    def use(self, name: str | None) -> None:
        """Hear through this device from now on (None: the default); positions go on behind a Gap."""


@runtime_checkable
class Rousable(Protocol):
    """A source that can be closed for a while, and opened again."""

    def wake(self) -> None:
        """Open now, or stay open. What is heard goes on behind a Gap."""

    def rest(self, why: Rest, after: float) -> None:
        """Close in `after` seconds, unless `wake` is called before; tell `why`."""


@runtime_checkable
class Eager(Protocol):
    """A source that brings its audio in larger pieces while nobody speaks, which costs less."""

    def hurry(self) -> None:
        """Bring every block as soon as it is there: somebody speaks."""

    def ease(self) -> None:
        """Take some time again. Nothing is lost, and no position changes."""

    def gather(self, most: float) -> None:
        """Take up to `most` seconds of time, whenever there is any to take."""


class Detector(Protocol):
    """Tells speech from the rest, frame by frame."""

    @property
    def frame(self) -> int:
        """Samples in the one length of frame that it takes."""

    def is_speech(self, frame: Samples) -> bool:
        """Judge the next frame of mono int16 at 16 kHz, shape [self.frame]."""

    def reset(self) -> None:
        """Forget what came before."""
