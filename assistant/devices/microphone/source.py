"""The microphone as a source: opened, watched, and opened again by name when it went away."""

from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic

from assistant.devices.microphone.nap import Nap
from assistant.devices.microphone.reports import Reporter
from assistant.devices.microphone.stream import Block, Ended, PortAudioStream
from assistant.devices.microphone.take import Take
from assistant.devices.microphone.watch import SourceWatch
from assistant.errors import NoMicrophoneError
from assistant.hear.ports import Post
from assistant.values.event import Rest

STALLED = 1.0
"""Seconds without a block after which a stream is given up."""
SLOW_START = 3.0
"""Seconds that the first block may take: a sleeping source needs two."""
OPEN_LIMIT = 5.0
"""Seconds that `start` waits for the sound system."""
CLOSE_LIMIT = 0.6
STOP_LIMIT = 0.9
WELL = 1.0
"""Seconds that a stream must last for the next one to be opened without delay."""
EASE = 0.1
"""Seconds for which blocks gather while nobody speaks, until somebody says how long they may: each waking of
two threads costs more than a block."""
UNEASY = 10.0
"""Seconds after samples were missed in which it is looked more often where they come from."""
ADVICE = "Plug it in again, or choose another microphone."
DELAYS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds between attempts to open; the last one is repeated."""


class _Wake:
    """Wakes the pump: there is something to do besides audio."""


class PortAudioMicrophone:
    """Hears through a microphone, and comes back by itself when it was unplugged or the server died.

    Positions go on over every gap. One thread, the pump, does everything but the callback.
    """

    def __init__(
        self, name: str | None = None, *, keep_trying: bool = False, on_demand: bool = False
    ) -> None:
        """Hear through the microphone called `name`, None: the default.

        With `keep_trying`, having no microphone at the start is a Trouble and not an error. One that is
        `on_demand` stays closed until `wake`.
        """
        self._nap = Nap(Rest.ON_DEMAND if on_demand else None)
        self._wanted = name
        self._keep_trying = keep_trying
        self._queue: SimpleQueue[Block | Ended | _Wake] = SimpleQueue()
        self._stopped = Event()
        self._roused = Event()
        self._is_hurried = False
        self._ease = EASE
        self._opened = Event()
        self._failure: NoMicrophoneError | None = None
        self._take: Take | None = None
        self._label: str | None = None
        self._is_switching = False
        self._is_live = False
        self._thread: Thread | None = None

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self._label or self._wanted or "default microphone"

    def start(self, post: Post) -> None:
        """Begin to post. Raises NoMicrophoneError where there is none, unless told to keep trying."""
        self._thread = Thread(target=self._run, args=(post,), name="microphone", daemon=True)
        self._thread.start()
        answered = self._opened.wait(OPEN_LIMIT)
        if self._keep_trying:
            return
        if not answered:
            self.stop()
            raise NoMicrophoneError("The sound system does not answer. Restart it, or log in again.")
        if self._failure is not None:
            raise self._failure

    def position(self, when: float) -> int | None:
        """Return the sample that was at the microphone at `when`; None while it is not open."""
        take = self._take if self._is_live else None
        return None if take is None else take.clock.position(when)

    def use(self, name: str | None) -> None:
        """Hear through another microphone from now on; None is the default."""
        self._wanted = name
        self._is_switching = True
        self._rouse()

    def wake(self) -> None:
        """Open now, or stay open. Callable from any thread."""
        self._nap.end()

    def rest(self, why: Rest, after: float) -> None:
        """Close in `after` seconds, unless `wake` is called before."""
        self._nap.plan(why, after)
        self._rouse()

    def hurry(self) -> None:
        """Post every block at once, beginning with those that wait. Callable from any thread."""
        self._is_hurried = True
        self._roused.set()

    def ease(self) -> None:
        """Post several blocks at a time again."""
        self._is_hurried = False

    def gather(self, most: float) -> None:
        """Post the blocks of up to `most` seconds at a time while there is no hurry."""
        self._ease = most
        self._rouse()

    def stop(self) -> None:
        """End within a second, even where the sound system hangs. May be called twice."""
        self._stopped.set()
        self._nap.end()
        self._rouse()
        if self._thread is not None:
            self._thread.join(STOP_LIMIT)

    def _rouse(self) -> None:
        """Have the pump look around now."""
        self._queue.put(_Wake())
        self._roused.set()

    def _rest(self) -> None:
        """Let blocks gather, unless somebody is in a hurry or rouses the pump."""
        self._roused.wait(self._ease)
        self._roused.clear()
        if self._is_hurried:  # looked at after the clearing: an order that comes between is not lost
            self._roused.set()

    def _run(self, post: Post) -> None:
        reporter = Reporter(post)
        attempt = 0
        while not self._stopped.is_set():
            self._is_switching = False
            if (why := self._nap.why) is not None:
                self._sleep(why, reporter)
                attempt = 0
                continue
            # what an old stream still says is not for the new one
            queue: SimpleQueue[Block | Ended | _Wake] = SimpleQueue()
            self._queue = queue
            try:
                stream = PortAudioStream(self._wanted, queue)
            except NoMicrophoneError as error:
                self._failure = error
                if self._give_up():
                    return
                reporter.lost(str(error))
            else:
                self._failure = None
                self._opened.set()
                before = monotonic()
                has_begun = self._record(stream, reporter)
                if not (has_begun or self._is_interrupted()):
                    reporter.lost(f"{stream.microphone.name} delivers no audio. {ADVICE}")
                attempt = 0 if has_begun and monotonic() - before > WELL else attempt
            self._pause(attempt)
            attempt += 1

    def _sleep(self, why: Rest, reporter: Reporter) -> None:
        """Stay closed until somebody wants to hear."""
        self._opened.set()
        reporter.closed(self._take.position if self._take else 0, why)
        self._nap.wait()
        if not self._stopped.is_set():
            reporter.opening()

    def _is_interrupted(self) -> bool:
        return self._stopped.is_set() or self._is_switching or self._nap.why is not None

    def _give_up(self) -> bool:
        """Tell `start` about the failure; True if it is going to raise it."""
        is_first = not self._opened.is_set()
        self._opened.set()
        return is_first and not self._keep_trying

    def _pause(self, attempt: int) -> None:
        """Wait before the next attempt: not at all after a stream that was well."""
        if attempt == 0 or self._is_interrupted():
            return
        deadline = monotonic() + DELAYS[min(attempt, len(DELAYS)) - 1]
        while not self._is_interrupted() and (left := deadline - monotonic()) > 0:
            self._stopped.wait(min(left, 0.1))

    def _record(self, stream: PortAudioStream, reporter: Reporter) -> bool:
        """Post what the stream gives until it ends; True if it gave anything."""
        take = Take(stream, self._take, reporter)
        watch = SourceWatch(stream.microphone, self._wanted, reporter)
        last, patience = monotonic(), SLOW_START
        while not (self._is_interrupted() or watch.has_strayed):
            if self._queue.empty():
                take.post()
                if take.has_begun:
                    watch.look(last, soon=self._is_hurried or last - take.lost_at < UNEASY)
                    self._rest()
            try:
                item = self._queue.get(timeout=0.25)
            except Empty:
                if monotonic() - last > patience:
                    break
                continue
            if isinstance(item, Ended):
                break
            if isinstance(item, Block):
                last, patience = monotonic(), STALLED
                if not take.has_begun:
                    self._label = stream.microphone.name
                    reporter.opened(stream.microphone.name)
                take.feed(item)
                self._take, self._is_live = take, True
        self._is_live = False
        take.end()
        stream.close(CLOSE_LIMIT)
        return take.has_begun
