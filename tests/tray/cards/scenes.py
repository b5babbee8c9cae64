"""The cards, as a click or a key finds them."""

from PySide6.QtWidgets import QWidget

from assistant.tray.cards.answer import AnswerCard
from assistant.tray.cards.question import QuestionCard
from assistant.tray.desk import Desk
from assistant.values.action import AskFirst, Outcome, Result
from assistant.values.event import (
    ActionPerformed,
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    AnswerStarted,
    EditOffered,
)

ANSWER = (
    "A push-to-talk key records while you hold it. Let go, and what you said is written into the window that "
    "had the keyboard when you pressed it."
)
BEFORE = "me and him was going to the shop yesterday but they was closed"
AFTER = "He and I were going to the shop yesterday, but it was closed."


def answering(desk: Desk) -> QWidget:
    card = AnswerCard(desk)
    card.follow(AnswerStarted(1, is_edit=False))
    card.follow(AnswerGrew(1, ANSWER[:68]))
    card.take_keyboard()
    return card


def answered(desk: Desk) -> QWidget:
    card = answering(desk)
    assert isinstance(card, AnswerCard)
    card.follow(AnswerEnded(1, ANSWER, AnswerResult.COMPLETE))
    return card


def failed(desk: Desk) -> QWidget:
    card = answering(desk)
    assert isinstance(card, AnswerCard)
    card.follow(AnswerEnded(1, "", AnswerResult.FAILED, "The server does not answer. Is it running?"))
    return card


def edit(desk: Desk) -> QWidget:
    card = AnswerCard(desk)
    card.follow(AnswerStarted(1, is_edit=True))
    card.follow(AnswerEnded(1, AFTER, AnswerResult.COMPLETE))
    card.follow(EditOffered(1, BEFORE, AFTER))
    card.take_keyboard()
    return card


def question(desk: Desk) -> QWidget:
    card = QuestionCard(desk)
    card.follow(ActionPerformed(1, AskFirst((), "Shut the computer down?"), Outcome(Result.ASKED)))
    card.take_keyboard()
    return card


SCENES = {
    "answering": answering,
    "answer": answered,
    "answer-failed": failed,
    "edit": edit,
    "question": question,
}
