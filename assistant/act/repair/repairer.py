"""Writes texts so that they fit where they go, and mends those that were typed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from assistant.act.formatting.formatter import Formatter
from assistant.act.ports import Caret, Eraser, Marker, WordKeeper
from assistant.act.profiles import profile_of
from assistant.act.repair.likeness import difference, is_second_attempt
from assistant.act.repair.phrases import spoken_repair
from assistant.act.repair.trail import Trace, Trail
from assistant.errors import DeliveryError
from assistant.values.action import (
    Insertion,
    InsertText,
    Outcome,
    Repair,
    ReplaceSelection,
    Result,
    Window,
)
from assistant.values.commands.asked import TextRecalled
from assistant.values.event import CorrectionMade, CorrectionOffered
from assistant.values.transcript import Transcript

AGAIN = 15.0
"""Seconds in which nearly the same text is taken for a second attempt."""
MOST_CHOICES = 5

EMPTY = "There is nothing left to take back."
NO_WAY = "Text cannot be taken back on this desktop."
NO_OTHER = "There is no other reading of it."
NO_OFFER = "There is no correction to choose."
NOTHING_LEARNT = "There is no correction to remember."
NO_TEXT = "Nothing has been typed yet that could be meant."
NOT_THERE = "These words do not stand before the caret, as far as can be seen."
NO_MARKER = "Text cannot be selected by its words on this desktop."


@dataclass(frozen=True, slots=True)
class Means:
    """What there is to look and to act with; what is None cannot be done here."""

    clock: Callable[[], float]
    eraser: Eraser | None = None
    caret: Caret | None = None
    words: WordKeeper | None = None
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a repair."""

    outcome: Outcome
    taken: tuple[Trace, ...] = ()
    """Texts that are gone again, newest first."""
    retype: InsertText | None = None
    """What is to be typed in their place."""
    event: CorrectionOffered | CorrectionMade | TextRecalled | None = None


@dataclass(slots=True)
class _Desk:
    """What lies open between two utterances."""

    before: str | None = field(repr=False, default=None)
    """What stood before the caret when the newest text was written."""
    offer: CorrectionOffered | None = None
    learnt: tuple[str, str] | None = field(repr=False, default=None)
    marked: Insertion | None = None
    """What was selected by its words, and is still, as far as is known."""


