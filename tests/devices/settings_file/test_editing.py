"""Changing a file that people wrote: whatever is not the setting itself stays, to the letter."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.devices.settings_file import SettingsFile
from assistant.devices.settings_file.keys import default_of, value_of
from assistant.errors import SettingsError
from assistant.values.settings import Ending, Hotkey, Profile, Settings

BY_HAND = """\
# My settings, do not touch
future = [1, 2]          # of a later version

[hear]                   # ears
vad_mode = 3             # the fan is loud
# pre_roll_ms = 300      # thought about it
ears = {left = true}

[later]                  # unknown section
x = '''
# pre_roll_ms = 1
[hear]
'''

[[profiles]]             # terminals
match = "xterm"          # mine
future = 1
ending = "drop"

[[profiles]]             # chat
match = "Slack"
"""
COMMENTS = (
    *("# My settings, do not touch", "# of a later version", "# ears", "# the fan is loud"),
    *("# thought about it", "# unknown section", "# terminals", "# mine", "# chat"),
)

VALUES: dict[str, st.SearchStrategy[object]] = {
    "mode": st.sampled_from(["hands_free", "command"]),
    "hear.vad_mode": st.sampled_from([0, 1, 3]),
    "hear.pre_roll_ms": st.integers(0, 299),
    "hear.microphone": st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8),
    "recognize.languages": st.lists(st.sampled_from(["zh", "en"]), min_size=1).map(tuple),
    "recognize.demo_confidence": st.floats(0, 0.5),
    "keep.history_days": st.integers(1, 99),
    "act.hotkeys": st.just((Hotkey("F9"), Hotkey("Ctrl+Alt+space"))),
    "commands.dangerous": st.just(True),
    "look.overlay": st.sampled_from(["on", "off"]),
}
DEEDS = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(lambda key: st.tuples(st.just(key), st.none() | VALUES[key])),
    max_size=12,
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.toml")


@given(
    deeds=DEEDS,
    start=st.sampled_from(["", BY_HAND, "[hear]\n", "hear.vad_mode = 1\nlook = {overlay = 'off'}"]),
)
@settings(max_examples=60, deadline=None)
def test_comments_and_unknown_keys_survive_any_sequence_of_sets_and_resets(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, object]], start: str
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("settings") / "settings.toml")
    if start:
        file.path.write_text(start, encoding="utf-8")
    before, expected = file.read(), dict[str, object]()
    for key, value in deeds:
        if value is None:
            file.reset(key)
        else:
            file.set(key, value)
        expected[key] = default_of(key) if value is None else value
    after = file.read()
    assert file.problems == SettingsFile(file.path).problems or "of this version" in "".join(file.problems)
    for key in VALUES:
        assert value_of(after, key) == expected.get(key, value_of(before, key))
    if start == BY_HAND and deeds:
        text = file.path.read_text(encoding="utf-8")
        assert [comment for comment in COMMENTS if comment not in text] == []
        table, old = tomllib.loads(text), tomllib.loads(BY_HAND)
        assert (table["future"], table["later"], table["profiles"]) == (
            old["future"], old["later"], old["profiles"],
        )  # fmt: skip
        assert table["hear"]["ears"] == {"left": True}


def test_a_setting_takes_the_place_of_its_comment_and_gives_it_back(file: SettingsFile) -> None:
    file.set("hear.vad_mode", 3)
    text = file.path.read_text(encoding="utf-8")
    assert "\nvad_mode = 3\n" in text
    assert "# vad_mode" not in text
    file.set("hear.silero", False)
    file.reset("hear.silero")
    file.set("hear.vad_mode", 2)  # the default again is no choice
    assert "\n# vad_mode = 2\n" in file.path.read_text(encoding="utf-8")
    assert file.chosen() == frozenset()


def test_one_profile_changes_and_the_others_keep_their_comments_and_their_future(file: SettingsFile) -> None:
    file.path.write_text(BY_HAND, encoding="utf-8")
    xterm, slack = file.read().profiles
    file.set("profiles", (xterm, Profile("Slack", ending=Ending.KEEP), Profile("gedit", polish=True)))
    text = file.path.read_text(encoding="utf-8")
    assert [comment for comment in COMMENTS if comment not in text] == []
    assert tomllib.loads(text)["profiles"] == [
        {"match": "xterm", "future": 1, "ending": "drop"},
        {"match": "Slack", "ending": "keep"},
        {"match": "gedit", "polish": True},
    ]
    file.set("profiles", (slack,))
    text = file.path.read_text(encoding="utf-8")
    assert tomllib.loads(text)["profiles"] == [{"match": "Slack"}]
    assert "# chat" in text
    file.reset("profiles")
    assert file.read().profiles == ()


@pytest.mark.parametrize("key", ["hear.vad", "", "hear", "hear.vad_mode.x"])
def test_a_key_that_is_none_is_told_with_what_was_meant(file: SettingsFile, key: str) -> None:
    with pytest.raises(SettingsError, match="There is no setting called") as caught:
        file.set(key, 1)
    assert key != "hear.vad" or "hear.vad_mode" in str(caught.value)


def test_a_value_that_makes_no_sense_changes_nothing(file: SettingsFile) -> None:
    file.set("hear.vad_mode", 3)
    before = file.path.read_bytes()
    with pytest.raises(SettingsError, match=r"^hear.vad_mode has to be one of 0, 1, 2, 3\.$"):
        file.set("hear.vad_mode", 7)
    assert file.path.read_bytes() == before


def test_a_bad_file_is_kept_and_the_change_goes_on_from_the_last_good_one(file: SettingsFile) -> None:
    file.path.write_text("[hear]\nvad_mode = 3  # loud\n", encoding="utf-8")
    file.read()
    file.path.write_text("[hear\nvad_mode = ", encoding="utf-8")
    assert file.read().hear.vad_mode == 3
    assert not file.is_readable
    assert file.unreadable.read_text(encoding="utf-8") == "[hear\nvad_mode = "
    file.set("hear.silero", False)
    assert file.read().hear.vad_mode == 3
    assert not file.read().hear.silero
    assert "# loud" in file.path.read_text(encoding="utf-8")
    assert file.unreadable.read_text(encoding="utf-8") == "[hear\nvad_mode = "


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x = '" + b"a" * (11 << 20) + b"'", "larger than settings can be"),
        (b"x = " + b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
        (b"\xff\xfe\x00m", "can't decode"),
        (b"mode = 'a'\nmode = 'b'", "overwrite"),
    ],
)
def test_huge_deep_and_broken_files_start_with_defaults_and_a_sentence(
    file: SettingsFile, content: bytes, why: str
) -> None:
    file.path.write_bytes(content)
    assert file.read() == Settings()
    assert len(file.problems) == 1
    assert why in file.problems[0]
    assert file.unreadable.read_bytes() == content[: 1 << 20]


@given(st.binary(max_size=200))
@settings(max_examples=50, deadline=None)
def test_no_content_keeps_the_assistant_from_starting(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("any") / "settings.toml")
    file.path.write_bytes(content)
    file.read()
    file.set("hear.vad_mode", 3)
    assert file.read().hear.vad_mode == 3


def test_a_file_of_a_newer_schema_is_read_as_far_as_it_is_known_and_its_number_stays(
    file: SettingsFile,
) -> None:
    file.path.write_text("schema = 9\n[hear]\nvad_mode = 1\n", encoding="utf-8")
    assert file.read().hear.vad_mode == 1
    assert "newer version (schema 9)" in file.problems[0]
    file.set("hear.silero", False)
    assert tomllib.loads(file.path.read_text(encoding="utf-8"))["schema"] == 9


def test_an_older_file_is_brought_up_to_date_at_the_first_change_and_a_copy_stays(file: SettingsFile) -> None:
    old = '# keys\n[act]\nhotkey = "Pause"  # by the thumb\n'
    file.path.write_text(old, encoding="utf-8")
    file.set("hear.vad_mode", 3)
    text = file.path.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {
        "schema": 1, "act": {"hotkeys": [{"keys": "Pause"}]}, "hear": {"vad_mode": 3},
    }  # fmt: skip
    assert "# by the thumb" in text
    assert file.path.with_name("settings.toml.schema-0").read_text(encoding="utf-8") == old


def test_a_link_to_the_file_stays_a_link(file: SettingsFile, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "assistant.toml"
    real.parent.mkdir()
    real.write_text("# mine\n", encoding="utf-8")
    file.path.symlink_to(real)
    file.set("hear.vad_mode", 3)
    assert file.path.is_symlink()
    assert "vad_mode = 3" in real.read_text(encoding="utf-8")


def test_what_another_program_wrote_meanwhile_is_not_lost(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.set("hear.vad_mode", 3)
    others, calls = iter([True]), [True] * 99

    def beside(path: Path) -> tuple[int, int, int]:
        status = path.stat()
        if calls.pop() and next(others, False):
            SettingsFile(path).set("hear.silero", False)
        return status.st_mtime_ns, status.st_ino, status.st_size

    monkeypatch.setattr("assistant.devices.settings_file.file._stamp", beside)
    file.set("keep.history", False)
    monkeypatch.undo()
    found = file.read()
    assert (found.hear.vad_mode, found.hear.silero, found.keep.history) == (3, False, False)


def test_what_is_written_is_every_difference_and_nothing_else(file: SettingsFile) -> None:
    file.path.write_text(BY_HAND, encoding="utf-8")
    now = file.read()
    file.write(now)
    assert tomllib.loads(file.path.read_text(encoding="utf-8")) == {"schema": 1, **tomllib.loads(BY_HAND)}
    file.write(Settings())
    assert file.read() == Settings()
    assert "# the fan is loud" in file.path.read_text(encoding="utf-8")
