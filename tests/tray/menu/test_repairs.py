"""What the menu offers for mending, and which controls a click gives."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from assistant.tray.menu.repairs import RepairMenu
from assistant.values.action import Action, InsertText, Outcome, Result, TakeBack
from assistant.values.control import Control, Correct, Remember, Undo
from assistant.values.event import ActionPerformed, CorrectionMade, CorrectionOffered
from tests.support.waiting import wait_until


@pytest.fixture
def controls() -> list[Control]:
    return []


@pytest.fixture
def repairs(app: QApplication, controls: list[Control]) -> Iterator[RepairMenu]:
    menu = QMenu()
    yield RepairMenu(menu, controls.append)
    menu.deleteLater()


def performed(result: Result, action: Action | None = None) -> ActionPerformed:
    return ActionPerformed(1, action or InsertText("hi", None), Outcome(result))


def click(app: QApplication, action: QAction, controls: list[Control]) -> Control:
    """Click, and return the control that comes once the menu has gone."""
    before = len(controls)
    action.trigger()
    assert len(controls) == before  # not while the menu still holds the keyboard

    def has_come() -> bool:
        app.processEvents()
        return len(controls) > before

    wait_until(has_come, "the control")
    return controls[-1]


def test_there_is_something_to_take_back_once_a_text_was_typed(
    app: QApplication, repairs: RepairMenu, controls: list[Control]
) -> None:
    assert not repairs.undo.isEnabled()
    repairs.follow(performed(Result.WRONG_WINDOW))
    assert not repairs.undo.isEnabled()
    repairs.follow(performed(Result.DELIVERED))
    assert repairs.undo.isEnabled()
    assert click(app, repairs.undo, controls) == Undo(1)


def test_an_offer_can_be_chosen_until_something_else_was_typed(
    app: QApplication, repairs: RepairMenu, controls: list[Control]
) -> None:
    assert not repairs.choices.menuAction().isVisible()
    repairs.follow(CorrectionOffered(1, 1, ("one & only", "long " * 40)))
    offered = repairs.choices.actions()
    assert [action.text() for action in offered][:1] == ["one && only"]
    assert len(offered[1].text()) <= 81
    assert repairs.choices.menuAction().isVisible()
    assert click(app, offered[1], controls) == Correct(2)
    repairs.follow(performed(Result.DELIVERED))
    assert not repairs.choices.menuAction().isVisible()


def test_a_correction_can_be_remembered(
    app: QApplication, repairs: RepairMenu, controls: list[Control]
) -> None:
    repairs.follow(CorrectionMade(1, "bob", "Rob"))
    assert repairs.remember.isVisible()
    assert "“Rob” for “bob”" in repairs.remember.text()
    assert click(app, repairs.remember, controls) == Remember()
    repairs.follow(performed(Result.TAKEN_BACK, TakeBack(1)))
    assert not repairs.remember.isVisible()
