"""The ear: audio and controls in, work for the brain out. Push-to-talk is journalled on the way."""

from collections.abc import Callable, Iterator

from assistant.engine.discretion.privacy import Privacy
from assistant.engine.ports import Fitter, Journal, Keepers, Observer
from assistant.engine.work import Drop, Fit, InFlight, Work
from assistant.hear.endpointer import Endpointer
from assistant.hear.level import LevelMeter
from assistant.hear.ports import Heard, SourceEnded
from assistant.values.audio import AudioChunk, Gap, Segment, SpeechStarted, Trigger, Utterance
from assistant.values.control import (
    Cancel,
    Press,
    Release,
    Say,
    SetLock,
    SetMode,
    SetPause,
    SetPrivacy,
    UseSettings,
)
from assistant.values.event import (
    Fault,
    LevelMeasured,
    MicrophoneOpened,
    ModeChanged,
    PauseChanged,
    PrivacyChanged,
    Trouble,
    UtteranceDropped,
    UtteranceEnded,
)
from assistant.values.intent import Context
from assistant.values.settings import Settings

Order = SetMode | SetPrivacy | SetLock | SetPause | UseSettings
EarControl = Press | Release | Cancel | Say | Order
EarItem = Heard | EarControl
EarWork = Work | Drop | Fit


