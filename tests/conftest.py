"""What every test gets: a home of its own, no desktop of the user's, and silence in the log."""

import gc
import logging
import os
import re
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ExpectLog = Callable[[str], None]

# A shell that starts tests in the background lets them ignore Ctrl+C, and so would every program they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("house", deadline=None)  # machines are shared; no test asserts time tightly
settings.load_profile("house")


def pytest_collection_finish() -> None:
    """Spare the garbage collector what stays: five thousand tests. It is asked after each of a window."""
    gc.collect()
    gc.freeze()


class RecordingLog(logging.Handler):
    """Remembers every record of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[ExpectLog]:
    """Fail the test on a log record >= WARNING, unless `expect_log("regular expression")` announced it.

    What was announced has to come.
    """
    log = RecordingLog()
    expected: list[str] = []
    root = logging.getLogger()
    root.addHandler(log)
    yield expected.append
    root.removeHandler(log)
    surprising = [line for line in log.messages if not any(re.search(each, line) for each in expected)]
    missing = [each for each in expected if not any(re.search(each, line) for line in log.messages)]
    if surprising:
        pytest.fail("unexpected in the log:\n" + "\n".join(surprising))
    if missing:
        pytest.fail("never came into the log: " + ", ".join(missing))


@pytest.fixture(autouse=True, scope="session")
def _own_home() -> Iterator[None]:
    """Keep every test, and every program it starts, away from the user's files and windows."""
    home = Path(tempfile.mkdtemp(prefix="assistant-"))  # short: paths of sockets hold 107 bytes
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(f"XDG_{name}", str(folder))
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS"):
            patch.delenv(name, raising=False)
        yield
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of recordings that are too big for the repository."""
    place = os.environ.get("ASSISTANT_TEST_DATA")
    if not place:
        pytest.skip("ASSISTANT_TEST_DATA names no folder of recordings")
    folder = Path(place)
    if not (folder / "speech").is_dir():
        pytest.skip(f"ASSISTANT_TEST_DATA has no speech/ in it: {folder}")
    return folder
