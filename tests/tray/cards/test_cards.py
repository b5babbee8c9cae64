"""What the cards show, and which orders a click gives."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.tray.cards.answer import AnswerCard
from assistant.tray.cards.question import QuestionCard
from assistant.tray.desk import Desk
from assistant.values.action import AskFirst, DoNothing, Outcome, Result
from assistant.values.control import AcceptEdit, Control, Job, RejectEdit, Say, StopAnswer
from assistant.values.event import (
    ActionPerformed,
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    AnswerStarted,
    EditOffered,
    UtteranceDropped,
)
from tests.support.waiting import wait_until

ASKED = ActionPerformed(1, AskFirst((), "Shut the computer down?"), Outcome(Result.ASKED))


@pytest.fixture
def controls() -> list[Control]:
    return []


@pytest.fixture
def card(app: QApplication, controls: list[Control]) -> Iterator[AnswerCard]:
    card = AnswerCard(Desk(controls.append))
    yield card
    card.close()


@pytest.fixture
def question(app: QApplication, controls: list[Control]) -> Iterator[QuestionCard]:
    card = QuestionCard(Desk(controls.append))
    yield card
    card.close()


def soon(controls: list[Control]) -> Control:
    """Return the order that comes once the card has gone."""

    def has_come() -> bool:
        QTest.qWait(10)
        return bool(controls)

    wait_until(has_come, "the order")
    return controls[-1]


def test_an_answer_grows_and_can_be_stopped_and_copied(card: AnswerCard, controls: list[Control]) -> None:
    card.follow(AnswerStarted(1, is_edit=False))
    assert card.isVisible()
    assert not card.copy.isEnabled()
    card.follow(AnswerGrew(1, "Hold the"))
    card.follow(AnswerGrew(1, "Hold the key"))
    card.follow(AnswerGrew(2, "of another one"))
    assert card.after.toPlainText() == "Hold the key"
    card.stop.click()
    assert controls == [StopAnswer()]
    card.follow(AnswerEnded(1, "Hold the key", AnswerResult.STOPPED))
    assert card.state.text() == "Stopped."
    assert not card.stop.isVisible()
    card.copy.click()
    assert QGuiApplication.clipboard().text() == "Hold the key"


def test_what_is_selected_stays_selected_while_more_comes(card: AnswerCard) -> None:
    card.follow(AnswerStarted(1, is_edit=False))
    card.follow(AnswerGrew(1, "one two"))
    card.after.selectAll()
    card.follow(AnswerGrew(1, "one two three"))
    assert card.after.textCursor().selectedText() == "one two"


@pytest.mark.parametrize("result", list(AnswerResult))
def test_every_end_is_told(card: AnswerCard, result: AnswerResult) -> None:
    card.follow(AnswerStarted(1, is_edit=False))
    card.follow(AnswerEnded(1, "text", result, "No server." if result is AnswerResult.FAILED else ""))
    assert bool(card.state.text()) is (result is not AnswerResult.COMPLETE)
    assert card.done.isVisible()


@pytest.mark.parametrize("is_accepted", [True, False])
def test_an_edit_shows_before_and_after_and_is_decided_by_a_click(
    card: AnswerCard, controls: list[Control], is_accepted: bool
) -> None:
    card.follow(AnswerStarted(1, is_edit=True))
    card.follow(AnswerEnded(1, "He went.", AnswerResult.COMPLETE))
    card.follow(EditOffered(1, "he goed", "He went."))
    assert (card.before.toPlainText(), card.after.toPlainText()) == ("he goed", "He went.")
    (card.accept if is_accepted else card.reject).click()
    assert not card.isVisible()
    assert controls == []  # the window before it needs the keyboard first
    assert soon(controls) == (AcceptEdit() if is_accepted else RejectEdit())


def test_the_next_answer_shows_no_before(card: AnswerCard) -> None:
    card.follow(AnswerStarted(1, is_edit=True))
    card.follow(EditOffered(1, "he goed", "He went."))
    card.follow(AnswerStarted(2, is_edit=False))
    assert not card.before.isVisible()
    assert not card.accept.isVisible()
    assert card.windowTitle() == "Answer"


def test_cards_leave_the_keyboard_alone_until_they_are_asked(card: AnswerCard) -> None:
    refuses = Qt.WindowType.WindowDoesNotAcceptFocus
    card.follow(AnswerStarted(1, is_edit=False))
    assert card.windowFlags() & refuses
    card.take_keyboard()
    assert not card.windowFlags() & refuses
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    card.follow(AnswerStarted(2, is_edit=False))
    assert card.windowFlags() & refuses


@pytest.mark.parametrize(
    ("click", "phrase"),
    [(lambda card: card.confirm.click(), "yes I am sure"), (lambda card: card.refuse.click(), "cancel")],
)
def test_a_question_is_answered_by_a_click(
    question: QuestionCard, controls: list[Control], click: Callable[[QuestionCard], None], phrase: str
) -> None:
    question.follow(ASKED)
    assert question.isVisible()
    assert question.question.text() == "Shut the computer down?"
    click(question)
    assert soon(controls) == Say(phrase, job=Job.COMMAND)


@pytest.mark.parametrize(
    "event", [ActionPerformed(2, DoNothing("no"), Outcome(Result.NOTHING)), UtteranceDropped(2)]
)
def test_what_was_said_instead_answers_it_too(question: QuestionCard, event: object) -> None:
    question.follow(ASKED)
    question.follow(event)
    assert not question.isVisible()
