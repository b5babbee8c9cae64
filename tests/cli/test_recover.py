"""What a kill left behind is listed, written down, typed and deleted."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.devices.audio_file import AudioFile
from assistant.devices.journal import DiskJournal
from assistant.devices.places import resources
from assistant.values.audio import Samples, Segment


def leave_behind(folder: Path, samples: Samples) -> None:
    """Write a recording as an assistant does that is killed before its text is delivered."""
    journal = DiskJournal(folder)
    journal.append(Segment(1, 0, samples, is_cut=False))
    journal.close()


def recover(home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", "recover", *options],
        env={**os.environ, "ASSISTANT_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "state" / "journal"
    recordings = sorted((resources() / "recordings").glob("*.flac"))
    leave_behind(folder, AudioFile.read(recordings[0]))
    return tmp_path


def test_an_empty_home_has_nothing_to_recover(tmp_path: Path) -> None:
    done = recover(tmp_path)
    assert (done.returncode, done.stdout) == (0, "Nothing was left undelivered.\n")
    assert not (tmp_path / "state").exists()


def test_a_recording_is_listed_written_down_once_and_gone(home: Path) -> None:
    (row,) = json.loads(recover(home, "--json").stdout)
    assert row["seconds"] > 0.5
    assert Path(row["file"]).is_file()
    told = recover(home, "deliver", "--print")
    assert told.returncode == 0, told.stderr
    assert told.stdout.strip()
    assert json.loads(recover(home, "--json").stdout) == []
    assert not Path(row["file"]).exists()


def test_without_a_desktop_it_is_kept_and_told(home: Path) -> None:
    done = recover(home, "deliver")
    assert done.returncode == 1
    assert "--print" in done.stderr
    assert len(json.loads(recover(home, "--json").stdout)) == 1


def test_a_damaged_recording_stays_and_the_others_are_delivered(home: Path) -> None:
    folder = home / "state" / "journal"
    (whole,) = folder.glob("*.wav")
    damaged = whole.with_name(whole.name.replace("-000001", "-000002"))
    shutil.copyfile(whole, damaged)
    damaged.write_bytes(b"not a sound")
    done = recover(home, "deliver", "--print")
    assert done.returncode == 1
    assert done.stdout.strip()
    assert list(folder.glob("*.wav")) == [damaged]


def test_deleting_leaves_nothing(home: Path) -> None:
    done = recover(home, "delete")
    assert (done.returncode, done.stdout) == (0, "1 deleted.\n")
    assert list((home / "state" / "journal").glob("*.wav")) == []
