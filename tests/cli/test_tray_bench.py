"""`assistant bench tray`: real starts on a display of its own, with a microphone of a real sound server."""

import json
import os

import pytest

from assistant.cli import main
from tests.support import sound_server, x_server
from tests.support.sound_server import SoundServer


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_tray_s_start_and_rest_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if reason := x_server.missing_programs() or sound_server.missing_programs():
        pytest.skip(reason)
    with SoundServer() as server:
        server.apply(monkeypatch)
        monkeypatch.setenv("DISPLAY", ":the-user-s")
        assert main(["bench", "tray", "--runs", "1", "--json"]) == 0
        assert os.environ["DISPLAY"] == ":the-user-s"
    found = json.loads(capsys.readouterr().out)
    times = {row["until"]: row["p50_ms"] for row in found["tray"]}
    assert 0 < times["icon"] < times["ready"]
    assert times["icon_processor"] > 0
    rest = found["rest"]
    assert 0 < rest["unloaded_uss_mb"] <= rest["unloaded_pss_mb"] <= rest["unloaded_rss_mb"]
    assert rest["unloaded_rss_mb"] < rest["loaded_rss_mb"]


def test_without_xvfb_it_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["bench", "tray", "--runs", "1"]) == 1
    assert "apt install xvfb" in capsys.readouterr().err
