"""The journal on disk: kills, full disks, other runs, bounds, privacy."""

import resource
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.devices.journal import DiskJournal
from assistant.values.audio import Samples, Segment, Trigger, Utterance, read_only

PIECE = 3200


def ramp(start: int, stop: int) -> Samples:
    """Audio that tells where it is from."""
    return read_only((np.arange(start, stop) % 30_000).astype(np.int16))


def spoken(journal: DiskJournal, number: int = 1, pieces: int = 3) -> Utterance:
    for at in range(0, pieces * PIECE, PIECE):
        journal.append(Segment(number, at, ramp(at, at + PIECE), is_cut=False))
    return Utterance(number, 0, ramp(0, pieces * PIECE), Trigger.PUSH_TO_TALK)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal"


@pytest.fixture
def journal(folder: Path) -> Iterator[DiskJournal]:
    journal = DiskJournal(folder)
    yield journal
    journal.close()


def recordings(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.wav"))


DICTATE_FOREVER = """
    import sys
    from pathlib import Path
    import numpy as np
    from assistant.devices.journal import DiskJournal
    from assistant.values.audio import Segment, Trigger, Utterance, read_only

    journal = DiskJournal(Path(sys.argv[1]))
    print(journal.run, flush=True)
    position = 0
    while True:
        piece = read_only((np.arange(position, position + 333) % 30_000).astype(np.int16))
        journal.append(Segment(5, position, piece, is_cut=False))
        position += 333
        print(position, flush=True)
"""


@contextmanager
def dictating(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run another assistant that dictates without end and tells what it has handed over."""
    command = [sys.executable, "-c", textwrap.dedent(DICTATE_FOREVER), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        try:
            yield child
        finally:
            child.kill()


def test_a_kill_loses_nothing_that_was_appended(folder: Path) -> None:
    with dictating(folder) as child:
        assert child.stdout is not None
        run = child.stdout.readline().strip()
        told = [int(child.stdout.readline()) for _ in range(40)]
        child.send_signal(signal.SIGKILL)
        told += [int(line) for line in child.stdout.read().split("\n")[:-1]]
    (entry,) = DiskJournal(folder).pending()
    samples = entry.samples()
    assert (entry.run, entry.number) == (run, 5)
    assert len(samples) >= told[-1]
    assert np.array_equal(samples, ramp(0, len(samples)))
    assert entry.seconds == len(samples) / 16_000
    read, rate = soundfile.read(entry.path, dtype="int16")
    assert rate == 16_000
    assert np.array_equal(read, samples)


def test_a_run_that_still_lives_is_left_alone(folder: Path) -> None:
    with dictating(folder) as child:
        assert child.stdout is not None
        for _ in range(5):
            child.stdout.readline()
        ours = DiskJournal(folder, largest=0)
        assert ours.pending() == ()
        assert len(recordings(folder)) == 1
        child.kill()
        child.wait()
        assert len(ours.pending()) == 1
        ours.close()


def test_a_half_written_file_is_whole_for_every_reader(journal: DiskJournal, folder: Path) -> None:
    spoken(journal)
    (path,) = recordings(folder)
    with path.open("ab") as torn:
        torn.write(b"\x07")  # half a sample, as a full disk leaves it
    read, rate = soundfile.read(path, dtype="int16")
    assert (len(read), rate) == (3 * PIECE, 16_000)
    (entry,) = journal._entries()
    assert np.array_equal(entry.samples(), ramp(0, 3 * PIECE))


def test_a_complete_file_tells_its_true_length(journal: DiskJournal, folder: Path) -> None:
    utterance = spoken(journal)
    journal.complete(utterance)
    (path,) = recordings(folder)
    assert soundfile.info(path).frames == len(utterance.samples)
    header = path.read_bytes()[:44]
    assert int.from_bytes(header[4:8], "little") == path.stat().st_size - 8
    assert int.from_bytes(header[40:44], "little") == path.stat().st_size - 44


def test_nothing_of_our_own_run_is_pending(journal: DiskJournal) -> None:
    journal.complete(spoken(journal))
    assert journal.pending() == ()


def test_the_next_run_finds_what_was_not_delivered_in_order(folder: Path) -> None:
    first = DiskJournal(folder)
    for number in (1, 2, 3):
        first.complete(spoken(first, number))
    first.drop(2)
    first.close()
    second = DiskJournal(folder)
    left = second.pending()
    assert [entry.number for entry in left] == [1, 3]
    second.forget(left[0])
    assert [entry.number for entry in second.pending()] == [3]
    second.close()


def test_delivered_audio_that_is_kept_is_never_pending(folder: Path) -> None:
    first = DiskJournal(folder)
    first.complete(spoken(first))
    first.keep(1)
    first.close()
    assert DiskJournal(folder).pending() == ()
    assert len(recordings(folder)) == 1


def test_nobody_else_can_read_it(journal: DiskJournal, folder: Path) -> None:
    spoken(journal)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_a_segment_that_does_not_abut_is_put_right_at_the_end(journal: DiskJournal) -> None:
    journal.append(Segment(1, 0, ramp(0, 100), is_cut=False))
    journal.append(Segment(1, 200, ramp(200, 300), is_cut=False))
    journal.complete(Utterance(1, 0, ramp(0, 300), Trigger.PUSH_TO_TALK))
    (entry,) = journal._entries()
    assert np.array_equal(entry.samples(), ramp(0, 300))


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes: to the writer it is a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_full_disk_is_told_and_what_was_written_stays(journal: DiskJournal, folder: Path) -> None:
    with disk_of(44 + 5001), pytest.raises(OSError, match=r"."):
        spoken(journal)
    (entry,) = journal._entries()
    assert np.array_equal(entry.samples(), ramp(0, 2500))
    journal.complete(Utterance(1, 0, ramp(0, 3 * PIECE), Trigger.PUSH_TO_TALK))  # there is room again
    assert np.array_equal(entry.samples(), ramp(0, 3 * PIECE))
    assert sorted(path.suffix for path in folder.iterdir()) == [".run", ".wav"]


def test_a_disk_too_full_for_a_header_leaves_no_file(journal: DiskJournal, folder: Path) -> None:
    with disk_of(10), pytest.raises(OSError, match=r"."):
        spoken(journal)
    assert recordings(folder) == []
    journal.drop(1)


def test_the_oldest_recordings_make_room(folder: Path) -> None:
    first = DiskJournal(folder)
    for number in range(1, 6):
        first.complete(spoken(first, number))
    first.close()
    size = recordings(folder)[0].stat().st_size
    second = DiskJournal(folder, largest=2 * size)
    assert [entry.number for entry in second.pending()] == [4, 5]
    spoken(second, 9)
    assert [path.name[-10:-4] for path in recordings(folder) if second.run in path.name] == ["000009"]
    second.close()


def test_what_is_too_old_goes(folder: Path) -> None:
    first = DiskJournal(folder)
    first.complete(spoken(first))
    first.close()
    (path,) = recordings(folder)
    path.rename(path.with_name("20200101T000000Z" + path.name[16:]))
    assert len(DiskJournal(folder, oldest=timedelta(days=100_000)).pending()) == 1
    assert DiskJournal(folder).pending() == ()


def test_an_utterance_still_being_spoken_is_never_tidied_away(folder: Path) -> None:
    journal = DiskJournal(folder, largest=0, oldest=timedelta(0))
    spoken(journal, 1)
    spoken(journal, 2)
    assert len(recordings(folder)) == 2
    journal.close()


def test_remains_of_dead_runs_are_swept(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "20260101T000000Z-0123abcd-000001.part").write_bytes(b"half")
    (folder / "0123abcd.run").touch()
    DiskJournal(folder).close()
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_had_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        DiskJournal(tmp_path / "file" / "journal")


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_it_keeps_no_file_open(folder: Path) -> None:
    journal = DiskJournal(folder)
    before = open_files()
    for number in range(1, 20):
        utterance = spoken(journal, number)
        if number % 2:
            journal.complete(utterance)
        journal.drop(number)
    spoken(journal, 99)
    journal.close()
    journal.close()
    assert open_files() == before - 1  # the lease is given back
    assert [path.name[-10:] for path in folder.iterdir()] == ["000099.wav"]
