"""Hotkeys from the keyboards' own device files, on any desktop and console: only where the user asked for it.

Whoever may read these files can read every key of every program, passwords too, so this is off until a
setting says otherwise, and the right to read them is never taken but has to be given. Nothing is grabbed or
written: programs get the key too. Formats as in linux/input.h.
"""

import fcntl
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from time import monotonic

from assistant.devices.desktop.chords import KeyTable
from assistant.devices.desktop.presses import Code
from assistant.devices.desktop.scan_codes import COMMON
from assistant.devices.desktop.system_keys import Take
from assistant.errors import HotkeyError

FOLDER = Path("/dev/input")
EVENT = struct.Struct("llHHi")
"""Seconds, microseconds, type, code, value."""
KEY_EVENT = 1
UP, DOWN = 0, 1
"""Values of a key's event; 2 is a repetition."""
STATE_BYTES = 96
READ_STATE = 2 << 30 | STATE_BYTES << 16 | ord("E") << 8 | 0x18
"""EVIOCGKEY: one bit for each key that is down."""
LOOK_FOR_NEW = 1.0
"""Seconds between looks for keyboards that were plugged in."""

TABLE = KeyTable(
    {
        **COMMON,
        **{f"F{number}": 170 + number for number in range(13, 25)},
        "Control_L": 29,
        "Control_R": 97,
        "Alt_L": 56,
        "Alt_R": 100,
        "ISO_Level3_Shift": 100,
        "Super_L": 125,
        "Super_R": 126,
        "Pause": 119,
        "Insert": 110,
        "Menu": 127,
        "Button8": 0x113,
        "Button9": 0x114,
    }
)
FORBIDDEN = (
    "The keyboards' device files can't be read. Give yourself the right (`sudo usermod -aG input $USER`, "
    "then log in again), knowing that every program of yours can then read every key; or bind "
    "`assistant press` and `assistant release` to a key of the desktop instead, which needs no rights."
)


@dataclass(slots=True)
class _Device:
    path: Path
    file: int
    down: set[int] = field(default_factory=set)


class EvdevKeyboard:
    """Implements SystemKeyboard for every input device that may be read."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read the device files in `folder`."""
        self._folder = folder
        self._devices: dict[Path, _Device] = {}
        self._take: Take | None = None
        self._look_at = 0.0

    @property
    def table(self) -> KeyTable:
        """What the keys are called."""
        return TABLE

    def open(self, take: Take) -> None:
        """Begin to read. Raises HotkeyError where no device may be read."""
        self._take = take
        self._look_for_devices()
        if not self._devices:
            raise HotkeyError(FORBIDDEN)

    def step(self, seconds: float) -> None:
        """Read for at most so long, and take in what was plugged in or out."""
        if monotonic() >= self._look_at:
            self._look_for_devices()
        files = {device.file: device for device in self._devices.values()}
        ready, _, _ = select(list(files), [], [], seconds)
        for file in ready:
            self._read(files[file])

    def is_down(self, code: Code) -> bool:
        """Return whether a key is down on any of the keyboards."""
        return any(code in self._state(device) for device in self._devices.values())

    def close(self) -> None:
        """Close every file. May be called twice."""
        for device in self._devices.values():
            os.close(device.file)
        self._devices.clear()

    def _look_for_devices(self) -> None:
        self._look_at = monotonic() + LOOK_FOR_NEW
        for path in sorted(self._folder.glob("event*")):
            if path not in self._devices:
                try:
                    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
                except OSError:
                    continue  # not for us, or gone again
                self._devices[path] = _Device(path, file)

    def _read(self, device: _Device) -> None:
        try:
            read = os.read(device.file, EVENT.size * 64)
        except BlockingIOError:
            return
        except OSError:
            read = b""
        if not read:  # unplugged: what was down on it will be found up
            os.close(device.file)
            del self._devices[device.path]
            return
        for code, value in _keys(read):
            if value == UP:
                device.down.discard(code)
            else:
                device.down.add(code)
            if self._take is not None and value in {UP, DOWN}:
                self._take(code, monotonic(), value == DOWN)

    def _state(self, device: _Device) -> set[int]:
        """Return what is down on one device: as the kernel says, or else as was read."""
        bits = bytearray(STATE_BYTES)
        try:
            fcntl.ioctl(device.file, READ_STATE, bits)
        except OSError:
            return device.down
        return {index * 8 + bit for index, byte in enumerate(bits) for bit in range(8) if byte >> bit & 1}


def _keys(read: bytes) -> Iterator[tuple[int, int]]:
    whole = len(read) // EVENT.size * EVENT.size
    for _, _, kind, code, value in EVENT.iter_unpack(read[:whole]):
        if kind == KEY_EVENT:
            yield code, value
