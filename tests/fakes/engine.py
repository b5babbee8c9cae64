"""An engine that does as it is told by a script."""

import threading
from collections.abc import Sequence

from assistant.engine.ports import Observer
from assistant.values.control import Control
from assistant.values.event import Event, State, StateChanged


class ScriptedEngine:
    """Shows its events on a thread of its own, remembers controls, and stops when `may_stop` is set."""

    def __init__(self, events: Sequence[Event] = ()) -> None:
        self.events = tuple(events)
        self.controls: list[Control] = []
        self.deadlines: list[float] = []
        self.may_stop = threading.Event()
        self.may_stop.set()
        self._observer: Observer | None = None
        self._thread: threading.Thread | None = None

    def __call__(self, observer: Observer) -> "ScriptedEngine":
        """Start, as `run_tray` wants it."""
        self._observer = observer
        self._thread = threading.Thread(target=self._play, name="scripted", daemon=True)
        self._thread.start()
        return self

    def _play(self) -> None:
        assert self._observer is not None
        for event in self.events:
            self._observer(event)

    def post(self, control: Control) -> None:
        self.controls.append(control)

    def stop(self, deadline: float = 2.0) -> bool:
        self.deadlines.append(deadline)
        stopped = self.may_stop.wait(deadline)
        if self._thread is not None:
            self._thread.join(deadline)
        if self._observer is not None:
            self._observer(StateChanged(State.STOPPED))
        return stopped
