"""The brain: what was heard in, what is to be done out. It never waits for a window."""

from collections.abc import Callable, Iterator
from time import perf_counter

from assistant.act.planner import Planner
from assistant.engine.ports import Multilingual, Observer, Recognizer
from assistant.engine.work import Drop, Fit, Order, Work
from assistant.errors import CancelledError, ModelError
from assistant.understand.router import Router
from assistant.values.action import Window
from assistant.values.audio import Segment, SpeechStarted, Utterance
from assistant.values.control import Say
from assistant.values.event import Fault, IntentRouted, TranscriptReady, Trouble, UtteranceDropped
from assistant.values.intent import Nothing
from assistant.values.transcript import Tag, Transcript

SAID = 0
"""Utterance number of text that came by `say` and was never audio."""


class Brain:
    """Recognises, routes and plans, in order."""

    def __init__(self, recognizer: Recognizer, router: Router, planner: Planner, report: Observer) -> None:
        self._recognizer = recognizer
        self._router = router
        self._planner = planner
        self._report = report
        self.languages: Callable[[Window | None], tuple[str, ...]] = lambda _window: ()
        """Tells which languages are spoken in a window; none: those of everywhere."""

    def feed(self, work: Work | Drop | Fit) -> Iterator[Order | Drop | Fit]:
        """Take the next piece of work; an Order or a Drop follows every utterance."""
        if isinstance(work, Drop | Fit):
            yield work
            return
        if isinstance(self._recognizer, Multilingual):
            self._recognizer.speak(self.languages(work.context.window))
        match work.item:
            case Say(text):
                yield self._order(_said(text), work)
            case Utterance(number):
                yield from self._read(number, work.item, work)
            case SpeechStarted() | Segment():
                self._listen(work.item, work)

    def _listen(self, item: SpeechStarted | Segment, work: Work) -> None:
        try:
            for partial in self._recognizer.feed(item, work.token, for_commands=work.context.is_for_commands):
                # A token that is set: the utterance has ended elsewhere, or was dropped.
                if not (work.token.is_set or work.context.is_private):
                    self._report(TranscriptReady(partial))
        except (CancelledError, ModelError):
            return  # the utterance itself is read again as a whole, and that is where it is told

    def _read(self, number: int, utterance: Utterance, work: Work) -> Iterator[Order | Drop]:
        if work.token.is_set:
            self._report(UtteranceDropped(number))
            yield Drop(number)
            return
        try:
            for transcript in self._recognizer.feed(
                utterance, work.token, for_commands=work.context.is_for_commands
            ):
                if transcript.is_final:
                    yield self._order(transcript, work, is_spoken=True)
                elif not work.context.is_private:
                    self._report(TranscriptReady(transcript))
        except CancelledError:
            self._report(UtteranceDropped(number))
            yield Drop(number)
        except ModelError as error:
            # The journal keeps the audio: no Drop.
            self._report(Trouble(Fault.MODEL, f"{error} The recording is kept."))
            self._report(UtteranceDropped(number))

    def _order(self, transcript: Transcript, work: Work, *, is_spoken: bool = False) -> Order:
        begun = perf_counter()
        intent = self._router.route(transcript, work.context)
        took = perf_counter() - begun
        # What was said to somebody else is shown to nobody, so whose it was has to be known first.
        if is_spoken and not (isinstance(intent, Nothing) and intent.is_unheard):
            self._report(TranscriptReady(transcript))
        self._report(IntentRouted(transcript.utterance, intent, took))
        action = self._planner.plan(intent, work.context.window)
        return Order(transcript, intent, action, work.context.is_stored)


def _said(text: str) -> Transcript:
    sure = Tag("auto", 1.0)
    return Transcript(
        SAID, 0, 0, text, language=sure, emotion=Tag("EMO_UNKNOWN", 1.0), sounds=(), model="text"
    )
