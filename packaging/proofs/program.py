"""An installed assistant, however it was installed: how it is started, and what every one has to do right."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROMISED = ("file", "text", "language", "emotion", "sounds", "words", "timings")
"""What `--json` shows of every utterance."""
PATIENCE = 180


@dataclass(frozen=True)
class Program:
    """The command line that starts it, and the variables it gets: nothing of the machine that builds."""

    name: str
    command: tuple[str, ...]
    home: Path
    """Empty folder for everything of the user."""
    environment: Mapping[str, str] = field(default_factory=dict)

    def variables(self, more: Mapping[str, str]) -> dict[str, str]:
        """Return the whole environment of a start."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
        own = {"HOME": str(self.home), "ASSISTANT_HOME": str(self.home / "home"), "PYTHONWARNINGS": "default"}
        return {**kept, **own, **self.environment, **more}

    def run(self, *arguments: str, **more: str) -> str:
        """Run a command of the assistant to its end and return what it printed. Exits where it failed."""
        command = [*self.command, *arguments]
        done = subprocess.run(
            command,
            cwd=self.home,
            env=self.variables(more),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        if done.returncode:
            sys.exit(
                f"✗ {self.name}: {arguments} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
            )
        return done.stdout

    def start(self, log: Path, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a command of the assistant that goes on; what it says goes into `log`."""
        with log.open("wb") as output:
            return subprocess.Popen(
                [*self.command, *arguments],
                cwd=self.home,
                env=self.variables(more),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )


def expected() -> list[tuple[str, list[str]]]:
    """Return each shipped recording and what is said in it; two utterances are told apart by nothing."""
    with (ROOT / "resources" / "recordings" / "recordings.tsv").open(encoding="utf-8") as table:
        return sorted((row["file"], row["text"].split()) for row in csv.DictReader(table, delimiter="\t"))


def tell_version(program: Program) -> None:
    """Exit unless it knows its version."""
    begun = monotonic()
    said = program.run("--version").strip()
    took = monotonic() - begun
    if not said.startswith("assistant "):
        sys.exit(f"✗ {program.name}: --version says {said!r}")
    print(f"· {program.name}: {said}, in {1000 * took:.0f} ms.")


def play_demo(program: Program) -> None:
    """Exit unless it reads all of the shipped recordings right, and writes down what it promises."""
    written = [json.loads(line) for line in program.run("demo", "--fast", "--json").splitlines()]
    lacking = [name for name in PROMISED if any(name not in each for each in written)]
    if lacking:
        sys.exit(f"✗ {program.name}: transcripts lack {', '.join(lacking)}")
    read: dict[str, list[str]] = {}
    for each in written:
        read.setdefault(each["file"], []).extend(each["text"].split())
    wrong = {file: read.get(file, []) for file, words in expected() if read.get(file, []) != words}
    if wrong:
        sys.exit(f"✗ {program.name}: the demo is wrong about {wrong}")
    count = len(expected())
    print(f"· {program.name}: the demo read all {count} recordings right, by {written[0]['model']}.")


def ask_doctor(program: Program, **more: str) -> None:
    """Exit where the doctor finds something that fails."""
    found: list[dict[str, Any]] = json.loads(program.run("doctor", "--json", **more))
    print(f"· {program.name}: the doctor looked at {len({one['part'] for one in found})} parts, all well.")
