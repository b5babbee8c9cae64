"""A session of the RemoteDesktop and Clipboard portals: keys and the clipboard on GNOME and KDE.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.RemoteDesktop.html
https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Clipboard.html

The user agrees once, in a window of the desktop; a token that works once lets the next session begin without
asking. It is kept like a secret. One thread owns a session.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from select import select
from time import monotonic
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message

from assistant.devices.desktop.dbus.bus import Bus, field
from assistant.devices.places import private_folder
from assistant.errors import BusError

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REMOTE, CLIPBOARD = "org.freedesktop.portal.RemoteDesktop", "org.freedesktop.portal.Clipboard"
REQUEST, SESSION = "org.freedesktop.portal.Request", "org.freedesktop.portal.Session"
KEYBOARD, UNTIL_REVOKED = 1, 2
CONSENT = 120.0
"""Seconds that the user may take to agree."""
SLOW = 5.0
"""Seconds that who asked for the clipboard may leave it unread, or its owner may be silent."""
LARGEST = 64 << 20
SHIFT, CONTROL, LETTER_V = 0xFFE1, 0xFFE3, 0x76

Content = Mapping[str, bytes]


class PortalSession:
    """One session, from the user's consent to its end."""

    def __init__(self, bus: Bus, token: Path) -> None:
        """Ask for a session on `bus`; the secret of the next one goes to `token`. Raises BusError."""
        self._bus = bus
        self._token = token
        self._requests = 0
        self.is_open = True
        self.owned: Content = {}
        """What we have put on the clipboard, as long as it is ours."""
        self.asked: list[float] = []
        """When each format of text was handed over (time.monotonic)."""
        self._offered: tuple[str, ...] = ()
        for interface in (REMOTE, CLIPBOARD, REQUEST, SESSION):
            bus.watch(MatchRule(type="signal", interface=interface))
        handle = {"session_handle_token": ("s", f"assistant{os.getpid()}")}
        self._path = str(self._request("CreateSession", "a{sv}", (handle,))["session_handle"][1])
        self._begin()

    def press(self, *keysyms: int) -> None:
        """Press a chord and let it go, after a tap of Shift: the first key of a session is swallowed."""
        for chord in ((SHIFT,), keysyms):
            for each in chord:
                self._key(each, is_press=True)
            for each in reversed(chord):
                self._key(each, is_press=False)

    def put(self, content: Content) -> None:
        """Offer `content` on the clipboard. Raises BusError."""
        self.owned, self.asked = content, []
        options = {"mime_types": ("as", list(content))}
        self._bus.call(_at(CLIPBOARD), "SetSelection", "oa{sv}", self._path, options)

    def save(self) -> Content | None:
        """Return what another program has on the clipboard; None where not all of it can be had."""
        if self.owned:
            return self.owned
        found: dict[str, bytes] = {}
        for kind in self._offered:
            try:
                (file,) = self._bus.call(_at(CLIPBOARD), "SelectionRead", "os", self._path, kind)
                content = _read(file.to_raw_fd())
            except BusError:
                content = None
            if content is None:
                return None
            found[kind] = content
        return found

    def follow(self, timeout: float) -> None:
        """Answer whoever asks for the clipboard, waiting at most `timeout` seconds. Raises BusError."""
        for message in self._bus.next_signal(timeout):
            self._take(message)

    def close(self) -> None:
        """End the session."""
        self.is_open = False
        with suppress(BusError):
            self._bus.call(DBusAddress(self._path, NAME, SESSION), "Close")

    def _begin(self) -> None:
        wishes: dict[str, Any] = {"types": ("u", KEYBOARD), "persist_mode": ("u", UNTIL_REVOKED)}
        with suppress(OSError):
            wishes["restore_token"] = ("s", self._token.read_text(encoding="ascii"))
        self._request("SelectDevices", "oa{sv}", (self._path, wishes))
        self._bus.call(_at(CLIPBOARD), "RequestClipboard", "oa{sv}", self._path, {})
        results = self._request("Start", "osa{sv}", (self._path, "", {}))
        if "restore_token" in results:
            _keep(self._token, str(results["restore_token"][1]))
        if not results.get("clipboard_enabled", ("b", False))[1]:
            raise BusError("The desktop's portal gives no clipboard to this session.")

    def _request(self, method: str, signature: str, body: tuple[Any, ...]) -> dict[str, tuple[str, Any]]:
        """Make a request and wait for the user's answer. Raises BusError for a no."""
        self._requests += 1
        token = f"assistant{os.getpid()}_{self._requests}"
        path = f"{PATH}/request/{self._bus.name[1:].replace('.', '_')}/{token}"
        options = {**body[-1], "handle_token": ("s", token)}
        self._bus.call(_at(REMOTE), method, signature, *body[:-1], options)
        deadline = monotonic() + CONSENT
        while (left := deadline - monotonic()) > 0:
            for message in self._bus.next_signal(left):
                if (
                    field(message, HeaderFields.member) == "Response"
                    and field(message, HeaderFields.path) == path
                ):
                    code, results = message.body
                    if code:
                        raise BusError("The desktop was not allowed to let us type.")
                    return dict(results)
                self._take(message)
        raise BusError("Nobody answered whether the assistant may type.")

    def _key(self, keysym: int, *, is_press: bool) -> None:
        self._bus.call(_at(REMOTE), "NotifyKeyboardKeysym", "oa{sv}iu", self._path, {}, keysym, int(is_press))

    def _take(self, message: Message) -> None:
        match field(message, HeaderFields.member), message.body:
            case "SelectionTransfer", (str(session), str(kind), int(serial)) if session == self._path:
                self._hand_over(kind, serial)
            case "SelectionOwnerChanged", (str(session), dict(options)) if session == self._path:
                if not options.get("session_is_owner", ("b", False))[1]:
                    self.owned = {}
                    self._offered = _kinds(options.get("mime_types"))
            case "Closed", _ if field(message, HeaderFields.path) == self._path:
                self.is_open = False
            case _:
                pass

    def _hand_over(self, kind: str, serial: int) -> None:
        begun = monotonic()
        (file,) = self._bus.call(_at(CLIPBOARD), "SelectionWrite", "ou", self._path, serial)
        is_done = kind in self.owned and _write(file.to_raw_fd(), self.owned[kind])
        self._bus.call(_at(CLIPBOARD), "SelectionWriteDone", "oub", self._path, serial, is_done)
        if is_done:
            self.asked.append(begun)


