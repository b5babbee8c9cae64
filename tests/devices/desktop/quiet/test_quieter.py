"""Other programs are quiet while the user speaks, as before afterwards: a real bus, a real sound server."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.desktop.quiet.players import MprisPlayers
from assistant.devices.desktop.quiet.ports import Note
from assistant.devices.desktop.quiet.quieter import Quieter
from assistant.devices.desktop.quiet.volumes import LOWERED, PulseVolumes
from assistant.values.audio import SpeechStarted, Trigger, Utterance, read_only
from assistant.values.event import State, StateChanged, UtteranceDropped, UtteranceEnded
from tests.support import sound_server
from tests.support.message_bus import MessageBus, ScriptedService
from tests.support.sound_server import SoundServer
from tests.support.waiting import wait_until

STARTED = SpeechStarted(1, 0, Trigger.PUSH_TO_TALK)
ENDED = UtteranceEnded(Utterance(1, 0, read_only(np.zeros(160, np.int16)), Trigger.PUSH_TO_TALK))


class ScriptedOthers:
    """Two programs that play; remembers what is done to them."""

    kind = "player"

    def __init__(self) -> None:
        self.done: list[str] = []

    def playing(self) -> list[Note]:
        return [{"kind": self.kind, "name": name} for name in ("one", "two")]

    def hush(self, note: Note) -> None:
        self.done.append(f"hush {note['name']}")

    def give_back(self, note: Note) -> None:
        self.done.append(f"give back {note['name']}")


ALL = ["hush one", "hush two", "give back one", "give back two"]


@pytest.fixture
def others() -> ScriptedOthers:
    return ScriptedOthers()


@pytest.fixture
def quieter(others: ScriptedOthers, tmp_path: Path) -> Iterator[Quieter]:
    quieter = Quieter([others], [others], tmp_path / "state" / "quiet.json")
    quieter.start()
    yield quieter
    quieter.stop()


@pytest.mark.parametrize("end", [ENDED, UtteranceDropped(1), StateChanged(State.STOPPED)])
def test_quiet_lasts_as_long_as_the_utterance(
    quieter: Quieter, others: ScriptedOthers, tmp_path: Path, end: UtteranceEnded
) -> None:
    quieter(STARTED)
    wait_until(lambda: others.done == ALL[:2], "quiet")
    assert (tmp_path / "state" / "quiet.json").exists()
    quieter(end)
    wait_until(lambda: others.done == ALL, "as before")
    wait_until(lambda: not (tmp_path / "state" / "quiet.json").exists(), "no note")


def test_the_end_of_the_assistant_brings_everything_back(quieter: Quieter, others: ScriptedOthers) -> None:
    quieter(STARTED)
    wait_until(lambda: others.done == ALL[:2], "quiet")
    quieter.stop()
    assert others.done == ALL


def test_speech_that_no_key_announced_changes_nothing(quieter: Quieter, others: ScriptedOthers) -> None:
    quieter(SpeechStarted(1, 0, Trigger.HANDS_FREE))
    quieter(ENDED)
    quieter.stop()
    assert others.done == []


def test_what_a_kill_left_is_undone_by_the_next_start(tmp_path: Path) -> None:
    note = tmp_path / "quiet.json"
    note.write_text(json.dumps([{"kind": "player", "name": "left"}, {"kind": "unknown", "name": "x"}]))
    others = ScriptedOthers()
    quieter = Quieter([others], [others], note)
    quieter.start()
    wait_until(lambda: others.done == ["give back left"], "the undoing")
    wait_until(lambda: not note.exists(), "no note")
    quieter.stop()


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '"x"', "{}"])
def test_a_note_that_makes_no_sense_does_no_harm(text: str, tmp_path: Path) -> None:
    note = tmp_path / "quiet.json"
    note.write_text(text)
    others = ScriptedOthers()
    quieter = Quieter([others], [others], note)
    quieter.start()
    quieter(STARTED)
    wait_until(lambda: others.done == ALL[:2], "quiet")
    quieter.stop()


def test_what_cannot_be_written_down_is_not_done(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    others = ScriptedOthers()
    quieter = Quieter([others], [others], tmp_path / "file" / "quiet.json")
    quieter.start()
    quieter(STARTED)
    quieter.stop()
    assert others.done == []


# Players


@pytest.fixture
def player(bus: MessageBus) -> Iterator[ScriptedService]:
    """Give a player on a real bus, which plays and does what it is told."""
    with ScriptedService(bus, "org.mpris.MediaPlayer2.one") as service:
        play(service, "Playing")
        service.answers["Pause"] = lambda: play(service, "Paused")
        service.answers["Play"] = lambda: play(service, "Playing")
        yield service


def play(service: ScriptedService, status: str) -> tuple[str, tuple[()]]:
    service.answers["Get"] = lambda _interface, _name: ("v", (("s", status),))
    return "", ()


def test_a_player_is_paused_and_goes_on(player: ScriptedService) -> None:
    players = MprisPlayers()
    (note,) = players.playing()
    players.hush(note)
    assert players.playing() == []
    players.give_back(note)
    assert len(players.playing()) == 1
    assert [method for method, _ in player.calls if method in {"Play", "Pause"}] == ["Pause", "Play"]


def test_a_player_that_the_user_stopped_meanwhile_stays_stopped(player: ScriptedService) -> None:
    players = MprisPlayers()
    (note,) = players.playing()
    players.hush(note)
    play(player, "Stopped")
    players.give_back(note)
    assert player.called("Play") == []


def test_a_player_that_has_gone_and_a_missing_bus_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert MprisPlayers().playing() == []
    MprisPlayers().give_back({"kind": "player", "name": "org.mpris.MediaPlayer2.gone"})


# Volumes


@pytest.fixture
def music(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """Give a sound server on which a program plays (the hiss of its microphone)."""
    if reason := sound_server.missing_programs():
        pytest.skip(reason)
    with SoundServer() as server:
        server.apply(monkeypatch)
        yield server


def volumes(server: SoundServer) -> list[int]:
    """Return the volume of every stream, as the server counts."""
    streams = json.loads(server.pactl("-f", "json", "list", "sink-inputs"))
    return [max(each["value"] for each in stream["volume"].values()) for stream in streams]


def test_a_program_is_turned_down_and_up_again(music: SoundServer) -> None:
    wait_until(lambda: PulseVolumes().playing(), "something that plays")
    others = PulseVolumes()
    before = volumes(music)
    (note,) = others.playing()
    others.hush(note)
    assert volumes(music) == [round(before[0] * LOWERED)]
    others.give_back(note)
    assert volumes(music) == before


def test_a_slider_that_the_user_moved_meanwhile_stays(music: SoundServer) -> None:
    wait_until(lambda: PulseVolumes().playing(), "something that plays")
    others = PulseVolumes()
    (note,) = others.playing()
    others.hush(note)
    music.pactl("set-sink-input-volume", note["name"], "30000")
    others.give_back(note)
    assert volumes(music) == [30000]


KILLED = """
import sys
from pathlib import Path
from assistant.devices.desktop.quiet.quieter import Quieter
from assistant.devices.desktop.quiet.volumes import PulseVolumes
from assistant.values.audio import SpeechStarted, Trigger
quieter = Quieter([PulseVolumes()], [PulseVolumes()], Path(sys.argv[1]))
quieter.start()
if sys.argv[2] == "speak":
    quieter(SpeechStarted(1, 0, Trigger.PUSH_TO_TALK))
    sys.stdin.read()
quieter.stop()
"""


def test_after_kill_minus_nine_the_next_start_turns_it_up_again(music: SoundServer, tmp_path: Path) -> None:
    wait_until(lambda: PulseVolumes().playing(), "something that plays")
    before = volumes(music)
    command = [sys.executable, "-c", KILLED, str(tmp_path / "quiet.json")]
    with subprocess.Popen([*command, "speak"], stdin=subprocess.PIPE) as speaking:
        wait_until(lambda: volumes(music) == [round(before[0] * LOWERED)], "quiet")
        os.kill(speaking.pid, signal.SIGKILL)
    assert volumes(music) != before
    subprocess.run([*command, "start"], timeout=60, check=True)
    assert volumes(music) == before
