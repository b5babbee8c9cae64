"""Every window of the tray, opened once: what is only imported then has to be in the package, too."""

from __future__ import annotations

import sys
from time import monotonic, sleep

from proofs.program import Program
from proofs.tray import Desk, panel, ready, running, stop

WITHIN = 30.0
"""Seconds until a window is there, on a machine that may be busy."""
TITLES = {
    "history": "History",
    "commands": "What can I say?",
    "transcribe": "Transcribe files",
    "latency": "How fast it is",
    "first_run": "Welcome",
    "settings": "Settings",
}
PAGES = (
    *("general", "microphone", "keys", "recognition", "text", "commands", "language_model", "applications"),
    *("privacy", "look", "about"),
)


def open_windows(program: Program, here: Desk) -> None:
    """Open each window and each page of the settings; exit unless they come, and nothing is complained of."""
    english = Desk(here.server, {**here.environment, "LC_ALL": "C.UTF-8"})
    with panel(english), running(program, english) as tray:
        ready(program, english, monotonic(), tray)
        for name, title in TITLES.items():
            program.run("show", name, **english.environment)
            begun = monotonic()
            while english.server.find_window(f"{title} — Assistant") is None:
                if monotonic() - begun > WITHIN or tray.poll() is not None:
                    said = (program.home / "output.txt").read_text(encoding="utf-8")
                    sys.exit(f"✗ {program.name}: there is no window {title!r}; it said: {said}")
                sleep(0.05)
        for page in PAGES:
            program.run("show", f"settings:{page}", **english.environment)
        sleep(1)  # until the last one is drawn
        stop(program, tray)  # which exits where anything was said
    print(f"· {program.name}: {len(TITLES)} windows and {len(PAGES)} pages of the settings open.")
