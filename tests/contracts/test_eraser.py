"""What every Eraser and every WordKeeper does, the real one and the one that stands in for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

from assistant.act.ports import Desktop, Eraser
from assistant.devices.desktop.x11.caret.eraser import X11Eraser
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.glossary.files import GlossaryFiles
from assistant.values.action import Insertion, Result, Window
from assistant.values.glossary import Wording
from assistant.values.settings import ActSettings
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.mending import RecordingEraser, RecordingWordKeeper
from tests.support.targets.field import TextField
from tests.support.x_server import XServer, missing_programs


@dataclass(frozen=True, slots=True)
class Subject:
    """An eraser, its desktop, and what stands there, once it is what is expected."""

    eraser: Eraser
    desktop: Desktop
    stands: Callable[[str], str]

    def insert(self, text: str) -> Insertion:
        """Put `text` in."""
        window = self.desktop.active_window()
        assert self.desktop.insert(text, window).is_delivered
        return Insertion(text, window, monotonic())


def _recording() -> Iterator[Subject]:
    desktop = RecordingDesktop(Window(7, "Fake"))
    yield Subject(RecordingEraser(desktop), desktop, lambda _: "".join(desktop.texts))


def _x11() -> Iterator[Subject]:
    if reason := missing_programs():
        pytest.skip(reason)
    with XServer() as server, TextField("qt", server) as field:
        field.focus()
        desktop = X11Desktop(ActSettings(), server.name)
        yield Subject(X11Eraser(desktop), desktop, field.received)
        desktop.close()


@pytest.fixture(params=[_recording, _x11], ids=["recording", "x11"])
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    yield from request.param()


def test_the_newest_text_goes_and_no_other(subject: Subject) -> None:
    first, second = subject.insert("stays 留下 "), subject.insert("goes")
    assert subject.stands("stays 留下 goes") == "stays 留下 goes"
    outcome = subject.eraser.take_back(second)
    assert (outcome.result, outcome.message) == (Result.TAKEN_BACK, "")
    subject.insert("!")
    assert subject.stands("stays 留下 !") == "stays 留下 !"
    outcome = subject.eraser.take_back(first)  # something else stands before the caret
    assert outcome.result is Result.UNTOUCHED
    assert outcome.message
    assert subject.stands("stays 留下 !") == "stays 留下 !"


def test_no_repr_shows_the_words(subject: Subject) -> None:
    insertion = subject.insert("confidential")
    outcome = subject.eraser.take_back(insertion)
    assert "confidential" not in repr(outcome) + repr(insertion) + repr(subject.eraser)


def test_words_that_were_remembered_are_there(tmp_path: Path) -> None:
    files, fake = GlossaryFiles(tmp_path), RecordingWordKeeper()
    for keeper in (files, fake):
        keeper.remember("bob", "Rob")
    assert files().replacements == tuple(Wording(*words) for words in fake.words)
