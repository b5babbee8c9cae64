"""What the child process and its parent say to each other over two pipes.

Audio features and results lie in shared memory; a message only says that they are there. Standard
library only: the child reads its first command before NumPy is imported.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

_COMMAND = struct.Struct("<BIIiiI")
_ANSWER = struct.Struct("<BII")


class Order(IntEnum):
    """What the parent wants. The end of the pipe means: exit."""

    RUN = 1
    CANCEL = 2
    WAKE = 3
    """Words are about to come: have everything in memory. It is not answered."""


class Said(IntEnum):
    """What the child answers."""

    READY = 1
    """The model is loaded (serial 0); the text tells what runs it."""
    DONE = 2
    """The text tells what ran it."""
    CANCELLED = 3
    FAILED = 4
    """A ModelError, with its message; with serial 0 the model could not be loaded."""
    NOTICE = 5
    """Something that the user should know (serial 0)."""


@dataclass(frozen=True, slots=True)
class Command:
    """A message to the child."""

    order: Order
    serial: int
    """Number of the run, from 1."""
    frames: int = 0
    language: int = 0
    text_norm: int = 0
    columns: int = 0
    """How many columns of log-probabilities are wanted; their ids lie in the shared memory."""

    def pack(self) -> bytes:
        """Return the bytes of it, few enough to be written at once."""
        numbers = self.frames, self.language, self.text_norm, self.columns
        return _COMMAND.pack(self.order, self.serial, *numbers)


@dataclass(frozen=True, slots=True)
class Answer:
    """A message from the child."""

    said: Said
    serial: int
    text: str = ""

    def pack(self) -> bytes:
        """Return the bytes of it."""
        text = self.text.encode()
        return _ANSWER.pack(self.said, self.serial, len(text)) + text


class Readable(Protocol):
    """The reading end of a pipe."""

    def read(self, size: int, /) -> bytes | None:
        """Return up to `size` bytes, none at the end."""


def read_command(pipe: Readable) -> Command:
    """Wait for the next command. Raises EOFError where the parent is gone."""
    order, *numbers = _COMMAND.unpack(_exactly(pipe, _COMMAND.size))
    return Command(Order(order), *numbers)


def read_answer(pipe: Readable) -> Answer:
    """Wait for the next answer. Raises EOFError where the child is gone."""
    said, serial, length = _ANSWER.unpack(_exactly(pipe, _ANSWER.size))
    return Answer(Said(said), serial, _exactly(pipe, length).decode())


def _exactly(pipe: Readable, size: int) -> bytes:
    got = b""
    while len(got) < size:
        more = pipe.read(size - len(got))
        if not more:
            raise EOFError("the other end of the pipe is closed")
        got += more
    return got
