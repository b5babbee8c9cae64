"""Events for people and for programs: what `listen` and `demo` print."""

import json
import sys

from assistant.cli.formats import as_object
from assistant.values.action import (
    AskFirst,
    Consult,
    DoNothing,
    Execute,
    InsertText,
    KeepText,
    OfferCorrection,
    PickCorrection,
    RememberCorrection,
    ReplaceSelection,
    TakeBack,
)
from assistant.values.audio import SAMPLE_RATE
from assistant.values.commands.asked import HelpWanted, TextRecalled
from assistant.values.commands.definition import CONFIRMED
from assistant.values.event import (
    ActionPerformed,
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    EditOffered,
    Event,
    MicrophoneOpened,
    RecordingLimited,
    RecordingsFound,
    Recovered,
    TimerRang,
    TranscriptReady,
    Trouble,
)
from assistant.values.transcript import Transcript

WHY = {
    "no_speech": "no speech in it",
    "no_words": "no words in it",
    "unsure": "the demo model is not sure enough to type it: kept in the history",
    "foreign": "in a language that is not among yours: kept in the history",
    "cancelled": "cancelled",
    "not_addressed": "nobody said the wake phrase",
    "background": "music or a television was heard with it",
    "echo": "the assistant heard itself",
    "woken": "the wake phrase; it listens now",
    "no_command": "no command is like that",
    "not_here": "that is no command in this window, this mode or this language",
    "refused": "dangerous, and not said by itself, word for word",
    "switched_off": "dangerous, and the settings do not allow it",
    "no_language_model": "no language model is connected",
}
"""Sentences for `intent.Why`, and for what the planner keeps back."""


class EventPrinter:
    """Prints what was heard and what became of it. An observer: called on the engine's threads."""

    def __init__(self, source: str, *, as_json: bool = False) -> None:
        self._source = source
        self._as_json = as_json
        self._last: Transcript | None = None
        self.shown = 0
        """Utterances that were shown."""
        self.is_unread = False
        """Whoever read the output has gone away."""
        self._answered = ""
        """What has been printed of the answer that grows."""

    def __call__(self, event: Event) -> None:
        """Print what `event` tells a person, if anything."""
        match event:
            case TranscriptReady(transcript) if transcript.is_final:
                self._last = transcript
                self.shown += 1
                if self._as_json:
                    self._line(json.dumps(as_object(self._source, transcript), ensure_ascii=False))
            case ActionPerformed() if not self._as_json:
                self._line(self._story(event))
            case AnswerGrew() | AnswerEnded() | EditOffered() if not self._as_json:
                self._answer(event)
            case HelpWanted() if not self._as_json:
                self._line(listed(event))
            case TextRecalled(text) if not self._as_json:
                self._line(f"“{text}”")
            case MicrophoneOpened(name) if not self._as_json:
                self._line(f"\n[{name}]")
            case Trouble(_, message) | Recovered(_, message):
                sys.stderr.write(f"assistant: {message}\n")
            case _:
                pass

    def _answer(self, event: AnswerGrew | AnswerEnded | EditOffered) -> None:
        """Print an answer as it grows, and how it ended."""
        match event:
            case AnswerGrew(_, text):
                more = text.removeprefix(self._answered) if text.startswith(self._answered) else f"\n{text}"
                self._answered = text
                self._line(more, end="")
            case EditOffered(_, before, after):
                self._line(f"− {before}\n+ {after}\n  say “accept the change”, or “reject the change”")
            case AnswerEnded(_, _, result, message):
                if self._answered or result is not AnswerResult.COMPLETE:
                    self._line("" if result is AnswerResult.COMPLETE else f" ({result.replace('_', ' ')})")
                self._answered = ""
                if message:
                    sys.stderr.write(f"assistant: {message}\n")

    def _line(self, text: str, end: str = "\n") -> None:
        if self.is_unread:
            return
        try:
            sys.stdout.write(text + end)
            sys.stdout.flush()
        except BrokenPipeError:
            self.is_unread = True

    def _story(self, event: ActionPerformed) -> str:
        match event.action:
            case InsertText(text):
                head = f"“{text}”"
            case KeepText(text, why):
                head = f"“{text}” – not typed: {WHY.get(why, why)}"
            case DoNothing(why):
                head = f"(nothing: {WHY.get(why, why)})"
            case Execute(steps):
                head = "→ " + ", ".join(step.command for step in steps)
                replies = (step.reply for step in steps if step.reply)
                return "\n    ".join(filter(None, (head, *replies, event.outcome.message)))
            case AskFirst(_, question):
                head = f"? {question} – say “yes, I am sure”, or “cancel”"
            case Consult():
                head = "(asked the language model)"
            case ReplaceSelection(_, text):
                head = f"“{text}” in the place of what was selected"
            case TakeBack() | OfferCorrection() | PickCorrection() | RememberCorrection():
                head = event.outcome.message or f"({event.outcome.result})"
        return "\n".join(filter(None, (head, self._details(), self._whereto(event))))

    def _details(self) -> str:
        heard = self._last
        if heard is None:
            return ""
        sounds = ", ".join(f"{tag.name} {tag.probability:.0%}" for tag in heard.sounds[:3]) or "none"
        spent = heard.timings
        return (
            f"    {heard.start / SAMPLE_RATE:.2f}–{heard.stop / SAMPLE_RATE:.2f} s"
            f" · language {heard.language.name} {heard.language.probability:.0%}"
            f" · emotion {heard.emotion.name} {heard.emotion.probability:.0%} · sounds {sounds}\n"
            f"    {1000 * spent.work:.0f} ms for {spent.audio:.2f} s"
            f" (features {1000 * spent.features:.1f}, model {1000 * spent.model:.1f},"
            f" decode {1000 * spent.decode:.1f} ms)"
        )

    def _whereto(self, event: ActionPerformed) -> str:
        if not isinstance(event.action, InsertText):
            return ""
        if event.outcome.message:
            return f"    {event.outcome.message}"
        if event.outcome.method == "print":
            return "    would now stand in the window with the focus"
        app = event.outcome.window.app if event.outcome.window else ""
        return f"    {event.outcome.result} by {event.outcome.method}" + (f" into {app}" if app else "")


