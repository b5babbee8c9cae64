"""Commands that the model may ask for, and the way from its word to the deed: the same gate as speech."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from assistant.consult.envelope import Envelope
from assistant.consult.offer import Capability, Offer
from assistant.engine.consult.rooms import Gate, Plan
from assistant.engine.consult.talk import Asked
from assistant.engine.work import Order
from assistant.errors import ConsultError
from assistant.understand.safety import Origin
from assistant.values.action import Execute, InsertText, Window
from assistant.values.consult import Called
from assistant.values.intent import Command

MOST_A_MINUTE = 6
NOT_OFFERED = "The language model asked for something that it may not do; nothing was done."
TOO_MANY = "The language model has asked for a lot within a minute; nothing more is done for it right now."


class ToolUse:
    """Lets calls through, or not. One thread only."""

    def __init__(self, gate: Gate, planner: Plan, act: Callable[[Order], None]) -> None:
        """Hand what is let through to `act`."""
        self._gate, self._planner, self._act = gate, planner, act
        self._times: deque[float] = deque(maxlen=MOST_A_MINUTE)

    def about(self, envelope: Envelope, window: Window | None) -> tuple[Envelope, Offer]:
        """Return what may be asked for in `window`, and the envelope that names it."""
        offer = Offer(Capability(*each) for each in self._gate.offered(window))
        return replace(envelope, capabilities=offer.names), offer

    def use(self, offer: Offer, called: Called, asked: Asked) -> None:
        """Do what a call is for. Raises ConsultError where that was not on offer, or is too much."""
        found = offer.read(called)
        if found is None:
            raise ConsultError(NOT_OFFERED)
        now = monotonic()
        if len(self._times) == MOST_A_MINUTE and now - self._times[0] < 60.0:  # noqa: PLR2004 - seconds of a minute
            raise ConsultError(TOO_MANY)
        intent = self._gate.admit(*found, Origin.TOOL)
        if not isinstance(intent, Command):
            raise ConsultError(NOT_OFFERED)
        action = self._planner.plan(intent, asked.action.window)
        if not isinstance(action, Execute | InsertText):
            raise ConsultError(NOT_OFFERED)
        self._times.append(now)
        self._act(replace(asked.order, intent=intent, action=action))