def _at(interface: str) -> DBusAddress:
    return DBusAddress(PATH, NAME, interface)


def _kinds(variant: Any) -> tuple[str, ...]:  # noqa: ANN401 - portals wrap the list once or twice
    while isinstance(variant, tuple) and len(variant) == 2 and isinstance(variant[0], str):  # noqa: PLR2004 - signature and value
        variant = variant[1]
    if isinstance(variant, tuple):
        (variant,) = variant
    return tuple(variant or ())


def _keep(path: Path, secret: str) -> None:
    """Write a secret for the next session; without it the user is asked again, which is no more."""
    with suppress(OSError):
        private_folder(path.parent)
        path.touch(mode=0o600)
        path.write_text(secret, encoding="ascii")


def _write(file: int, content: bytes) -> bool:
    """Write into a pipe as fast as it is read; False where its reader went away or stalled."""
    os.set_blocking(file, False)
    rest = memoryview(content)
    try:
        while rest and select([], [file], [], SLOW)[1]:
            rest = rest[os.write(file, rest) :]
    except OSError:
        return False
    finally:
        os.close(file)
    return not rest


def _read(file: int) -> bytes | None:
    """Read a pipe to its end; None where its writer is silent, or there is too much."""
    parts: list[bytes] = []
    try:
        while sum(map(len, parts)) <= LARGEST and select([file], [], [], SLOW)[0]:
            part = os.read(file, 1 << 16)
            if not part:
                return b"".join(parts)
            parts.append(part)
    finally:
        os.close(file)
    return None
