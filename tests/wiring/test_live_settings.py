"""The real rooms do as the settings file says from the next utterance on, without a restart."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.devices import places, watch
from assistant.devices.audio_file import AudioFile
from assistant.devices.settings_file import SettingsFile
from assistant.engine.engine import Engine
from assistant.values.action import Outcome, Result, Window
from assistant.values.audio import AudioChunk, Samples
from assistant.values.control import Mode, Say
from assistant.values.event import (
    ActionPerformed,
    Event,
    Fault,
    ModeChanged,
    Recovered,
    SettingsChanged,
    Trouble,
    UtteranceEnded,
)
from assistant.values.settings import KeepSettings, RecognizeSettings, Settings
from assistant.wiring import SettingsFollower, build, open_history
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.rooms import quiet
from tests.support.waiting import PATIENCE, wait_until

WINDOW = Window(7, "editor")
START = replace(Settings(), recognize=RecognizeSettings(isolated=False, demo_confidence=0.0))


class Live:
    """The assistant, wired as it ships, with a desktop that remembers and a source that is fed by hand."""

    def __init__(self, settings: Settings = START) -> None:
        self.desktop, self.source, self.told = RecordingDesktop(WINDOW), HandFedSource(), list[Event]()
        self.file = SettingsFile()
        self.engine: Engine = build(settings, self.source, self.desktop, self.told.append)
        self.engine.start()
        assert self.engine.wait_until_loaded(60)
        self.follower = SettingsFollower(self.engine, settings)
        self.follower.start()
        self.at = 0

    def set(self, key: str, value: object) -> None:
        """Change the file, and wait until the ear has taken it up."""
        count = len(self.changes())
        self.file.set(key, value)
        wait_until(lambda: len(self.changes()) > count, f"{key} is taken up")

    def changes(self) -> list[SettingsChanged]:
        return [event for event in self.told if isinstance(event, SettingsChanged)]

    def outcomes(self) -> list[Outcome]:
        return [event.outcome for event in self.told if isinstance(event, ActionPerformed)]

    def say(self, text: str) -> Outcome:
        """Say something and return what became of it."""
        count = len(self.outcomes())
        self.engine.post(Say(text, WINDOW))
        wait_until(lambda: len(self.outcomes()) > count, "an outcome")
        return self.outcomes()[-1]

    def written(self, text: str) -> str:
        self.say(text)
        return self.desktop.texts[-1]

    def hear(self, *parts: Samples) -> None:
        """Let the microphone hear something."""
        for part in parts:
            self.source.hear(AudioChunk(self.at, part))
            self.at += len(part)

    def utterances(self) -> int:
        return sum(isinstance(event, UtteranceEnded) for event in self.told)

    def remembered(self) -> list[str]:
        """Return the texts of the history, newest first."""
        history = open_history(KeepSettings())
        try:
            return [entry.text.strip() for entry in history.entries()]
        finally:
            history.close()


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at the file so often that no test waits for the next look."""
    monkeypatch.setattr(watch, "INTERVAL", 0.05)


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    running = Live()
    yield running
    assert running.engine.stop(PATIENCE)


def test_how_texts_are_written_and_where_none_is(live: Live) -> None:
    assert live.written("用Python写") == "用 Python 写"
    live.set("format.cjk_spacing", False)
    assert live.written("用Python写").endswith("用Python写")
    live.set("profiles", [{"match": "edit*", "ending": "drop"}])
    assert live.written("It is done.").endswith("It is done")
    live.set("act.never_paste", ["editor"])
    assert live.say("a secret").result is Result.KEPT
    live.file.reset("act.never_paste")
    wait_until(lambda: len(live.changes()) == 4, "the change")
    assert live.say("a word").result is Result.DELIVERED


def test_what_is_remembered_begins_and_ends_with_the_settings(live: Live) -> None:
    live.say("one")
    live.set("keep.history", False)
    live.say("two")
    live.set("keep.history", True)
    live.say("three")
    live.set("keep.private", True)
    live.say("four")
    live.set("keep.private", False)
    live.set("keep.never_store", ["editor"])
    live.say("five")
    live.set("keep.never_store", [])
    live.say("six")
    wait_until(lambda: bool(live.remembered()) and live.remembered()[0] == "six", "the last line")
    assert live.remembered() == ["six", "three", "one"]


def test_commands_go_by_the_settings(live: Live, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    pack = "pack = 'own'\n[[command]]\nid = 'own.wave'\nmode = ['dictation']\nen = ['wave the hand']\n"
    (packs / "own.toml").write_text(pack + 'action = { text = "waved" }\n', encoding="utf-8")
    assert live.written("wave the hand").strip() == "wave the hand"
    live.set("commands.folder", str(packs))
    assert live.written("wave the hand").strip() == "waved"


def test_mode_and_silence_go_by_the_settings(live: Live) -> None:
    live.set("hear.silero", False)
    live.set("mode", "hands_free")
    assert ModeChanged(Mode.HANDS_FREE) in live.told
    samples = AudioFile.read(places.resources() / "recordings" / "timer.flac")
    live.set("hear.end_silence_ms", 1500)
    live.hear(samples, quiet(0.5))  # 1.2 s of silence, with what the recording ends and begins with
    live.hear(samples, quiet(2.0))
    live.set("hear.end_silence_ms", 300)  # it is taken up behind all that was heard before
    assert live.utterances() == 1, "both in one"
    live.hear(samples, quiet(1.0))
    wait_until(lambda: live.utterances() >= 2, "a shorter silence is enough")
    live.set("mode", "push_to_talk")
    count = live.utterances()
    live.hear(samples, quiet(2.0))
    live.say("done")
    assert live.utterances() == count


def test_another_model_and_other_languages_without_a_restart(live: Live, tmp_path: Path) -> None:
    shutil.copytree(places.nano_model(), tmp_path / "twin")
    live.set("recognize.languages", ["en"])
    wait_until(lambda: any(isinstance(event, Recovered) for event in live.told), "other languages")
    live.set("recognize.model", str(tmp_path / "twin"))
    wait_until(lambda: Recovered(Fault.MODEL, "Another model is in use now.") in live.told, "the model")
    live.set("recognize.model", str(tmp_path / "gone"))
    wait_until(lambda: any(isinstance(event, Trouble) for event in live.told), "trouble")
    assert live.say("goes on").result is Result.DELIVERED


def test_what_makes_no_sense_is_told_once_and_the_rest_is_taken_up(live: Live) -> None:
    live.file.path.parent.mkdir(parents=True, exist_ok=True)
    live.file.path.write_text("[hear]\nvad_mode = 9\n[format]\ncjk_spacing = false\n", encoding="utf-8")
    wait_until(lambda: bool(live.changes()), "the change")
    told = [event.message for event in live.told if isinstance(event, Trouble)]
    assert told == ["hear.vad_mode has to be one of 0, 1, 2, 3; the default is used."]
    assert live.written("用Python写").endswith("用Python写")
    live.file.set("hear.vad_mode", 3)
    wait_until(lambda: Recovered(Fault.SETTINGS, "All settings can be read.") in live.told, "all is well")


def test_what_the_command_line_said_holds_until_that_very_setting_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    live = Live(replace(START, mode=Mode.HANDS_FREE))
    live.set("format.cjk_spacing", False)
    assert live.follower.settings.mode is Mode.HANDS_FREE
    assert live.follower.settings.recognize == START.recognize
    live.set("mode", "command")
    assert live.follower.settings == replace(live.file.read(), recognize=START.recognize)
    assert live.engine.stop(PATIENCE)
