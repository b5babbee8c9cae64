"""One word for what the assistant is doing, worked out from what happened."""

from assistant.values.audio import SpeechStarted
from assistant.values.event import (
    ActionPerformed,
    Event,
    Fault,
    IntentRouted,
    MicrophoneClosed,
    MicrophoneOpened,
    MicrophoneOpening,
    Recovered,
    State,
    Trouble,
    UtteranceDropped,
    UtteranceEnded,
)

LASTING = {Fault.MICROPHONE_LOST, Fault.MICROPHONE_SILENT, Fault.MODEL, Fault.HOTKEY}
"""Faults that go on until a Recovered; the others are over once they were told."""


class StateTracker:
    """Follows every open utterance through the rooms."""

    def __init__(self) -> None:
        self.state = State.STARTING
        self._is_loaded = False
        self._is_opening = False
        self._stages: dict[int, State] = {}
        self._faults: set[Fault] = set()

    def loaded(self) -> State | None:
        """Note that the model is ready; return the new state if it changed."""
        self._is_loaded = True
        return self._settle()

    def follow(self, event: Event) -> State | None:
        """Take the next event; return the new state if it changed."""
        match event:
            case SpeechStarted(utterance):
                self._stages[utterance] = State.HEARING
            case UtteranceEnded(utterance):
                self._stages[utterance.number] = State.THINKING
            case IntentRouted(utterance):
                self._stages[utterance] = State.ACTING
            case ActionPerformed(utterance) | UtteranceDropped(utterance):
                self._stages.pop(utterance, None)
            case Trouble(fault) if fault in LASTING:
                self._faults.add(fault)
            case Recovered(fault):
                self._faults.discard(fault)
            case MicrophoneOpening():
                self._is_opening = True
            case MicrophoneOpened() | MicrophoneClosed():
                self._is_opening = False
            case _:
                return None
        return self._settle()

    def _settle(self) -> State | None:
        before, self.state = self.state, self._state()
        return None if self.state is before else self.state

    def _state(self) -> State:
        if self._is_opening and State.HEARING in self._stages.values():
            return State.STARTING  # the key is down, and nothing is heard yet: that is told as it is
        for stage in (State.HEARING, State.ACTING, State.THINKING):
            if stage in self._stages.values():
                return stage
        if self._faults:
            return State.TROUBLE
        return State.READY if self._is_loaded else State.STARTING
