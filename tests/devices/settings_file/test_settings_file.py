"""The settings file: what people write into it, and what they get told."""

import stat
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.settings_file import SettingsFile
from assistant.devices.settings_file.keys import KEYS
from assistant.devices.settings_file.writing import literal
from assistant.values.control import Job, Mode
from assistant.values.settings import (
    ConsultSettings,
    Ending,
    HearSettings,
    Hotkey,
    Profile,
    RecognizeSettings,
    Settings,
)

CHANGED = Settings(
    mode=Mode.HANDS_FREE,
    recognize=RecognizeSettings(languages=("zh", "en")),
    hear=HearSettings(microphone='The "blue" one\\', vad_mode=3, silero=False, longest_segment_s=20.5),
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.toml")


def written(file: SettingsFile, text: str) -> SettingsFile:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_there_are_defaults(file: SettingsFile) -> None:
    assert file.read() == Settings()
    assert file.problems == ()
    assert not file.path.parent.exists()


@pytest.mark.parametrize("settings", [Settings(), CHANGED])
def test_what_was_written_is_read(file: SettingsFile, settings: Settings) -> None:
    file.write(settings)
    assert file.read() == settings
    assert file.problems == ()
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_every_setting_stands_in_the_file_and_only_changes_are_set(file: SettingsFile) -> None:
    file.write(CHANGED)
    text = file.path.read_text(encoding="utf-8")
    assert "# pre_roll_ms = 300" in text
    assert '# hotkeys = [{keys = "Control_R"}]' in text
    assert tomllib.loads(text)["hear"] == {
        "microphone": 'The "blue" one\\',
        "vad_mode": 3,
        "silero": False,
        "longest_segment_s": 20.5,
    }


def test_every_commented_default_can_be_uncommented(file: SettingsFile) -> None:
    file.write(Settings())
    lines = file.path.read_text(encoding="utf-8").splitlines()
    live = [line.removeprefix("# ") for line in lines[2:] if not line.endswith("=")]
    assert sum(line.startswith("# ") for line in lines[2:]) == len(KEYS)
    written(file, "\n".join(live))
    assert file.read() == Settings()
    assert file.problems == ()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("[hear]\nvad_mode = 9", "hear.vad_mode has to be one of 0, 1, 2, 3"),
        ("[hear]\nvad_mode = true", "hear.vad_mode has to be one of 0, 1, 2, 3"),
        ("[hear]\nsilero = 1", "hear.silero has to be true or false"),
        ("[hear]\npre_roll_ms = -1", "hear.pre_roll_ms has to be a whole number from 0 to 2000"),
        ("[hear]\npre_roll_ms = true", "hear.pre_roll_ms has to be a whole number from 0 to 2000"),
        ("[hear]\nlongest_segment_s = nan", "hear.longest_segment_s has to be a number from 2 to 30"),
        ("[hear]\nlongest_segment_s = inf", "hear.longest_segment_s has to be a number from 2 to 30"),
        ("[hear]\nmicrophone = 3", "hear.microphone has to be a text in quotes"),
        ("mode = 'loud'", "mode has to be one of push_to_talk, hands_free, wake_phrase, command, asleep"),
        ("[keep]\nfolder = ''", "keep.folder has to be the path of a folder"),
        ("act = 3", "act has to be a table"),
        ("colour = 3", "colour is not a setting of this version."),
        ("[act]\ncolour = 3", "act.colour is not a setting of this version."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told_and_the_rest_is_taken(
    file: SettingsFile, line: str, sentence: str
) -> None:
    settings = written(file, f"{line}\n[recognize]\nthreads = 4").read()
    is_unknown = sentence.endswith("version.")
    assert file.problems == (sentence if is_unknown else f"{sentence}; the default is used.",)
    assert settings == replace(Settings(), recognize=replace(Settings().recognize, threads=4))


def test_a_whole_number_will_do_for_a_number_and_home_for_a_path(file: SettingsFile) -> None:
    settings = written(file, "[hear]\nlongest_segment_s = 20\n[keep]\nfolder = '~/spoken'").read()
    assert settings.hear.longest_segment_s == 20.0
    assert isinstance(settings.hear.longest_segment_s, float)
    assert settings.keep.folder == Path.home() / "spoken"


def test_unknown_keys_survive_a_write(file: SettingsFile) -> None:
    text = "future = [1, 2]\n[hear]\nears = {left = true, 'right ear' = 1979-05-27}\n[later]\nx = 'é\\u'"
    written(file, text).write(CHANGED)
    assert file.read() == CHANGED
    table = tomllib.loads(file.path.read_text(encoding="utf-8"))
    before = tomllib.loads(text)
    assert (table["future"], table["later"]) == (before["future"], before["later"])
    assert table["hear"]["ears"] == before["hear"]["ears"]


@pytest.mark.parametrize("garbage", [b"mode = \x00\xff", b"mode = ", b"[hear\n"])
def test_a_file_that_cannot_be_read_falls_back_to_the_last_good_one(
    file: SettingsFile, garbage: bytes
) -> None:
    file.write(CHANGED)
    file.read()
    file.path.write_bytes(garbage)
    assert file.read() == CHANGED
    (problem,) = file.problems
    assert problem.startswith("settings.toml can't be read (")
    assert problem.endswith("the last good settings are used.")
    file.write(Settings())
    assert file.read() == Settings()
    assert file.path.with_name("settings.toml.unreadable").read_bytes() == garbage


def test_without_a_last_good_file_the_defaults_are_used(file: SettingsFile) -> None:
    assert written(file, "mode = ").read() == Settings()
    assert file.problems[0].endswith("the defaults are used.")


def test_a_write_that_fails_leaves_the_file_as_it_was(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write(CHANGED)

    def refuse(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.devices.settings_file.file.os.fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        file.write(Settings())
    assert file.read() == CHANGED
    assert {path.name for path in file.path.parent.iterdir()} <= {file.path.name, file.backup.name}


TOML = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), TOML))
def test_whatever_toml_can_say_we_can_write(table: dict[str, object]) -> None:
    assert tomllib.loads(f"all = {literal(table)}") == {"all": table}


def test_profiles_are_a_list_of_tables_and_come_back_as_they_were(file: SettingsFile) -> None:
    text = '[[profiles]]\nmatch = "xterm|*term*"\nending = "drop"\n'
    text += '[[profiles]]\nmatch = "Slack"\npolish = true\n'
    settings = written(file, text).read()
    assert file.problems == ()
    assert settings.profiles == (
        Profile("xterm|*term*", ending=Ending.DROP),
        Profile("Slack", polish=True),
    )
    file.write(settings)
    assert file.read() == settings


def test_a_profile_that_makes_no_sense_is_named(file: SettingsFile) -> None:
    settings = written(file, '[[profiles]]\nending = "drop"\n').read()
    assert settings.profiles == ()
    assert file.problems == ("profiles, number 1, has to be a table with match; it is left out.",)
    written(file, '[[profiles]]\nmatch = "x"\nending = "never"\n').read()
    assert "ending has to be one of" in file.problems[0]


def test_hotkeys_are_a_list_of_keys_with_jobs(file: SettingsFile) -> None:
    text = '[act]\nhotkeys = [{keys = "F9"}, {keys = "Ctrl+Alt+space", job = "command"}]\n'
    settings = written(file, text).read()
    assert file.problems == ()
    assert settings.act.hotkeys == (Hotkey("F9"), Hotkey("Ctrl+Alt+space", Job.COMMAND))
    file.write(settings)
    assert file.read() == settings


def test_the_one_hotkey_of_former_versions_is_still_read(file: SettingsFile) -> None:
    settings = written(file, '[act]\nhotkey = "Pause"\n').read()
    assert file.problems == ()
    assert settings.act.hotkeys == (Hotkey("Pause"),)
    file.write(settings)
    text = file.path.read_text(encoding="utf-8")
    assert 'hotkeys = [{keys = "Pause"}]' in text
    assert "hotkey =" not in text


def test_a_language_model_is_switched_on_by_its_section(file: SettingsFile) -> None:
    section = 'is_on = true\nserver = "http://127.0.0.1:8080"\nvoice = ["piper", "--stdin"]\ntone_from = 1\n'
    settings = written(file, f"[consult]\n{section}").read()
    assert file.problems == ()
    assert settings.consult == ConsultSettings(
        is_on=True, server="http://127.0.0.1:8080", voice=("piper", "--stdin"), tone_from=1.0
    )
    assert not Settings().consult.is_on