def listed(event: HelpWanted) -> str:
    """Return what can be said, a line for each command."""
    where = event.app or "any window"
    lines = [f"{len(event.offers)} commands work here ({where}, {event.mode.replace('_', '-')} mode):"]
    for offer in event.offers:
        ways = " | ".join(offer.spoken(event.language))
        asks = "  (asks first)" if offer.danger >= CONFIRMED else ""
        asks += "  (between dictation too)" if offer.is_for_dictation else ""
        lines.append(f"    {offer.name:24} {ways}{asks}")
    return "\n".join(lines)


class TroublePrinter:
    """Prints troubles, and that they are over, on standard error, and what wants an answer.

    Nothing of what was said, but for the words of a reminder and of a command that has to be confirmed.
    """

    def __call__(self, event: Event) -> None:
        """Print `event` if it is one."""
        match event:
            case Trouble(_, message) | Recovered(_, message):
                sys.stderr.write(f"assistant: {message}\n")
            case ActionPerformed(_, AskFirst(_, question), _):
                sys.stderr.write(f"assistant: {question}? Say “yes, I am sure”, or “cancel”.\n")
            case ActionPerformed(_, Execute(), outcome) if outcome.message:
                sys.stderr.write(f"assistant: {outcome.message}\n")
            case HelpWanted():
                sys.stderr.write(listed(event) + "\n")
            case TimerRang(message, about):
                sys.stderr.write(f"assistant: {message} {about}".rstrip() + "\n")
            case RecordingLimited(left):
                sys.stderr.write(f"assistant: This recording ends by itself in {left:.0f} s.\n")
            case RecordingsFound(count, seconds):
                found = "1 recording" if count == 1 else f"{count} recordings"
                sys.stderr.write(
                    f"assistant: {found} ({seconds:.0f} s) never became text: assistant recover\n"
                )
            case _:
                pass
