"""Starts the engine and stops it, without ever keeping the main thread waiting."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from assistant.engine.ports import Observer
from assistant.errors import AssistantError
from assistant.tray.bridge import Bridge
from assistant.values.control import Control, WatchLevel
from assistant.values.event import Fault, Trouble

STOP_WITHIN = 1.5
"""Seconds the engine gets for its farewell."""
LEAVE_WITHIN_MS = 1900
"""Whatever happens, the tray is gone after this: the house allows two seconds."""
NOT_HERE = 4
"""Exit code where there is nothing to start here."""


class RunningEngine(Protocol):
    """What the tray needs of an engine that was started."""

    def post(self, control: Control) -> None:
        """Give an order. Returns at once."""

    def stop(self, deadline: float = ...) -> bool:
        """Stop within `deadline` seconds; True if everything had ended by then."""


StartEngine = Callable[[Observer], RunningEngine | None]
"""Returns the running engine, which shows its events to the observer. May take its time.

None: this machine has nothing to hear with, and no icon should stay.
"""


@dataclass(frozen=True, slots=True)
class Started:
    """The engine runs, or could not be started."""

    engine: RunningEngine | None


@dataclass(frozen=True, slots=True)
class Stopped:
    """The engine has ended, in good order or not."""

    in_order: bool


class Caretaker(QObject):
    """Has the engine started and stopped on threads of their own (`starter`, `stopper`)."""

    def __init__(self, start_engine: StartEngine, bridge: Bridge, leave: Callable[[int], None]) -> None:
        """Take what starts the engine, and what to call, once, with the exit code at the very end."""
        super().__init__()
        self._start_engine = start_engine
        self._bridge = bridge
        self._leave = leave
        self._engine: RunningEngine | None = None
        self._is_starting = False
        self._is_leaving = False
        self._is_gone = False
        self._has_nothing = False
        self._is_watched = False
        bridge.happened.connect(self._follow)

    def begin(self) -> None:
        """Start the engine in the background; `Started` comes over the bridge."""
        self._is_starting = True
        Thread(target=self._start, name="starter", daemon=True).start()

    def post(self, control: Control) -> None:
        """Pass an order on; without an engine there is nobody to obey."""
        if self._engine is not None and not self._is_leaving:
            self._engine.post(control)

    def watch_level(self, is_watched: bool) -> None:  # noqa: FBT001 - a call-back with one answer
        """Tell the engine, whenever there is one, whether anybody shows how loud it is."""
        if is_watched is not self._is_watched:
            self._is_watched = is_watched
            self.post(WatchLevel(is_watched))

    def leave(self) -> None:
        """Stop the engine and go, within two seconds. May be called twice."""
        if self._is_leaving:
            return
        self._is_leaving = True
        QTimer.singleShot(LEAVE_WITHIN_MS, self._give_up)
        if self._engine is not None:
            self._begin_stop(self._engine)
        elif not self._is_starting:
            self._go(0)

    def end(self) -> None:
        """Stop the engine here and now, where the main loop has ended by itself: the screen went away."""
        engine = None if self._is_gone else self._engine
        self._is_leaving = self._is_gone = True
        if engine is not None:
            engine.stop(STOP_WITHIN)

    @Slot(object)
    def _follow(self, event: object) -> None:
        match event:
            case Started(None) if self._has_nothing and not self._is_leaving:
                self._go(NOT_HERE)
            case Started(engine):
                self._is_starting = False
                self._engine = engine
                if self._is_leaving and engine is not None:
                    self._begin_stop(engine)
                elif self._is_leaving:
                    self._go(0)
                elif self._is_watched:
                    self.post(WatchLevel(is_watched=True))
            case Stopped(in_order):
                self._go(0 if in_order else 1)
            case _:
                pass

    def _give_up(self) -> None:
        self._go(1)

    def _go(self, code: int) -> None:
        if not self._is_gone:
            self._is_gone = True
            self._leave(code)

    def _start(self) -> None:
        engine: RunningEngine | None = None
        try:
            engine = self._start_engine(self._bridge.post)
            self._has_nothing = engine is None
        except (AssistantError, OSError) as error:
            self._bridge.post(Trouble(Fault.INTERNAL, f"The assistant could not start: {error}"))
        finally:  # a programming error is told by the thread's own hook; the tray must know all the same
            self._bridge.happened.emit(Started(engine))

    def _begin_stop(self, engine: RunningEngine) -> None:
        Thread(target=self._stop, args=(engine,), name="stopper", daemon=True).start()

    def _stop(self, engine: RunningEngine) -> None:
        in_order = False
        try:
            in_order = engine.stop(STOP_WITHIN)
        finally:
            self._bridge.happened.emit(Stopped(in_order))
