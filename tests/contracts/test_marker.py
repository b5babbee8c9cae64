"""What every Marker does, the real one and the one that stands in for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from assistant.act.ports import Desktop, Marker
from assistant.devices.desktop.x11.caret.marker import FARTHEST, X11Marker
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.settings import ActSettings
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.mending import RecordingMarker
from tests.support.targets.field import TextField
from tests.support.x_server import XServer, missing_programs

TEXT = "one 两个 three 👩🏽‍💻 four"


@dataclass(frozen=True, slots=True)
class Subject:
    """A marker, its desktop, and what stands there once it is what is expected."""

    marker: Marker
    desktop: Desktop
    stands: Callable[[str], str]


def _recording() -> Iterator[Subject]:
    desktop = RecordingDesktop(Window(7, "Fake"))
    yield Subject(RecordingMarker(), desktop, lambda expected: expected)


def _x11(kind: str) -> Iterator[Subject]:
    if reason := missing_programs():
        pytest.skip(reason)
    with XServer() as server, TextField(kind, server) as field:
        field.focus()
        desktop = X11Desktop(ActSettings(), server.name)
        yield Subject(X11Marker(desktop), desktop, field.received)
        desktop.close()


@pytest.fixture(params=["recording", "qt", "gtk"])
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    yield from _recording() if request.param == "recording" else _x11(request.param)


@pytest.fixture
def qt() -> Iterator[Subject]:
    yield from _x11("qt")


@pytest.mark.parametrize("words", ["four", "两个", "one", "three 👩🏽‍💻"])
def test_exactly_the_words_are_selected(subject: Subject, words: str) -> None:
    window = subject.desktop.active_window()
    assert subject.desktop.insert(TEXT, window).is_delivered
    subject.stands(TEXT)
    after = TEXT[TEXT.index(words) + len(words) :]
    assert subject.marker.mark(words, after, window).result is Result.DONE
    assert subject.marker.erase("something else", window).result is Result.UNTOUCHED
    assert subject.marker.erase(words, window).result is Result.TAKEN_BACK
    subject.desktop.insert("X", window)
    expected = TEXT.replace(words, "X")
    assert subject.stands(expected) == expected


def test_where_something_else_stands_nothing_is_selected_and_the_caret_is_back(qt: Subject) -> None:
    window = qt.desktop.active_window()
    qt.desktop.insert("one two", window)
    qt.stands("one two")
    outcome = qt.marker.mark("tow", "", window)
    assert outcome.result is Result.UNTOUCHED
    assert outcome.message
    assert qt.marker.mark("on", " two", window).result is Result.UNTOUCHED
    qt.desktop.insert("!", window)
    assert qt.stands("one two!") == "one two!"


def test_what_is_not_even_tried(qt: Subject) -> None:
    window = qt.desktop.active_window()
    assert window is not None
    terminal = Window(window.handle, window.app, is_terminal=True)
    far = qt.marker.mark("a", "b" * FARTHEST, window)
    tried: list[Outcome] = [far, qt.marker.mark("a", "", None), qt.marker.mark("a", "", terminal)]
    assert [each.result for each in tried] == [Result.UNTOUCHED] * 3
    assert all(each.message for each in tried)
