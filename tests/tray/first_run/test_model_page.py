"""The model page, over a real connection: licence, download, pause, resume, cancel, import, use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.tray.first_run.parts.fetch import Phase
from assistant.tray.first_run.wizard import FirstRun
from assistant.values.event import Fault, Recovered
from tests.support import http_server as http
from tests.support.http_server import FileServer, folder_files
from tests.support.model_shop import NAME
from tests.tray.first_run.conftest import Setup, done

PATIENCE = 30_000
AT_ONCE = 8_000
"""Less than a mirror is waited for that has fallen silent."""


@pytest.fixture
def mirror(setup: Setup) -> Iterator[FileServer]:
    """Serve the model; the first request stalls after a megabyte, the second does not."""
    scripts = {setup.shop.graph.name: [http.held(1_000_000), http.serve]}
    with FileServer(folder_files(setup.shop.folder, NAME), scripts) as server:
        setup.window.show_page("model")
        setup.window.model.mirror.setText(server.url)
        yield server


def begin(setup: Setup, qtbot: QtBot) -> None:
    page = setup.window.model
    assert not page.get.isEnabled(), "the licence has not been accepted"
    page.accept_box.click()
    page.get.click()
    qtbot.waitUntil(lambda: parts(setup) >= 900_000, timeout=PATIENCE)


def parts(setup: Setup) -> int:
    folder = setup.window.fetch.store.shelf.parts(NAME)
    return sum(path.stat().st_size for path in folder.glob("*.part")) if folder.is_dir() else 0


def until(setup: Setup, qtbot: QtBot, phase: Phase) -> None:
    qtbot.waitUntil(lambda: setup.window.fetch.phase is phase, timeout=PATIENCE)


def test_paused_resumed_installed_and_used(setup: Setup, qtbot: QtBot, mirror: FileServer) -> None:
    page = setup.window.model
    begin(setup, qtbot)
    assert page.bar.isVisible()
    assert "of 3.0 MB" in page.bar.line.text()
    page.bar.pause.click()
    qtbot.waitUntil(lambda: setup.window.fetch.phase is Phase.PAUSED, timeout=AT_ONCE)
    assert parts(setup) >= 900_000
    assert "Resume" in page.bar.pause.text()
    page.bar.pause.click()
    until(setup, qtbot, Phase.INSTALLED)
    ranges = [span for path, span in mirror.requests if path.endswith(".onnx")]
    assert ranges[0] == ""
    assert ranges[1].startswith("bytes=9") or ranges[1].startswith("bytes=1")
    assert setup.desk.settings_file.read().recognize.model == setup.window.fetch.store.shelf.place(NAME)
    assert done(page)
    assert not page.choices.isVisible()
    setup.tell(Recovered(Fault.MODEL, "Another model is in use now."))
    assert "in use now" in page.told.text()


def test_cancelled_leaves_nothing_and_can_begin_again(setup: Setup, qtbot: QtBot, mirror: FileServer) -> None:
    begin(setup, qtbot)
    setup.window.model.bar.cancel.click()
    until(setup, qtbot, Phase.IDLE)
    assert parts(setup) == 0
    assert setup.window.model.get.isEnabled()


def test_closing_the_window_keeps_what_arrived(setup: Setup, qtbot: QtBot, mirror: FileServer) -> None:
    begin(setup, qtbot)
    setup.window.close()
    qtbot.waitUntil(lambda: not setup.window.fetch._errands._is_running, timeout=PATIENCE)
    assert parts(setup) >= 900_000


def test_what_goes_wrong_is_told(setup: Setup, qtbot: QtBot) -> None:
    page = setup.window.model
    setup.window.show_page("model")
    page.mirror.setText("http://127.0.0.1:9")
    page.accept_box.click()
    page.get.click()
    until(setup, qtbot, Phase.FAILED)
    assert page.told.text()
    assert page.get.isEnabled()


def test_from_a_folder_without_a_network(setup: Setup, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = setup.window.model
    setup.window.show_page("model")
    page.accept_box.click()
    chosen = str(setup.shop.folder)
    monkeypatch.setattr(
        "assistant.tray.first_run.pages.model.QFileDialog.getExistingDirectory", lambda *_: chosen
    )
    page._from_folder()
    until(setup, qtbot, Phase.INSTALLED)
    assert Path(str(setup.desk.settings_file.read().recognize.model)).name == NAME


def test_a_catalogue_that_is_not_there_is_no_reason_not_to_start(
    setup: Setup, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_CATALOGUE", str(tmp_path / "gone.toml"))
    window = FirstRun(setup.desk)
    window.show_page("model")
    assert not window.model.offer.isVisible()
    assert "nano" in window.model.used.text()
    window.close()
