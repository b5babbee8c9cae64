"""The cards, as a click or a key finds them."""

from PySide6.QtWidgets import QWidget

from assistant.tray.cards.answer import AnswerCard
from assistant.tray.cards.question import QuestionCard
from assistant.tray.desk import Desk
from assistant.values.action import AskFirst, Outcome, Result, Step
from assistant.values.commands.deed import Builtin, Slot
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


UNREACHABLE = (
    "nobody answers at http://127.0.0.1:11434 (`assistant consult servers` looks for others): "
    "is its server started?"
)
CLOSE = Step(
    "app.close",
    Builtin("app.close", (Slot("app", "firefox"),)),
    titles=(("en", "close firefox"), ("zh", "关闭 firefox")),
)


def answered(desk: Desk) -> QWidget:
    card = answering(desk)
    assert isinstance(card, AnswerCard)
    card.follow(AnswerEnded(1, ANSWER, AnswerResult.COMPLETE))
    return card


def failed(desk: Desk) -> QWidget:
    card = answering(desk)
    assert isinstance(card, AnswerCard)
    card.follow(AnswerEnded(1, "", AnswerResult.FAILED, UNREACHABLE))
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
    card.follow(ActionPerformed(1, AskFirst((CLOSE,), "app.close: app='firefox'"), Outcome(Result.ASKED)))
    card.take_keyboard()
    return card


SCENES = {
    "answering": answering,
    "answer": answered,
    "answer-failed": failed,
    "edit": edit,
    "question": question,
}
