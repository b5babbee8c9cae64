"""What every Selection does, the real one and the one that stands in for it."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pytest

from assistant.consult.ports import Selection
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.selection.selected import X11Selection
from assistant.errors import DeliveryError
from assistant.values.action import Result
from assistant.values.settings import ActSettings
from tests.fakes.selection import RecordingSelection
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_client import Owner, Reader
from tests.support.x_server import XServer, missing_programs

TEXT = "so this is 旧的 text"
COPIED = "copied before 先前"
NEW = "A new text, 新的。"


@dataclass(frozen=True, slots=True)
class Subject:
    """A selection of TEXT, and what stands there, once it is what is expected."""

    selection: Selection
    stands: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A real window that holds TEXT."""

    server: XServer
    field: TextField
    desktop: X11Desktop
    selection: X11Selection

    def select_all(self) -> None:
        """As the user does it."""
        self.field.focus()
        self.server.tap("Control_L", "a")

    def clipboard(self) -> bytes | None:
        """Return what another program gets from the clipboard."""
        with Reader(self.server.name) as reader:
            found = reader.read("UTF8_STRING")
        return None if found is None else bytes(found.value)


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    if reason := missing_programs("xterm"):
        pytest.skip(reason)
    with XServer() as server:
        yield server


@contextmanager
def _field(kind: str, server: XServer) -> Iterator[Scene]:
    with TextField(kind, server) as field:
        field.focus()
        with closing(X11Desktop(ActSettings(), server.name)) as desktop:
            assert desktop.insert(TEXT, desktop.active_window()).is_delivered
            assert field.received(TEXT) == TEXT
            yield Scene(server, field, desktop, X11Selection(desktop))


@pytest.fixture(params=["qt", "gtk"])
def scene(request: pytest.FixtureRequest, server: XServer) -> Iterator[Scene]:
    with _field(request.param, server) as scene:
        yield scene


@pytest.fixture(params=["recording", "qt", "gtk"])
def subject(request: pytest.FixtureRequest, server: XServer) -> Iterator[Subject]:
    if request.param == "recording":
        selection = RecordingSelection(TEXT)
        yield Subject(selection, lambda _: "".join(selection.replaced))
        return
    with _field(request.param, server) as scene:
        scene.select_all()
        yield Subject(scene.selection, scene.field.received)


def test_what_is_selected_is_read_and_replaced_exactly_once(subject: Subject) -> None:
    assert subject.selection.read(None) == TEXT
    outcome = subject.selection.replace(NEW, None)
    assert (outcome.result, outcome.message) == (Result.DELIVERED, "")
    assert subject.stands(NEW) == NEW


def test_where_nothing_is_selected_there_is_no_text_and_the_clipboard_is_as_it_was(scene: Scene) -> None:
    with Owner(scene.server.name, COPIED), Owner(scene.server.name, "other", selection="PRIMARY"):
        scene.field.focus()
        assert scene.selection.read(scene.desktop.active_window()) == ""
        assert scene.clipboard() == COPIED.encode()


def test_a_window_that_offers_no_primary_copies_and_the_clipboard_comes_back(server: XServer) -> None:
    with _field("qt", server) as scene, Owner(server.name, COPIED):
        scene.select_all()
        wait_until(lambda: scene.desktop.active_window() is not None, "the focus")
        with Owner(server.name, "other", selection="PRIMARY"):  # it is no longer this window's
            assert scene.selection.read(scene.desktop.active_window()) == TEXT
        assert scene.clipboard() == COPIED.encode()
        assert scene.selection.replace(NEW, scene.desktop.active_window()).is_delivered
        assert scene.field.received(NEW) == NEW


def test_an_empty_clipboard_is_empty_again(server: XServer) -> None:
    with _field("qt", server) as scene:
        wait_until(lambda: server.owner("CLIPBOARD") is None, "an empty clipboard")
        scene.select_all()
        with Owner(server.name, "other", selection="PRIMARY"):
            assert scene.selection.read(scene.desktop.active_window()) == TEXT
            assert server.owner("CLIPBOARD") is None


def test_a_terminal_is_never_sent_ctrl_c(server: XServer) -> None:
    with TextField("xterm", server) as field, closing(X11Desktop(ActSettings(), server.name)) as desktop:
        field.focus()
        window = desktop.active_window()
        assert X11Selection(desktop).read(window) == ""
        outcome = X11Selection(desktop).replace("rm\n", window)
        assert outcome.result is Result.UNTOUCHED
        assert field.received("") == ""


def test_another_window_is_neither_read_nor_changed(scene: Scene) -> None:
    scene.select_all()
    meant = scene.desktop.active_window()
    with TextField("qt", scene.server) as other:
        other.focus()
        with pytest.raises(DeliveryError, match="focus"):
            scene.selection.read(meant)
        assert scene.selection.replace(NEW, meant).result is Result.WRONG_WINDOW
        assert other.received("") == ""
    assert scene.field.text() == TEXT
