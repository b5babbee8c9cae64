"""The engine: the rooms on threads.

Threads (every one of the assistant is in this list):

    ear               framing, detectors, endpoint, journal; audio and controls from one ordered inbox
    brain             features, recognition, routing, planning; in order, never waits for a window
    hands             delivery in order, receipts, history
    consult           the only one that waits for the language model; only where one is switched on
    voice             says answers aloud, where they are to be spoken
    microphone        opens, watches and reopens it; PortAudio's own callback copies and posts
    microphone close  closes a stream, which a driver may never let end
    file source       plays recordings as a microphone would
    hotkeys           the desktop's key watcher
    control socket    answers `assistant press|release|toggle|cancel|status`
    selection         the X11 clipboard owner
    clipboard         Windows only: owns the clipboard while text is on offer
    give back         Windows and macOS: gives the clipboard back, a moment after a text was taken
    portal            GNOME and KDE: keys and the clipboard through the desktop's portals
    wayland           hears from the compositor, hands over what is on the clipboard
    quieter           pauses or lowers other programs while the user speaks, and brings them back
    chimes            soft sounds at beginning and end, and the warning before the longest recording ends
    screen lock       hears on the message bus that the screen is locked, or the computer sleeps
    probe             `bench latency` only: a window that says when text stands in it
    starter           tray only: starts the engine while the icon already shows
    stopper           tray only: stops it while the icon still answers
    errands           tray only: does what takes time for a window, one for each that has any
    watch             notices that the settings file, or a pack of commands, has changed; makes grammars ready
    timers            rings timers and reminders
    hook              asks a hook of the user's, for ten seconds at most
    started program   waits for the end of a program that a command started
    language model    reads a reply of the language model, where that is switched on
    server probe      looks whether a language model's server is at one address, when asked to
    main              Qt, or the command line: shows

    preparer          waits, where the model runs, for the program that makes it faster
    control           in the child process: hears of a cancel while the model runs

The acoustic model runs in a child process of the brain.
"""

from collections.abc import Callable
from threading import Event as Flag
from threading import Lock
from time import monotonic

from assistant.engine.consult import Counsel
from assistant.engine.discretion.attendant import Attendant
from assistant.engine.ear import Ear, EarControl, EarItem
from assistant.engine.hands import Hands, HandsItem
from assistant.engine.hotkeys.follower import KeyFollower
from assistant.engine.hotkeys.gestures import Gestures
from assistant.engine.mind import Mind
from assistant.engine.ports import Observer
from assistant.engine.rooms import Rooms
from assistant.engine.state import StateTracker
from assistant.engine.work import Drop, End, Fit, Order, Redeliver, Work
from assistant.engine.worker import Worker
from assistant.hear.ports import Source, SourceEnded, Switchable
from assistant.values.audio import Utterance
from assistant.values.control import (
    AcceptEdit,
    Cancel,
    Control,
    Correct,
    Deliver,
    DeliverKept,
    Forget,
    RejectEdit,
    Remember,
    SetLock,
    SetMode,
    SetPause,
    StopAnswer,
    Undo,
    UseLanguages,
    UseMicrophone,
    UseModel,
    WatchLevel,
)
from assistant.values.event import (
    Event,
    SettingsChanged,
    State,
    StateChanged,
    Trouble,
    UtteranceDropped,
)
from assistant.values.settings import Settings

Thought = Work | Drop | Fit | Redeliver | UseModel | UseLanguages | End | Flag
"""What the brain takes, in order."""
GRACE = 2.0
"""Seconds within which the assistant stops, from any state."""


