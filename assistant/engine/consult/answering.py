"""One question after the other, on the thread `consult`: asked, shown as it grows, and acted on."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import replace
from time import monotonic

from assistant.consult import requests
from assistant.consult.cleaning import one_field, visible
from assistant.consult.conversation import Conversation
from assistant.consult.envelope import Envelope, envelope
from assistant.engine.consult.reading import Reading
from assistant.engine.consult.rooms import ConsultRooms
from assistant.engine.consult.speaker import SpokenAnswer
from assistant.engine.consult.talk import Asked, Edit, Talk
from assistant.engine.consult.tools import ToolUse
from assistant.engine.ports import Observer
from assistant.errors import CancelledError, ConsultError, DeliveryError
from assistant.values.action import Consult, ReplaceSelection
from assistant.values.consult import Called, Finished, Grew, Reply, Request
from assistant.values.event import (
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    AnswerStarted,
    EditOffered,
    Fault,
    Trouble,
)

NO_WAY = "Selected text can't be read on this desktop, so there is nothing to rewrite."
NOT_ALLOWED = "To rewrite text the model has to see it: set sends_selection = true under [consult]."
NOTHING_SELECTED = "Nothing is selected in this window. Select the text to rewrite, then say how."
NO_TEXT = "The language model gave no text back that could be used; nothing was changed."
UNCHANGED = "The language model would leave the text as it is."
WENT_ON = "The answer was longer than it may be, so nothing was changed."
LENGTH = "length"
"""A server's word for having been cut off."""


class Answering:
    """Answers questions. One thread only."""

    def __init__(self, rooms: ConsultRooms, talk: Talk, tools: ToolUse, report: Observer) -> None:
        self._rooms, self._talk, self._tools, self._report = rooms, talk, tools, report
        settings = rooms.settings
        self._conversation = Conversation(settings.longest_conversation, monotonic, rooms.keeper)

    def answer(self, asked: Asked, replies: Reading, spoken: SpokenAnswer | None) -> None:
        """Ask, show and act. AnswerStarted and AnswerEnded are told, whatever happens."""
        action, number = asked.action, asked.order.transcript.utterance
        growing = Growing(number, self._report, spoken)
        self._report(AnswerStarted(number, action.is_edit))
        try:
            if action.is_edit:
                self._edit(asked, action, replies, growing)
            elif action.may_act:
                self._act(asked, action, replies, growing)
            else:
                self._ask(asked, action, replies, growing)
        except CancelledError:
            growing.end(AnswerResult.STOPPED)
        except (ConsultError, DeliveryError) as error:
            growing.end(AnswerResult.FAILED, str(error))

    def forget(self) -> None:
        """Forget what was asked and answered. Raises OSError."""
        self._conversation.forget()

    def _about(self, asked: Asked, action: Consult) -> Envelope:
        return envelope(asked.order.transcript, action.prompt, action.window, self._rooms.settings)

    def _ask(self, asked: Asked, action: Consult, replies: Reading, growing: "Growing") -> None:
        request = requests.ask(self._about(asked, action), self._conversation.turns())
        reason = self._show(_reply(replies, request, asked), growing)
        growing.end(AnswerResult.CUT_OFF if reason == LENGTH else AnswerResult.COMPLETE)
        if asked.order.is_stored:
            self.remember(action.prompt, growing.text)

    def _edit(self, asked: Asked, action: Consult, replies: Reading, growing: "Growing") -> None:
        before = self._selected(action)
        request = requests.edit(self._about(asked, action).with_selection(before))
        whole, reason = "", ""
        with closing(_reply(replies, request, asked)) as reply:
            for piece in reply:
                match piece:
                    case Grew(text):
                        whole += text
                    case Finished(reason):
                        pass
                    case Called():  # no tool was offered: what the selected text asks for is not done
                        pass
        after = one_field(whole)
        if reason == LENGTH:
            raise ConsultError(WENT_ON)
        if not after:
            raise ConsultError(NO_TEXT)
        after = _like(before, after)
        if after == before:
            growing.end(AnswerResult.COMPLETE, UNCHANGED)
            return
        offered = Edit(asked.order, ReplaceSelection(before, after, action.window))
        if not self._talk.offer(offered, asked):
            raise CancelledError
        growing.text = after
        self._report(EditOffered(asked.order.transcript.utterance, before, after))
        growing.end(AnswerResult.COMPLETE)

    def _act(self, asked: Asked, action: Consult, replies: Reading, growing: "Growing") -> None:
        about, offer = self._tools.about(self._about(asked, action), action.window)
        request = requests.command(about, offer.tools)
        with closing(_reply(replies, request, asked)) as reply:
            for piece in reply:
                if isinstance(piece, Called) and request.tools:
                    self._tools.use(offer, piece, asked)  # the first one is the only one
                    growing.end(AnswerResult.COMPLETE)
                    return
                growing.grow(piece)
        growing.end(AnswerResult.COMPLETE)

    def _show(self, reply: Iterator[Reply], growing: "Growing") -> str:
        """Show what grows; return the server's word for why it ended."""
        reason = ""
        for piece in reply:
            if isinstance(piece, Finished):
                reason = piece.reason
            growing.grow(piece)
        return reason

    def _selected(self, action: Consult) -> str:
        """Return what is selected. Raises ConsultError, DeliveryError."""
        if not self._rooms.settings.sends_selection:
            raise ConsultError(NOT_ALLOWED)
        if self._rooms.selection is None:
            raise ConsultError(NO_WAY)
        text = self._rooms.selection.read(action.window)
        if not text.strip():
            raise ConsultError(NOTHING_SELECTED)
        return text

    def remember(self, question: str, answer: str) -> None:
        """Make a question and its answer part of the conversation."""
        try:
            if answer:
                self._conversation.add(question, answer)
        except OSError as error:
            why = error.strerror or type(error).__name__
            self._report(Trouble(Fault.STORAGE, f"The conversation can't be kept ({why}). Check the disk."))


def _reply(replies: Reading, request: Request, asked: Asked) -> Generator[Reply]:
    """Ask; what was said in private is written down nowhere."""
    return replies.reply(replace(request, is_stored=asked.order.is_stored), asked.token)


class Growing:
    """An answer as it is shown, and said."""

    def __init__(self, number: int, report: Observer, spoken: SpokenAnswer | None) -> None:
        self._number, self._report, self._spoken = number, report, spoken
        self._whole = ""
        self.text = ""
        """What of it is for people."""

    def grow(self, piece: Reply) -> None:
        """Take the next piece; what is only thought is not shown, and no tool was offered."""
        if not isinstance(piece, Grew):
            return
        self._whole += piece.text
        shown = visible(self._whole)
        if shown == self.text:
            return
        self.text = shown
        self._report(AnswerGrew(self._number, shown))
        if self._spoken is not None:
            self._spoken.grown(shown)

    def end(self, result: AnswerResult, message: str = "") -> None:
        """Tell how it ended."""
        if self._spoken is not None and result in {AnswerResult.COMPLETE, AnswerResult.CUT_OFF}:
            self._spoken.ended(self.text)
        self._report(AnswerEnded(self._number, self.text, result, message))


def _like(before: str, after: str) -> str:
    """Return `after` with the line ends and the space at its ends that `before` has."""
    if "\r\n" in before:
        after = after.replace("\r\n", "\n").replace("\n", "\r\n")
    body = before.strip()
    start = before.index(body)
    return before[:start] + after.strip() + before[start + len(body) :]