class Ear:
    """Finds utterances, remembers the window each is for, and keeps its audio safe."""

    def __init__(
        self,
        endpointer: Endpointer,
        journal: Journal | None,
        report: Observer,
        privacy: Privacy | None = None,
    ) -> None:
        self._endpointer = endpointer
        self._privacy = privacy or Privacy()
        self._journal = journal
        self._report = report
        self._meter = LevelMeter()
        self._context = Context()
        self._mode = endpointer.mode
        self._open: SpeechStarted | None = None
        self._in_flight = InFlight()
        self._is_held = False
        self._is_deaf = False
        self._is_paused = False
        self.now: Callable[[], int | None] = lambda: None
        """Returns the sample index that is at the microphone now."""
        self.settings = Settings()
        """By which it hears."""
        self.fitter: Fitter | None = None
        """Fits what is around to other settings."""
        self._next: Settings | None = None

    def feed(self, item: EarItem) -> Iterator[EarWork]:
        """Take the next item and yield what the brain has to do about it."""
        yield from self._take(item)
        if self._next is not None and self._endpointer.is_idle:
            settings, self._next = self._next, None
            yield from self._fit(settings)

    def _take(self, item: EarItem) -> Iterator[EarWork]:
        match item:
            case AudioChunk():
                for decibels in self._meter.feed(item):
                    self._report(LevelMeasured(decibels))
                yield from self._heard(item)
            case Cancel():
                yield from self._cancel(item)
            case Gap():
                yield from self._heard(item)
            case Press() | Release():
                yield from self._key(item)
            case Trouble(Fault.MICROPHONE_LOST):
                self._report(item)
                self._is_deaf = True
                yield from self._give_up_waiting()
            case MicrophoneOpened():
                self._report(item)
                self._is_deaf = False
            case SetMode() | SetPrivacy() | SetLock() | SetPause() | UseSettings():
                yield from self._obey(item)
            case Say(_, window, job):
                at = self.now() or 0
                yield Work(item, Context(job, window, self._mode, self._privacy.stores(window), at))
            case SourceEnded():
                yield from self.flush()
            case _:
                self._report(item)

    def _obey(self, order: Order) -> Iterator[EarWork]:
        match order:
            case UseSettings(settings):
                self._next = settings  # the newest counts, as soon as nothing is being said
                if settings.mode is not self.settings.mode:
                    yield from self._obey(SetMode(settings.mode))
            case SetMode(mode):
                for found in self._endpointer.use(mode):
                    yield from self._pass_on(found)
                self._mode = mode
                self._report(ModeChanged(mode))
            case SetPrivacy(is_private):
                self._privacy.is_private = is_private
                self._report(PrivacyChanged(is_private))
            case SetLock(is_shut) | SetPause(is_shut):
                if is_shut:  # the microphone closes; what was said until now is not lost
                    self._is_held = False
                    yield from self.flush()
                if isinstance(order, SetPause):
                    self._is_paused = is_shut
                    self._report(PauseChanged(is_shut))

    def _fit(self, settings: Settings) -> Iterator[EarWork]:
        """Hear by other settings from here on, and send them on behind what was said before."""
        if self.fitter is None:
            return
        before, self.settings = self.settings, settings
        try:
            keepers = self.fitter.keep(settings)
        except OSError as error:
            keepers = Keepers()
            self._lost_journal(error)
        self._journal = keepers.journal
        self._privacy.never_store(settings.keep.never_store)
        if settings.keep.private is not before.keep.private:
            yield from self._obey(SetPrivacy(settings.keep.private))
        self.fitter.hear(settings)
        yield Fit(settings, keepers)

    def flush(self) -> Iterator[EarWork]:
        """Finish what is open: the source has ended."""
        for found in self._endpointer.flush():
            yield from self._pass_on(found)

    def call_off(self) -> None:
        """Cancel every utterance that is still being worked on."""
        self._in_flight.drop_all()

    def _key(self, item: Press | Release) -> Iterator[EarWork]:
        if not self._is_paused:
            self._is_held = isinstance(item, Press)
            yield from self._heard(item)
            yield from self._give_up_waiting()
        elif isinstance(item, Press):
            self._report(PauseChanged(is_paused=True))

    def _heard(self, item: AudioChunk | Gap | Press | Release | Cancel) -> Iterator[EarWork]:
        for found in self._endpointer.feed(item):
            yield from self._pass_on(found)

    def _give_up_waiting(self) -> Iterator[EarWork]:
        """Finish what is open where no audio comes any more that could end it."""
        if self._is_deaf and not self._is_held:
            yield from self.flush()

    def _cancel(self, item: Cancel) -> Iterator[EarWork]:
        # A press may still wait for the audio of its position: the endpointer knows it, too.
        if self._open is not None or self._is_held:
            yield from self._heard(item)
        else:
            self.call_off()

    def _pass_on(self, found: SpeechStarted | Segment | Utterance | UtteranceDropped) -> Iterator[EarWork]:
        if isinstance(found, UtteranceDropped):
            self._in_flight.drop(found.number)
            self._open = None
            self._report(found)
            yield Drop(found.number)
            return
        token = self._in_flight.token_for(found)  # first of all: it stops what is of no use any more
        match found:
            case SpeechStarted():
                self._open = found
                self._context = self._about(found.trigger)
                self._report(found)
            case Segment():
                self._write(found)
            case Utterance():
                self._complete(found)
                self._open = None
                self._report(UtteranceEnded(found))
        yield Work(found, self._context, token)

    def _about(self, trigger: Trigger) -> Context:
        """Return what an utterance is for, and the window it is meant for: the one the key was pressed in."""
        press = self._endpointer.press
        if press is not None and trigger is Trigger.PUSH_TO_TALK:
            return Context(press.job, press.window, self._mode, self._privacy.stores(press.window))
        return Context(None, None, self._mode, self._privacy.stores(None))

    def _is_kept(self, trigger: Trigger) -> bool:
        return trigger is Trigger.PUSH_TO_TALK and self._context.is_stored

    def _write(self, segment: Segment) -> None:
        if self._open is None or not self._is_kept(self._open.trigger) or self._journal is None:
            return
        try:
            self._journal.append(segment)
        except OSError as error:
            self._lost_journal(error)

    def _complete(self, utterance: Utterance) -> None:
        if not self._is_kept(utterance.trigger) or self._journal is None:
            return
        try:
            self._journal.complete(utterance)
        except OSError as error:
            self._lost_journal(error)

    def _lost_journal(self, error: OSError) -> None:
        # Once is enough: a full disk would otherwise complain five times a second.
        self._journal = None
        why = error.strerror or type(error).__name__
        what = f"Recordings can't be kept safe on disk ({why}), so dictation goes on without."
        message = f"{what} Free some space and restart."
        self._report(Trouble(Fault.STORAGE, message))
