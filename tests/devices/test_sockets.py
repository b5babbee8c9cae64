"""Law 10 in these rooms: what is kept on disk opens no socket, and the helper would see one."""

import socket
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.history import SqliteHistory
from assistant.devices.journal import DiskJournal
from assistant.devices.places import places
from assistant.devices.settings_file import SettingsFile
from assistant.values.audio import Segment, read_only
from assistant.values.settings import Settings
from tests.fakes.sockets import RecordingSockets, internet_sockets


def test_keeping_things_opens_no_socket(tmp_path: Path) -> None:
    sockets = RecordingSockets()
    before = internet_sockets()
    with sockets.watch():
        places()
        SettingsFile(tmp_path / "settings.toml").write(Settings())
        history = SqliteHistory(tmp_path / "history.sqlite")
        history.last_kept()
        history.close()
        journal = DiskJournal(tmp_path / "journal")
        journal.append(Segment(1, 0, read_only(np.arange(3)), is_cut=False))
        journal.close()
    assert sockets.opened == []
    assert internet_sockets() == before


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_would_be_seen(family: socket.AddressFamily) -> None:
    sockets = RecordingSockets()
    before = internet_sockets()
    with sockets.watch(), socket.socket(family, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1" if family is socket.AF_INET else "::1", 0))
        assert len(internet_sockets()) == len(before) + 1
    assert len(sockets.opened) == 1
