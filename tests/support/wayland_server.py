"""A private headless sway, and real windows on it.

    with WaylandServer() as server, WaylandField("foot", server) as field:
        field.focus()

sway refuses to run as root, so there it runs as `nobody`; its clients may still be root.
Needs the Debian packages `sway foot`, and `xwayland` where programs of X11 are to be shown, too.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from tests.support.targets.field import HERE, TextField
from tests.support.waiting import wait_until

PROGRAMS = ("sway", "swaymsg", "foot")
START = 60.0
CONF = "output HEADLESS-1 resolution 1280x720\ndefault_border none\nfocus_follows_mouse no\n"
LET_IN = """
import os, socket, struct, sys
path, owner = sys.argv[1:]
os.setgid(int(owner))
os.setuid(int(owner))
server = socket.socket(socket.AF_UNIX)
server.connect(path)
server.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
status, _, _, rest = struct.unpack("<BxHHH", server.recv(8, socket.MSG_WAITALL))
server.recv(4 * rest, socket.MSG_WAITALL)
address = b"localuser\\0root"  # ChangeHosts, then GetInputFocus, which is answered
server.sendall(struct.pack("<BBHBxH", 109, 0, 2 + (len(address) + 3) // 4, 5, len(address)))
server.sendall(address.ljust((len(address) + 3) // 4 * 4, b"\\0") + struct.pack("<BxH", 43, 1))
sys.exit(0 if status == 1 and server.recv(1) == b"\\1" else "XWayland let nobody in")
"""
"""A program: XWayland lets in only whom it runs as, and who is let in may let in others."""


def missing_programs(*more: str) -> str | None:
    """Return a reason to skip where a compositor cannot be had here."""
    missing = [program for program in (*PROGRAMS, *more) if shutil.which(program) is None]
    if not missing and os.geteuid() == 0 and shutil.which("setpriv") is None:
        missing = ["setpriv"]
    return f"needs {', '.join(missing)}: apt install sway foot" if missing else None


class WaylandServer:
    """A sway of its own in a runtime folder of its own."""

    def __init__(self, *, with_x11: bool = False) -> None:
        self._has_x11 = with_x11
        self.x11_name = ""
        """DISPLAY of its XWayland, where there is one."""
        self.folder = Path(tempfile.mkdtemp(prefix="sway-"))
        self.folder.chmod(0o700)
        self._process: subprocess.Popen[bytes] | None = None
        self.name = "wayland-1"

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables that make a process show its windows here."""
        return {
            "XDG_RUNTIME_DIR": str(self.folder),
            "WAYLAND_DISPLAY": self.name,
            "QT_QPA_PLATFORM": "wayland",
            "GDK_BACKEND": "wayland",
        }

    def apply(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make this very process use the compositor until the test ends."""
        monkeypatch.delenv("DISPLAY", raising=False)
        for name in ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY"):
            monkeypatch.setenv(name, self.environment[name])

    def __enter__(self) -> Self:
        config = self.folder / "config"
        config.write_text(f"{CONF}xwayland {'force' if self._has_x11 else 'disable'}\n")
        command = ["sway", "-c", str(config)]
        if os.geteuid() == 0:
            for path in (self.folder, config):
                shutil.chown(path, "nobody", "nogroup")
            command = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", *command]
        environment = {
            name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        environment |= {
            "XDG_RUNTIME_DIR": str(self.folder),
            "HOME": str(self.folder),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
            "SWAYSOCK": str(self.folder / "sway.sock"),
        }
        log = (self.folder / "log").open("wb")
        with log:
            self._process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            wait_until(lambda: list(self.folder.glob("wayland-?")), "sway", START)
            self.name = next(iter(sorted(self.folder.glob("wayland-?")))).name
            wait_until(lambda: self._ask("-t", "get_version").returncode == 0, "sway to answer", START)
            if self._has_x11:
                self._open_x11()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def kill(self) -> None:
        """Let the compositor die as by a crash."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        """End it and remove its folder. May be called twice."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def find_window(self, title: str) -> int | None:
        """Return sway's number of the window with this title."""
        return next((each["id"] for each in self._windows() if each["name"] == title), None)

    def focus(self, title: str) -> None:
        """Give a window the keyboard, and wait until it has it."""
        self._ask(f'[title="^{title}$"] focus')
        wait_until(lambda: self.focused() == title, "the focus")

    def focused(self) -> str | None:
        """Return the title of the window that has the keyboard."""
        return next((each["name"] for each in self._windows() if each["focused"]), None)

    def place(self, title: str) -> tuple[int, int, int, int]:
        """Return x, y, width and height of the window with this title, in pixels of the screen."""
        shape = next(each["rect"] for each in self._windows() if each["name"] == title)
        return shape["x"], shape["y"], shape["width"], shape["height"]

    def look(self, box: tuple[int, int, int, int]) -> bytes:
        """Return the pixels of a part of the screen, three bytes each."""
        x, y, width, height = box
        done = subprocess.run(
            ["grim", "-t", "ppm", "-g", f"{x},{y} {width}x{height}", "-"],
            env={**os.environ, **self.environment},
            capture_output=True,
            check=True,
            timeout=START,
        )
        return done.stdout[-3 * width * height :]

    def _open_x11(self) -> None:
        """Find XWayland, and let this user in."""
        told = self.folder / "display"
        self._ask("exec", f"echo $DISPLAY > {told}.new && mv {told}.new {told}")
        wait_until(told.exists, "XWayland", START)
        self.x11_name = told.read_text().strip()
        if os.geteuid() == 0:
            owner = str(self.folder.stat().st_uid)
            place = f"/tmp/.X11-unix/X{self.x11_name.removeprefix(':')}"
            subprocess.run([sys.executable, "-c", LET_IN, place, owner], check=True, timeout=START)

    def _windows(self) -> list[dict[str, Any]]:
        answer = self._ask("-t", "get_tree").stdout
        return list(_leaves(json.loads(answer))) if answer else []

    def _ask(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "SWAYSOCK": str(self.folder / "sway.sock")}
        return subprocess.run(
            ["swaymsg", "-r", *command],
            env=environment,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )


def _leaves(node: dict[str, Any]) -> list[dict[str, Any]]:
    inner = [*node.get("nodes", []), *node.get("floating_nodes", [])]
    if not inner:
        return [node] if node.get("pid") else []
    return [leaf for each in inner for leaf in _leaves(each)]


class WaylandField(TextField):
    """A window of a kind on a compositor: foot, qt or gtk."""

    def __init__(self, kind: str, server: WaylandServer) -> None:
        """Prepare a window; `with` shows it."""
        super().__init__(kind, server)  # type: ignore[arg-type]  # asked for an environment and windows alone
        self._wayland = server

    @property
    def is_terminal(self) -> bool:
        """True where line breaks arrive as carriage returns."""
        return self._kind == "foot"

    @property
    def title(self) -> str:
        """What its title bar says."""
        return self._title

    def focus(self) -> None:
        """Give it the keyboard."""
        self._wayland.focus(self._title)

    def __enter__(self) -> Self:
        """Show the window and wait until it takes text."""
        environment = {**os.environ, **self._wayland.environment, "NO_AT_BRIDGE": "1"}
        environment.pop("DISPLAY", None)
        environment.setdefault("LC_ALL", "C.UTF-8")
        self._process = subprocess.Popen(
            self._command(), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_until(lambda: self._wayland.find_window(self._title), f"{self._title} shown", START)
            wait_until(self._file.exists, f"{self._title} ready", START)
        except BaseException:
            self.close()
            raise
        return self

    def _command(self) -> list[str]:
        if self._kind == "foot":
            reader = [sys.executable, "-S", "-E", str(HERE / "raw_reader.py"), str(self._file)]
            return ["foot", "-T", self._title, "-o", "locked-title=yes", *reader]
        return super()._command()
