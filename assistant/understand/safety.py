"""What may be done at once, what has to be confirmed first, and what not at all.

Danger 2 and 3 are reached by literal speech alone, and then only after the phrase that confirms; by sound,
in a chain, from a language model or from a hook they are never reached. Time is counted in samples.
"""

from enum import Enum, auto

from assistant.values.audio import SAMPLE_RATE
from assistant.values.commands.definition import CONFIRMED, OFF, Definition
from assistant.values.intent import Command, Confirm

PATIENCE = 8 * SAMPLE_RATE
"""How long a question waits for its answer."""


class Origin(Enum):
    """Where a command comes from."""

    LITERAL = auto()
    """Spoken, word for word."""
    DECODED = auto()
    """The phrase of the grammar that fits the sound, whatever the model wrote."""
    MISHEARD = auto()
    CHAIN = auto()
    TOOL = auto()
    """A language model wants it."""
    HOOK = auto()
    """A program that was asked wants it."""


class Verdict(Enum):
    """What is done about a command."""

    DO = auto()
    ASK = auto()
    REFUSE = auto()
    SWITCHED_OFF = auto()


def judge(definition: Definition, origin: Origin, *, dangerous: bool) -> Verdict:
    """Return what is done about a command; `dangerous` says whether the settings allow danger 3."""
    if definition.danger < CONFIRMED:
        return Verdict.DO if origin is not Origin.TOOL or definition.is_tool else Verdict.REFUSE
    if origin is not Origin.LITERAL:
        return Verdict.REFUSE
    if definition.danger >= OFF and not dangerous:
        return Verdict.SWITCHED_OFF
    return Verdict.ASK


class Confirmation:
    """Holds the one command that waits to be confirmed."""

    def __init__(self) -> None:
        self._waiting: Confirm | None = None

    def ask(self, command: Command, at: int) -> Confirm:
        """Let `command` wait from position `at` on; whatever waited before is called off."""
        self._waiting = Confirm(command, at + PATIENCE)
        return self._waiting

    def take(self, at: int) -> Command | None:
        """Return what waits for an answer that was begun at `at`, and let it go: there is one answer only."""
        waiting, self._waiting = self._waiting, None
        return waiting.command if waiting is not None and at <= waiting.until else None

    def extend(self, until: int) -> None:
        """Let the time begin at `until`: the question was still being spoken."""
        if self._waiting is not None:
            self._waiting = Confirm(self._waiting.command, max(self._waiting.until, until + PATIENCE))