class Engine:
    """Hears, recognises, understands and acts, until it is stopped."""

    def __init__(self, rooms: Rooms, source: Source, observers: tuple[Observer, ...] = ()) -> None:
        self._rooms = rooms
        self._source = source
        self._observers = observers
        self._lock = Lock()
        self._tracker = StateTracker()
        self._finished = Flag()
        self._loaded = Flag()
        self._closers: list[Callable[[], None]] = []
        self._is_stopping = False
        self._attendant = Attendant(source, rooms.hear, rooms.endpointer.mode)
        tell = self._attendant.around(self.report)
        self._ear_room = Ear(rooms.endpointer, rooms.journal, tell, rooms.privacy)
        self._ear_room.now = lambda: source.position(monotonic())
        self._ear_room.settings, self._ear_room.fitter = rooms.settings, rooms.fitter
        self._heard = rooms.settings
        self._counsel = Counsel(rooms.consult, self.report, self.perform, source.position)
        self._hands_room = Hands(rooms, self.report, self._counsel)
        self._mind = Mind(rooms, self.report, self._counsel)
        self._mind.ready = self._ready
        self._ear: Worker[EarItem] = Worker("ear", self._hear, self._lose)
        self._brain: Worker[Thought] = Worker("brain", self._think, self._lose)
        self._hands: Worker[HandsItem | End] = Worker("hands", self._act, self._lose)
        self.keys = KeyFollower(Gestures(rooms.act, source.position), self._key)
        """Who is told what the hotkeys, and programs for them, do."""

    def start(self) -> None:
        """Start hearing at once; the model loads meanwhile. Raises SourceError."""
        for worker in (self._hands, self._brain, self._ear):
            worker.start()
        self._counsel.start()
        self._brain.post(self._loaded)
        self._source.start(self._ear.post)

    @property
    def counsel(self) -> Counsel:
        """What the engine has to do with a language model."""
        return self._counsel

    def closing(self, close: Callable[[], None]) -> None:
        """Call `close` when the engine stops: for hotkeys, the desktop, the model."""
        self._closers.append(close)

    def stop(self, deadline: float = GRACE) -> bool:
        """Stop within `deadline` seconds; True if every thread had ended by then.

        What was not delivered stays in the journal.
        """
        end = monotonic() + deadline
        self._is_stopping = True
        self._source.stop()
        stopped = self._ear.stop(end)
        self._ear_room.call_off()
        for close in self._closers:
            close()
        stopped &= self._counsel.stop(end)
        stopped &= self._brain.stop(end)
        stopped &= self._hands.stop(end)
        self.report(StateChanged(State.STOPPED))
        return stopped

    def post(self, control: Control) -> None:
        """Give an order. Returns at once."""
        match control:
            case UseMicrophone(name):
                if isinstance(self._source, Switchable):
                    self._source.use(name)
            case WatchLevel(is_watched):
                self._attendant.watch(is_watched=is_watched)
            case UseModel() | UseLanguages():
                self._brain.post(control)
            case DeliverKept():
                self._hands.post(Redeliver())
            case Deliver(text):
                self._hands.post(Redeliver(text))
            case Undo() | Correct() | Remember() | AcceptEdit() | RejectEdit():
                self._hands.post(control)
            case StopAnswer() | Forget():
                self._counsel.take(control)
            case Cancel() | SetLock(True) | SetPause(True):
                self.keys.ended()  # the ear drops it, or finishes it
                self._key(control)
            case _:
                self._key(control)

    def _key(self, control: EarControl) -> None:
        """Pass an order on to the ear; who begins to speak interrupts an answer at once."""
        self._counsel.take(control)
        self._ear.post(control)

    def perform(self, order: Order) -> None:
        """Have the hands do what nobody said: what a language model or a hook asked for. Returns at once."""
        self._hands.post(order)

    def wait_until_loaded(self, timeout: float | None = None) -> bool:
        """Wait until the model is there, or has failed to load; False on a time-out."""
        return self._loaded.wait(timeout)

    def wait_until_finished(self, timeout: float | None = None) -> bool:
        """Wait until a source with an end has been heard, and all of it acted on."""
        return self._finished.wait(timeout)

    def report(self, event: Event) -> None:
        """Show an event to every observer, one at a time and in one order."""
        with self._lock:
            self._show(event)
            state = self._tracker.follow(event)
            if state is not None:
                self._show(StateChanged(state))

    def _show(self, event: Event) -> None:
        for observer in self._observers:
            observer(event)

    def _hear(self, item: EarItem) -> None:
        self.keys.passed(monotonic())
        self._attendant.take(item)
        for work in self._ear_room.feed(item):
            if isinstance(work, Fit):
                self._fit_hearing(work.settings)
            self._brain.post(work)
        if isinstance(item, SourceEnded):
            self._brain.post(End())

    def _think(self, work: Thought) -> None:
        if isinstance(work, Flag):
            self._mind.load()
            self._loaded.set()
        elif isinstance(work, UseModel | UseLanguages):
            self._mind.change(work)
        elif isinstance(work, Fit):
            self._mind.fit(work.settings)
            self._hands.post(work)
        elif isinstance(work, End | Redeliver):
            self._hands.post(work)
        elif self._mind.brain is None:
            self._give_up(work)
        else:
            for order in self._mind.brain.feed(work):
                if not self._is_stopping:  # what is called off by the stop stays in the journal
                    self._hands.post(self._counsel.polishing(order, work))

    def _fit_hearing(self, settings: Settings) -> None:
        """Let microphone and keys do as other settings say; on the ear's thread."""
        before, self._heard = self._heard, settings
        if settings.hear.microphone != before.hear.microphone and isinstance(self._source, Switchable):
            self._source.use(settings.hear.microphone)
        if settings.mode is not before.mode:
            self._attendant.take(SetMode(settings.mode))
        self._attendant.fit(settings.hear)
        self.keys.limit(settings.act)
        self.report(SettingsChanged(settings))

    def _ready(self) -> None:
        with self._lock:
            state = self._tracker.loaded()
            if state is not None:
                self._show(StateChanged(state))

    def _act(self, order: HandsItem | End) -> None:
        if isinstance(order, End):
            self._finished.set()
        else:
            self._hands_room.feed(order)

    def _lose(self, item: object, trouble: Trouble) -> None:
        self.report(trouble)
        self._give_up(item)

    def _give_up(self, item: object) -> None:
        """Tell that an utterance gets no further; its recording stays in the journal."""
        match item:
            case Work(Utterance(number)):
                self.report(UtteranceDropped(number))
            case Order(transcript):
                self.report(UtteranceDropped(transcript.utterance))
            case _:
                pass
