"""A private PulseAudio with a virtual microphone, so that audio tests hear through a real sound server.

    with SoundServer() as server:
        server.apply(monkeypatch)          # this process hears through it from now on
        server.play(samples)               # int16 at 16 kHz, or the path of a file paplay reads

The virtual microphone is the monitor of a null sink: whatever is played into the sink is what the
microphone hears. A process picks the server by `server.environment`, which must be in place before
PortAudio is initialised: at the import of sounddevice, or at the next refresh of its device list.
Needs the Debian packages `pulseaudio pulseaudio-utils libasound2-plugins libportaudio2`.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pytest
from numpy.typing import NDArray

RATE = 16_000
MICROPHONE = "vmic"
PROGRAMS = ("pulseaudio", "pactl", "parec", "paplay", "pacat")
PATIENCE = 20.0
"""Seconds that any of the programs may take; generous because the machine may be busy."""


def missing_programs() -> str | None:
    """Return a reason to skip where a sound server cannot be had here."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    return f"needs {', '.join(missing)}: apt install pulseaudio pulseaudio-utils" if missing else None


class SoundServer:
    """A PulseAudio of its own in a runtime folder of its own."""

    def __init__(self, hiss: float = 2.0) -> None:
        """Prepare; `hiss` is the RMS of the noise the microphone always hears (0: digital silence).

        A real microphone is never digitally silent, and the assistant takes exact zeros for a fault.
        """
        self._hiss = hiss
        self._folder = Path(tempfile.mkdtemp(prefix="sound-"))
        self._folder.chmod(0o700)
        self._server: subprocess.Popen[bytes] | None = None
        self._children: list[subprocess.Popen[bytes]] = []
        self._modules: dict[str, str] = {}

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables that make a process use this server and no other."""
        return {
            "XDG_RUNTIME_DIR": str(self._folder),
            "PULSE_SERVER": f"unix:{self._folder}/pulse/native",
            "PULSE_COOKIE": str(self._folder / "cookie"),
        }

    def apply(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make this very process use the server until the test ends."""
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)

    def start(self) -> None:
        """Start the server with one microphone, and wait until audio flows through it."""
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit"]
        command += ["--disable-shm=yes", "--log-target=null"]
        command += ["-L", "module-native-protocol-unix auth-anonymous=1"]
        self._server = self._spawn(command)
        deadline = time.monotonic() + PATIENCE
        while self._run("pactl", "info").returncode != 0:
            if time.monotonic() > deadline or self._server.poll() is not None:
                message = "PulseAudio did not come up"
                raise RuntimeError(message)
            time.sleep(0.02)
        self.add_microphone(MICROPHONE)

    def add_microphone(self, name: str = MICROPHONE, *, renders_ahead: bool = False) -> None:
        """Plug in a virtual microphone and make it the default source.

        One that renders two seconds ahead keeps whoever begins to listen waiting for them.
        """
        answer = self.pactl(
            "load-module",
            "module-null-sink",
            f"sink_name={name}",
            f"rate={RATE}",
            "channels=1",
            f"sink_properties=device.description={name}",
            "format=s16le",
            f"norewinds={0 if renders_ahead else 1}",
        )
        self._modules[name] = answer.strip()
        self.pactl("set-default-sink", name)
        self.pactl("set-default-source", f"{name}.monitor")
        self._keep_awake(name)

    def remove_source(self, name: str = MICROPHONE) -> None:
        """Unplug a virtual microphone."""
        self.pactl("unload-module", self._modules.pop(name))

    def mute(self, *, on: bool, name: str = MICROPHONE) -> None:
        """Mute or unmute: a muted source delivers exact zeros."""
        self.pactl("set-source-mute", f"{name}.monitor", "1" if on else "0")

    def set_default(self, name: str) -> None:
        """Make another virtual microphone the default source."""
        self.pactl("set-default-source", f"{name}.monitor")

    def play(self, sound: Path | NDArray[np.int16], name: str = MICROPHONE) -> None:
        """Let the microphone hear a file, or int16 samples at 16 kHz, and return when it is over."""
        with self.playing(sound, name) as player:
            if player.wait(PATIENCE * 6) != 0:
                message = "the player failed"
                raise RuntimeError(message)

    @contextlib.contextmanager
    def playing(
        self, sound: Path | NDArray[np.int16], name: str = MICROPHONE
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Let the microphone hear it while the body runs; the value is the running player."""
        # What the server has of it may not run out: on a busy machine it is late, and plays all that is due.
        options = ["--latency-msec=2000", f"--device={name}"]
        if isinstance(sound, Path):
            player = self._spawn(["paplay", *options, str(sound)])
        else:
            file = self._folder / f"sound-{time.monotonic_ns()}.raw"
            file.write_bytes(np.asarray(sound, "<i2").tobytes())
            format_ = ["--raw", f"--rate={RATE}", "--channels=1", "--format=s16le"]
            player = self._spawn(["paplay", *options, *format_, str(file)])
        try:
            yield player
        finally:
            _end(player)

    def kill(self) -> None:
        """Let the server die without a word."""
        if self._server is not None:
            self._server.kill()
            self._server.wait(PATIENCE)
            self._server = None
        self._end_children()
        self._modules.clear()

    def restart(self) -> None:
        """Kill the server and start it again at the same place."""
        self.kill()
        self.start()

    def stop(self) -> None:
        """End everything and remove the folder. May be called twice."""
        self._end_children()
        if self._server is not None:
            _end(self._server)
            self._server = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def pactl(self, *arguments: str) -> str:
        """Run pactl and return what it prints."""
        done = self._run("pactl", *arguments)
        if done.returncode != 0:
            message = f"pactl {' '.join(arguments)}: {done.stderr.strip()}"
            raise RuntimeError(message)
        return done.stdout

    def _keep_awake(self, name: str) -> None:
        """Keep the sink running: the first capture from an idle one waits almost two seconds."""
        device = f"--device={name}.monitor"
        listener = self._spawn(["parec", "--latency-msec=20", device], stdout=subprocess.PIPE)
        threading.Thread(target=_drain, args=(listener,), daemon=True).start()
        if self._hiss:
            feed = ["--raw", f"--rate={RATE}", "--channels=1", "--format=s16le", "--latency-msec=200"]
            player = self._spawn(["pacat", "--playback", f"--device={name}", *feed], stdin=subprocess.PIPE)
            threading.Thread(target=_hiss, args=(player, self._hiss), daemon=True).start()
            self._children.append(player)
        self._children.append(listener)
        self._await_audio(name)

    def _await_audio(self, name: str) -> None:
        """Wait until the microphone delivers."""
        probe = self._spawn(
            ["parec", "--latency-msec=20", f"--device={name}.monitor"], stdout=subprocess.PIPE
        )
        assert probe.stdout is not None
        try:
            probe.stdout.read(640)
        finally:
            _end(probe)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **self.environment}
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    def _spawn(
        self, command: list[str], stdin: int = subprocess.DEVNULL, stdout: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        environment = {**os.environ, **self.environment, "HOME": str(self._folder)}
        return subprocess.Popen(
            command, env=environment, stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL
        )

    def _end_children(self) -> None:
        for child in self._children:
            _end(child)
        self._children.clear()

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child by its id, and wait for it."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # a broken pipe: the reader is gone, as it should be
                pipe.close()


def _drain(process: subprocess.Popen[bytes]) -> None:
    """Read and forget what a recorder delivers."""
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):  # closed under us at the end
        while os.read(process.stdout.fileno(), 65_536):
            pass


def _hiss(process: subprocess.Popen[bytes], loudness: float) -> None:
    """Write noise for as long as the player takes it."""
    assert process.stdin is not None
    noise = np.random.default_rng(0).normal(0, loudness, RATE).astype("<i2").tobytes()
    with contextlib.suppress(OSError, ValueError):  # the player has ended
        while process.poll() is None:
            process.stdin.write(noise)
