"""What was typed is taken back exactly, or not at all."""

import threading
import time
from collections.abc import Iterator

import pytest

from assistant.devices.desktop.target.sentences import MOVED
from assistant.devices.desktop.x11.caret.clusters import clusters
from assistant.devices.desktop.x11.caret.eraser import CHANGED, TYPED_SINCE, UNWATCHED, X11Eraser
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.values.action import Insertion, Result
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener
from tests.support.targets.field import HEAVY, TextField, missing_application
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

TEXTS = {
    "english": "The quick brown fox, at 5:30 pm; isn't it?",
    "chinese": "今天天气很好，我们去公园散步吧。",
    "emoji": " thumbs 👍🏽 and coders 👩\u200d💻 café",
    "lines": "one\n\ttwo\n",
    "long": "Speech becomes text.\n" * 40,
}
GRAPHICAL = ("qt", "gtk")


@pytest.fixture(scope="module", params=GRAPHICAL)
def field(request: pytest.FixtureRequest, server: XServer) -> Iterator[TextField]:
    with TextField(request.param, server) as field:
        yield field


def insert(desktop: X11Desktop, field: TextField, text: str) -> Insertion:
    """Type `text` and wait until it stands there."""
    field.mark()
    window = desktop.active_window()
    assert desktop.insert(text, window).is_delivered
    assert field.received(text) == text
    return Insertion(text, window, time.monotonic())


@pytest.mark.parametrize("name", TEXTS)
def test_exactly_the_text_goes(desktop: X11Desktop, field: TextField, name: str) -> None:
    field.focus()
    insert(desktop, field, "Stays. 留下")
    before = field.text()
    insertion = insert(desktop, field, TEXTS[name])
    outcome = X11Eraser(desktop).take_back(insertion)
    assert outcome.message == ""
    assert outcome.result is Result.TAKEN_BACK
    wait_until(lambda: field.text() == before, "the text is gone")


def test_three_in_a_row_go_newest_first(desktop: X11Desktop, field: TextField) -> None:
    field.focus()
    before = field.text()
    insertions = [insert(desktop, field, text) for text in ("one ", "二 ", "three")]
    for insertion in reversed(insertions):
        assert X11Eraser(desktop).take_back(insertion).result is Result.TAKEN_BACK
    wait_until(lambda: field.text() == before, "all are gone")


def test_what_was_typed_since_stays_and_so_does_the_text(
    desktop: X11Desktop, field: TextField, server: XServer
) -> None:
    field.focus()
    insertion = insert(desktop, field, "dictated words")
    server.tap("x")
    wait_until(lambda: field.text().endswith("wordsx"), "the key arrived")
    before = field.text()
    outcome = X11Eraser(desktop).take_back(insertion)
    assert (outcome.result, outcome.message) == (Result.UNTOUCHED, CHANGED)
    assert field.text() == before
    insert(desktop, field, " and on")  # the caret is where it was
    assert field.text() == before + " and on"


def test_after_the_caret_moved_nothing_goes(desktop: X11Desktop, field: TextField, server: XServer) -> None:
    field.focus()
    insertion = insert(desktop, field, "some more words")
    for _ in range(4):
        server.tap("Left")
    before = field.text()
    assert X11Eraser(desktop).take_back(insertion).result is Result.UNTOUCHED
    assert field.text() == before
    server.tap("End")


def test_in_another_window_nothing_happens(desktop: X11Desktop, field: TextField, server: XServer) -> None:
    field.focus()
    insertion = insert(desktop, field, "stays here")
    before = field.text()
    with TextField("qt", server) as other:
        other.focus()
        outcome = X11Eraser(desktop).take_back(insertion)
        assert (outcome.result, outcome.message) == (Result.UNTOUCHED, MOVED)
        assert other.text() == ""
    assert field.text() == before


@pytest.fixture
def watched(server: XServer, desktop: X11Desktop) -> Iterator[X11Desktop]:
    """Return the desktop with its keys watched."""
    hotkeys = X11Hotkeys((Hotkey("Control_R"),), desktop)
    hotkeys.start(RecordingKeyListener(), lambda _: None)
    yield desktop
    hotkeys.stop()


def test_in_a_terminal_backspaces_take_it_back(watched: X11Desktop, server: XServer) -> None:
    with TextField("xterm", server) as terminal:
        terminal.focus()
        insertion = insert(watched, terminal, "git 状态")
        server.press("Control_R")  # the key that is held to say "scratch that"
        server.release("Control_R")
        assert X11Eraser(watched).take_back(insertion).result is Result.TAKEN_BACK
        erased = "git 状态" + "\x7f" * 6
        wait_until(lambda: len(terminal.text()) >= len(erased), "six backspaces")
        assert terminal.text().replace("\b", "\x7f") == erased


def test_in_a_terminal_a_key_since_makes_it_too_late(watched: X11Desktop, server: XServer) -> None:
    with TextField("xterm", server) as terminal:
        terminal.focus()
        insertion = insert(watched, terminal, "git status")

        def is_seen() -> bool:
            server.tap("x")  # a key within a few milliseconds of the text may count as one before it
            time.sleep(0.05)
            return watched.echoes.has_typed_since(insertion.at)

        wait_until(is_seen, "the key was seen")
        outcome = X11Eraser(watched).take_back(insertion)
        assert (outcome.result, outcome.message) == (Result.UNTOUCHED, TYPED_SINCE)
        wait_until(lambda: "git statusx" in terminal.text(), "all of it")
        assert "\b" not in terminal.text()
        assert "\x7f" not in terminal.text()


def test_in_a_terminal_nothing_goes_unwatched(desktop: X11Desktop, server: XServer) -> None:
    with TextField("xterm", server) as terminal:
        terminal.focus()
        insertion = insert(desktop, terminal, "git status")
        assert X11Eraser(desktop).take_back(insertion).message == UNWATCHED


def test_the_focus_moves_while_the_text_is_being_selected(
    desktop: X11Desktop, field: TextField, server: XServer
) -> None:
    field.focus()
    insertion = insert(desktop, field, "Speech becomes text.\n" * 40)
    with TextField("qt", server) as other:
        field.focus()
        thief = threading.Timer(0.05, other.focus)
        thief.start()
        outcome = X11Eraser(desktop).take_back(insertion)
        thief.join()
        assert outcome.result in {Result.TAKEN_BACK, Result.UNTOUCHED}
        assert other.received("", 0.1) == ""


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", HEAVY)
def test_in_large_applications_too(desktop: X11Desktop, server: XServer, kind: str) -> None:
    if reason := missing_application(kind):
        pytest.skip(reason)
    with TextField(kind, server) as field:
        field.focus()
        window = desktop.active_window()
        wait_until(lambda: desktop.insert("Stays. 留下", window).is_delivered, f"{kind} takes text")
        wait_until(lambda: field.text().startswith("Stays. 留下"), "the first text")
        before = field.text()
        for text in map(str.rstrip, TEXTS.values()):
            outcome = X11Eraser(desktop).take_back(insert(desktop, field, text))
            assert (outcome.message, outcome.result) == ("", Result.TAKEN_BACK)
            wait_until(lambda: field.text() == before, "the text is gone")


@pytest.mark.parametrize(
    ("text", "count"),
    [("abc", 3), ("中文", 2), ("👩\u200d💻", 1), ("👍🏽!", 2), ("e\u0301", 1), ("🇨🇳🇩🇪", 2), ("", 0)],
)
def test_clusters(text: str, count: int) -> None:
    assert len(clusters(text)) == count
    assert "".join(clusters(text)) == text
