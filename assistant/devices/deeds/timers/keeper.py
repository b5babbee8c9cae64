"""Sets timers and rings them: the thread `timers`."""

from collections.abc import Callable
from threading import Condition, Thread
from time import time

from assistant.devices.deeds.timers.ledger import Ledger, Timer
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

LATE = 5.0
"""Seconds after which a timer that rings is said to be late: the computer slept, or was off."""
LONGEST = 7 * 24 * 3600
LOOK = 30.0
"""Seconds between two looks at the clock at most: it jumps when a computer wakes up."""

Ring = Callable[[str, str], None]
"""Is told what to remind of (or nothing) and one sentence to show."""


class TimerKeeper:
    """Implements act.ports.BuiltinExecutor for timers."""

    names = frozenset({"timer.set", "timer.remind", "timer.cancel", "timer.left"})

    def __init__(self, ledger: Ledger, ring: Ring, clock: Callable[[], float] = time) -> None:
        """Keep timers in `ledger`; `ring` is called on the thread `timers`."""
        self._ledger = ledger
        self._ring = ring
        self._clock = clock
        self._changed = Condition()
        self._timers = ledger.read()
        self._is_stopping = False
        self._thread = Thread(target=self._run, name="timers", daemon=True)

    def start(self) -> None:
        """Begin to watch; what came due while nobody watched rings now."""
        self._thread.start()

    def stop(self) -> None:
        """End; the timers stay written down. May be called twice."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(1.0)

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Set, cancel, or say how much is left."""
        try:
            with self._changed:
                outcome = self._execute(deed)
                self._changed.notify()
        except OSError as error:
            why = error.strerror or type(error).__name__
            return Outcome(Result.FAILED, f"The timer can't be written down ({why}).", "timer")
        return outcome

    def _execute(self, deed: Builtin) -> Outcome:
        if deed.name in {"timer.set", "timer.remind"}:
            return self._set(_seconds(deed), str(deed.value("about")))
        if not self._timers:
            return Outcome(Result.FAILED, "No timer is running.", "timer")
        if deed.name == "timer.left":
            return Outcome(Result.DONE, f"{_spoken(self._timers[0].due - self._clock())} left.", "timer")
        newest = max(self._timers, key=lambda timer: timer.due - timer.seconds)
        self._keep([timer for timer in self._timers if timer is not newest])
        return Outcome(Result.DONE, f"The timer of {_spoken(newest.seconds)} is off.", "timer")

    def _set(self, seconds: int, about: str) -> Outcome:
        if not 0 < seconds <= LONGEST:
            return Outcome(Result.FAILED, "A timer runs for a second to a week.", "timer")
        timer = Timer(self._clock() + seconds, seconds, about)
        self._keep(sorted([*self._timers, timer], key=lambda each: each.due))
        return Outcome(Result.DONE, f"It rings in {_spoken(seconds)}.", "timer")

    def _keep(self, timers: list[Timer]) -> None:
        self._ledger.write(timers)
        self._timers = timers

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._is_stopping:
                    return
                wait = self._timers[0].due - self._clock() if self._timers else LOOK
                if wait > 0:
                    self._changed.wait(min(wait, LOOK))
                    continue
                due = self._timers[0]
                late = self._clock() - due.due
                try:
                    self._keep(self._timers[1:])
                except OSError:
                    self._timers = self._timers[1:]  # it rings all the same, and again after a restart
            when = f" It was due {_spoken(late)} ago." if late > LATE else ""
            self._ring(due.about, f"{_spoken(due.seconds)} are over.{when}")


def _seconds(deed: Builtin) -> int:
    return int(float(deed.value("amount", 0)) * float(deed.value("unit", 1)))


def _spoken(seconds: float) -> str:
    """Return a time as people say it: `1 hour 5 minutes`."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    if hours and minutes:
        return f"{hours} hour{'s' if hours > 1 else ''} {minutes} minute{'s' if minutes > 1 else ''}"
    if hours:
        return f"{hours} hour{'s' if hours > 1 else ''}"
    if minutes and rest:
        return f"{minutes} minute{'s' if minutes > 1 else ''} {rest} second{'s' if rest > 1 else ''}"
    if minutes:
        return f"{minutes} minute{'s' if minutes > 1 else ''}"
    return f"{rest} second{'s' if rest != 1 else ''}"
