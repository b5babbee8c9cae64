"""What consulting is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from assistant.consult.ports import ConversationKeeper, LanguageModel, Selection, Voice
from assistant.understand.safety import Origin
from assistant.values.action import Action, Window
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import Definition, SlotList
from assistant.values.intent import Intent
from assistant.values.settings import ConsultSettings, Profile


class Gate(Protocol):
    """Says which commands there are for a model, and lets them through or not: the router."""

    def find(self, name: str) -> Definition | None:
        """Return the command with this id."""

    def offered(self, window: Window | None) -> tuple[tuple[Definition, dict[str, SlotList]], ...]:
        """Return the commands that may be offered for `window`."""

    def admit(self, name: str, slots: tuple[Slot, ...], origin: Origin) -> Intent:
        """Return what becomes of a command that no voice gave."""

    def speaks(self, text: str, start: int) -> Callable[[int], None]:
        """Take note that the assistant begins to speak; what is returned is told where that ended."""

    def unwaking(self, text: str) -> str:
        """Return `text` without any wake phrase."""


class Plan(Protocol):
    """Says what is to be done about an intent: the planner."""

    def plan(self, intent: Intent, window: Window | None) -> Action:
        """Return the action."""


@dataclass(frozen=True, slots=True)
class ConsultRooms:
    """The language model and what belongs to it; without them nobody is asked."""

    settings: ConsultSettings
    model: Callable[[], LanguageModel]
    """Makes the client, when something is asked for the first time. Raises ConsultError."""
    gate: Gate
    planner: Plan
    selection: Selection | None = None
    """None where what is selected can't be read."""
    voice: Callable[[], Voice] | None = None
    """Makes what speaks. Raises ConsultError. None: answers are only shown."""
    keeper: ConversationKeeper | None = None
    profiles: tuple[Profile, ...] = ()