class Repairer:
    """Remembers what was typed, for whoever wants it otherwise."""

    def __init__(self, means: Means, formatter: Formatter | None = None) -> None:
        self._means = means
        self._formatter = formatter or Formatter()
        self._trail = Trail()
        self._desk = _Desk()

    def fit(self, formatter: Formatter) -> None:
        """Write as this formatter does from the next text on."""
        self._formatter = formatter

    def understand(self, text: str) -> Repair | None:
        """Return what `text` asks for, where it is no text to be typed."""
        return spoken_repair(text, is_offered=self._desk.offer is not None)

    def write(self, action: InsertText, heard: Transcript, window: Window | None) -> InsertText:
        """Return `action` with its text as it is written in `window`. Raises SettingsError."""
        self._desk.before = self._before(window)
        text = self._formatter.format(action.text, heard, window, self._desk.before)
        profile = profile_of(window, self._formatter.profiles)
        method = profile.method if profile is not None and profile.method is not None else action.method
        return replace(action, text=text, method=method)

    def note(self, action: InsertText, outcome: Outcome, heard: Transcript) -> CorrectionOffered | None:
        """Remember a text that was delivered; the answer is an offer where it is a second attempt."""
        if not outcome.is_delivered or not action.text:
            return None
        last, now = self._trail.last(), self._means.clock()
        window = outcome.window or action.window
        self._trail.add(Trace(Insertion(action.text, window, now), heard, self._desk.before))
        self._desk.offer = self._desk.marked = None
        if not self._formatter.settings.offer_corrections or last is None or not _is_same(last, window):
            return None
        if now - last.insertion.at <= AGAIN and is_second_attempt(last.insertion.text, action.text):
            instead = self._formatter.format(heard.text, heard, window, last.before).strip()
            self._desk.offer = CorrectionOffered(heard.utterance, 2, (instead,))
        return self._desk.offer

    def note_edit(self, action: ReplaceSelection, outcome: Outcome, heard: Transcript) -> None:
        """Remember a text that was delivered in the place of another, which comes back with `take_back`."""
        window = outcome.window or action.window
        insertion = Insertion(action.text, window, self._means.clock())
        self._desk.offer = self._desk.marked = None
        self._trail.add(Trace(insertion, heard, instead_of=action.before))

    def file(self, line: int) -> None:
        """Remember the line of history of the newest text."""
        last = self._trail.last()
        if last is not None:
            self._trail.drop()
            self._trail.add(replace(last, line=line))

    def take_back(self, count: int) -> Mended:
        """Take the newest `count` texts away; what is no longer where it was put stays, and is told."""
        self._desk.offer = None
        taken: list[Trace] = []
        outcome = Outcome(Result.UNTOUCHED, EMPTY)
        for _ in range(count):
            outcome = self._erase()
            if outcome.result is not Result.TAKEN_BACK:
                return Mended(_part(outcome, len(taken)) if taken else outcome, tuple(taken))
            last = self._trail.last()
            if last is not None:
                taken.append(last)
                self._trail.drop()
            if last is not None and last.instead_of:
                original = InsertText(last.instead_of, last.insertion.window, is_confirmed=True)
                return Mended(outcome, tuple(taken), original)
        return Mended(outcome, tuple(taken))

    def offer(self) -> Mended:
        """Offer the other readings of the newest text."""
        last = self._trail.last()
        if last is None:
            return Mended(Outcome(Result.UNTOUCHED, EMPTY))
        window = last.insertion.window
        readings = [each.text for each in last.heard.runners_up]
        written = [self._formatter.format(text, last.heard, window, last.before).strip() for text in readings]
        others = dict.fromkeys(text for text in written if text and text != last.insertion.text.strip())
        if not others:
            return Mended(Outcome(Result.UNTOUCHED, NO_OTHER))
        choices = tuple(others)[:MOST_CHOICES]
        self._desk.offer = CorrectionOffered(last.heard.utterance, 1, choices)
        return Mended(Outcome(Result.ASKED), event=self._desk.offer)

    def correct(self, number: int) -> Mended:
        """Take back what was offered to be replaced, and say what is to be typed instead."""
        offer = self._desk.offer
        if offer is None or not 1 <= number <= len(offer.choices):
            return Mended(Outcome(Result.UNTOUCHED, NO_OFFER))
        mended = self.take_back(offer.count)
        if len(mended.taken) < offer.count:
            return mended
        first, chosen = mended.taken[-1], offer.choices[number - 1]
        space = first.insertion.text[: len(first.insertion.text) - len(first.insertion.text.lstrip())]
        self._desk.learnt = difference(first.insertion.text, chosen)
        made = CorrectionMade(offer.utterance, *self._desk.learnt) if self._desk.learnt else None
        return replace(mended, retype=InsertText(space + chosen, first.insertion.window), event=made)

    def remember(self) -> Mended:
        """Make the newest correction one of the user's own words."""
        if self._desk.learnt is None or self._means.words is None:
            return Mended(Outcome(Result.UNTOUCHED, NOTHING_LEARNT))
        try:
            self._means.words.remember(*self._desk.learnt)
        except OSError as error:
            return Mended(Outcome(Result.FAILED, f"The word could not be written down ({error.strerror})."))
        self._desk.learnt = None
        return Mended(Outcome(Result.DONE, "Written down among your own words."))

    def change(self, rewrite: Callable[[str], str | None], window: Window | None) -> Mended:
        """Write what was selected by its words, else the newest text, as `rewrite` has it."""
        marked, self._desk.marked = self._desk.marked, None
        is_marked = marked is not None and self._is_untouched(marked, window)
        last = self._trail.last()
        subject = marked if is_marked else last.insertion if last is not None else None
        if subject is None:
            return Mended(Outcome(Result.UNTOUCHED, NO_TEXT))
        text = rewrite(subject.text)
        if text is None or text == subject.text:
            unchanged = Outcome(Result.UNTOUCHED, NOT_THERE) if text is None else Outcome(Result.DONE)
            return Mended(unchanged)
        instead = InsertText(text, subject.window, is_confirmed=True)
        if is_marked and self._means.marker is not None:
            # Some programs let go of a selection when somebody offers text, so it goes first.
            outcome = self._means.marker.erase(subject.text, window)
            return Mended(outcome, retype=instead if outcome.result is Result.TAKEN_BACK else None)
        mended = self.take_back(1)
        return replace(mended, retype=instead) if mended.taken else mended

    def mark(self, find: Callable[[str], tuple[int, int] | None], window: Window | None) -> Mended:
        """Select what `find` finds in the text before the caret."""
        self._desk.marked = None
        text = self._before(window)
        if text is None:
            return Mended(Outcome(Result.UNTOUCHED, NO_TEXT))
        place = find(text)
        if place is None:
            return Mended(Outcome(Result.UNTOUCHED, NOT_THERE))
        if self._means.marker is None:
            return Mended(Outcome(Result.UNTOUCHED, NO_MARKER))
        words = text[place[0] : place[1]]
        outcome = self._means.marker.mark(words, text[place[1] :], window)
        if outcome.result is Result.DONE:
            self._desk.marked = Insertion(words, outcome.window or window, self._means.clock())
        return Mended(outcome)

    def again(self, window: Window | None) -> Mended:
        """Type the newest text once more."""
        last = self._trail.last()
        if last is None:
            return Mended(Outcome(Result.UNTOUCHED, NO_TEXT))
        return Mended(Outcome(Result.DONE), retype=InsertText(last.insertion.text, window, is_confirmed=True))

    def recall(self) -> Mended:
        """Say which text is the newest."""
        last = self._trail.last()
        if last is None:
            return Mended(Outcome(Result.UNTOUCHED, NO_TEXT))
        return Mended(Outcome(Result.DONE), event=TextRecalled(last.insertion.text.strip()))

    def close(self) -> None:
        """Look at no caret any more."""
        if self._means.caret is not None:
            self._means.caret.close()

    def _before(self, window: Window | None) -> str | None:
        """Return what stands before the caret: as the application says, else our own last text."""
        caret = self._means.caret
        if caret is not None and self._formatter.settings.read_caret:
            seen = caret.before(window)
            if seen is not None:
                return seen
        own = self._trail.before(window, self._means.clock())
        last = self._trail.last()
        has_moved = caret is not None and last is not None and caret.has_moved_since(last.insertion.at)
        return None if has_moved else own

    def _is_untouched(self, marked: Insertion, window: Window | None) -> bool:
        """Tell whether what was selected is selected still: nobody typed, and the window is the same."""
        if window is None or marked.window is None or window.handle != marked.window.handle:
            return False
        caret = self._means.caret
        return caret is None or not caret.has_moved_since(marked.at)

    def _erase(self) -> Outcome:
        last = self._trail.last()
        if last is None:
            return Outcome(Result.UNTOUCHED, EMPTY)
        if self._means.eraser is None:
            return Outcome(Result.UNTOUCHED, NO_WAY)
        try:
            return self._means.eraser.take_back(last.insertion)
        except DeliveryError as error:
            return Outcome(Result.FAILED, str(error), window=last.insertion.window)


def _part(outcome: Outcome, count: int) -> Outcome:
    """Return the outcome of a repair that stopped half-way."""
    return replace(outcome, result=Result.TAKEN_BACK, message=f"{count} taken back; then: {outcome.message}")


def _is_same(trace: Trace, window: Window | None) -> bool:
    there = trace.insertion.window
    return there is not None and window is not None and there.handle == window.handle
