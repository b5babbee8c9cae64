"""Every window, in every scene, for those who do not see it or have no mouse, in every language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.tray.desk import About, Desk
from assistant.tray.looks.language import Speech, languages
from assistant.tray.looks.theme import theme
from tests.support.windows.scenes import scenes
from tests.support.windows.walk import complaints

SETTLE_MS = 1000


@pytest.fixture(params=sorted(languages()))
def speech(app: QApplication, request: pytest.FixtureRequest) -> Iterator[Speech]:
    speech = Speech(app)
    speech.use(request.param)
    theme().use("light")
    theme().speak(request.param)
    yield speech
    speech.use("en")
    theme().speak("en")


@pytest.mark.parametrize("name", sorted(scenes()))
def test_nothing_is_nameless_out_of_reach_or_cut_off(speech: Speech, name: str) -> None:
    desk = Desk(lambda _control: None, about=About("nano", is_demo=True), microphones=lambda: ["Headset"])
    window = scenes()[name](desk)
    window.show()
    QTest.qWait(0)  # what is laid out later than it is shown
    if found := complaints(window):
        QTest.qWait(SETTLE_MS)  # what comes a moment later, as the finds of a search do
        found = complaints(window)
    assert found == []
    window.close()


@pytest.fixture
def paper(app: QApplication) -> Iterator[QWidget]:
    paper = QWidget()
    QVBoxLayout(paper)
    yield paper
    paper.close()


def shown(paper: QWidget, *inside: QWidget) -> list[str]:
    layout = paper.layout()
    assert layout is not None
    for each in inside:
        layout.addWidget(each)
    paper.show()
    return [line.split(":")[0].split(" (")[0].split(" QLine")[0] for line in complaints(paper)]


def test_a_control_without_a_name_is_found(paper: QWidget) -> None:
    assert shown(paper, QLineEdit(), QPushButton("Save")) == ["no name"]


def test_a_label_that_belongs_to_a_control_names_it(paper: QWidget) -> None:
    label, edit = QLabel("Name"), QLineEdit()
    label.setBuddy(edit)
    assert shown(paper, label, edit) == []


def test_a_control_that_tab_does_not_reach_is_found(paper: QWidget) -> None:
    class Trap(QLineEdit):
        """Lets nobody out."""

        def event(self, event: QEvent) -> bool:
            return event.type() is QEvent.Type.KeyPress or super().event(event)

    trap = Trap()
    trap.setAccessibleName("Trap")
    assert shown(paper, trap, QPushButton("Beyond")) == ["Tab does not reach QPushButton 'Beyond' in QWidget"]


def test_a_tab_order_against_the_eye_is_found(paper: QWidget) -> None:
    first, second, third = (QPushButton(word) for word in ("First", "Second", "Third"))
    layout = paper.layout()
    assert layout is not None
    for each in (first, second, third):
        layout.addWidget(each)
    QWidget.setTabOrder(third, second)
    paper.show()
    assert any("goes up" in line for line in complaints(paper))


def test_words_that_are_cut_off_are_found(paper: QWidget) -> None:
    narrow = QPushButton("A long sentence on a short button")
    narrow.setFixedWidth(40)
    assert shown(paper, narrow) == ["clipped"]
