"""Files in, text out: progress, preview, queue, stopping and going on, standing still, export."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistant.devices import places
from assistant.tray.desk import Desk
from assistant.tray.transcribe.dropping import FileDrop
from assistant.tray.transcribe.jobs import Job, Phase
from assistant.tray.transcribe.window import TranscribeWindow
from assistant.values.event import State, StateChanged
from tests.cli.recordings.test_section_reader import talk

PATIENCE = 90_000


@pytest.fixture
def window(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[TranscribeWindow]:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    window = TranscribeWindow(Desk(lambda _control: None))
    window.show()
    yield window
    window.close()
    qtbot.waitUntil(lambda: window.jobs._process is None, timeout=PATIENCE)


def recording(name: str) -> Path:
    return places.resources() / "recordings" / f"{name}.flac"


def job_of(window: TranscribeWindow, row: int) -> Job:
    found: Job = window.list.item(row).data(Qt.ItemDataRole.UserRole)
    return found


def until(qtbot: QtBot, is_so: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(is_so()), timeout=PATIENCE)


def test_several_files_are_read_one_after_the_other(
    window: TranscribeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"not audio")
    for path in (recording("music"), broken, recording("weather")):
        window.add(path)
    assert [job_of(window, row).phase for row in range(3)][1:] == [Phase.WAITING, Phase.WAITING]
    until(qtbot, lambda: job_of(window, 2).phase is Phase.DONE)
    assert [job_of(window, row).phase for row in range(3)] == [Phase.DONE, Phase.FAILED, Phase.DONE]
    assert "broken.wav" in job_of(window, 1).problem
    assert "Traceback" not in job_of(window, 1).problem
    assert job_of(window, 0).text
    assert job_of(window, 2).result["words"]
    window.list.setCurrentRow(1)
    assert "broken.wav" in window.told.text()
    assert window.list.item(1).text().endswith("failed")
    window.list.setCurrentRow(2)
    window.copy.click()
    assert QGuiApplication.clipboard().text() == job_of(window, 2).text == window.text.toPlainText()


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("text", lambda text, spoken: text.strip() == spoken),
        ("srt", lambda text, _: "-->" in text and "," in text),
        ("vtt", lambda text, _: text.startswith("WEBVTT")),
        ("tsv", lambda text, _: text.startswith("start\tend\ttext")),
        ("json", lambda text, spoken: json.loads(text)[0]["text"] == spoken),
    ],
)
def test_export(
    window: TranscribeWindow, qtbot: QtBot, tmp_path: Path, kind: str, holds: Callable[[str, str], bool]
) -> None:
    window.add(recording("music"))
    until(qtbot, lambda: job_of(window, 0).phase is Phase.DONE)
    window.export_to(tmp_path / "out", kind)
    assert holds((tmp_path / "out").read_text(encoding="utf-8"), job_of(window, 0).text)


def test_a_long_one_shows_what_it_has_and_goes_on_where_it_was_stopped(
    window: TranscribeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.add(talk(tmp_path / "talk.wav", 400.0))
    job = job_of(window, 0)
    until(qtbot, lambda: len(job.parts) >= 2)
    assert window.text.toPlainText(), "a preview"
    assert 0.0 < job.fraction < 1.0
    window.cancel.click()
    assert job.phase is Phase.CALLED_OFF
    until(qtbot, lambda: window.jobs._process is None)
    assert list(places.places().unfinished.glob("*")), "what was read is kept"
    assert "Go on" in window.cancel.text()
    window.cancel.click()
    until(qtbot, lambda: job.phase is Phase.DONE)
    assert job.text.split().count("window") > 20
    assert not list(places.places().unfinished.glob("*"))


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system can't let a process stand still")
def test_it_is_polite_and_stands_still_while_somebody_dictates(
    window: TranscribeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.add(talk(tmp_path / "talk.wav", 400.0))
    job = job_of(window, 0)
    until(qtbot, lambda: window.jobs._process is not None and job.fraction > 0)
    process = window.jobs._process
    assert process is not None
    assert os.getpriority(os.PRIO_PROCESS, process.pid) == 10
    window.jobs.follow(StateChanged(State.HEARING))
    until(qtbot, lambda: _state(process.pid) == "T")
    qtbot.wait(100)
    before = job.fraction
    qtbot.wait(400)
    assert job.fraction == before
    window.jobs.follow(StateChanged(State.READY))
    until(qtbot, lambda: job.fraction > before)
    window.jobs.follow(StateChanged(State.HEARING))
    window.cancel.click()
    until(qtbot, lambda: window.jobs._process is None)


def _state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]


def test_files_are_dropped_on_any_window(app: QApplication, tmp_path: Path) -> None:
    opened: list[str] = []
    target = QWidget()
    drop = FileDrop(target, Desk(lambda _control: None, open=opened.append))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(recording("music"))), QUrl("https://elsewhere.invalid/x.wav")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(1, 1), Qt.DropAction.CopyAction, mime, left, none)
    assert drop.eventFilter(target, enter)
    assert enter.isAccepted()
    assert drop.eventFilter(target, QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, mime, left, none))
    assert opened == [f"transcribe:{recording('music')}"]
    words = QMimeData()
    words.setText("only words")
    assert not drop.eventFilter(
        target, QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, words, left, none)
    )


def test_the_window_takes_a_file_by_the_name_of_a_page(window: TranscribeWindow, qtbot: QtBot) -> None:
    window.show_page(str(recording("music")))
    until(qtbot, lambda: job_of(window, 0).phase is Phase.DONE)
