"""`assistant transcribe`: recordings in, text out."""

import json
import sys
from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import formats
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.errors import SettingsError, SourceError
from assistant.values.transcript import Transcript

if TYPE_CHECKING:  # loads the recogniser
    from assistant.cli.recordings.reader import SectionReader

Written = list[tuple[str, Transcript]]
TIMED = {"srt", "vtt", "tsv"}
"""Formats that hold times of one recording."""


def run(options: Namespace) -> int:
    """Transcribe every file; 1 if one could not be read."""
    if options.watch:
        return _watched(options)
    kind = "json" if options.json else options.format or "text"
    folder = options.output if options.output and options.output.is_dir() else None
    if kind in TIMED and len(options.files) > 1 and folder is None:
        raise SettingsError(f"{kind} of several recordings needs --output FOLDER, one file for each")
    with closing(_reader(options)) as reader:
        written: Written = []
        failures = 0
        for name in options.files:
            try:
                transcript = _read(reader, Path(name))
            except SourceError as error:
                sys.stderr.write(f"assistant: {error}\n")
                failures += 1
                continue
            if folder is None:
                written.append((name, transcript))
            else:
                path = folder / f"{Path(name).stem}.{'txt' if kind == 'text' else kind}"
                path.write_text(rendered(kind, [(name, transcript)]), encoding="utf-8")
        if folder is None:
            _write(rendered(kind, written), options.output)
        reader.forget_unfinished()
    return 1 if failures else 0


def _watched(options: Namespace) -> int:
    """Tell what happens as it happens, one JSON object a line; 1 if one file could not be read."""
    failures = 0
    with closing(_reader(options)) as reader:
        for name in options.files:
            teller = _Teller(name)
            reader.heard = teller.part
            try:
                transcript = reader.read(Path(name), teller.progress)
            except SourceError as error:
                teller.tell("failed", message=str(error))
                failures += 1
            else:
                teller.tell("done", transcript=formats.as_object(name, transcript))
        reader.forget_unfinished()
    return 1 if failures else 0


class _Teller:
    """Writes events for whoever watches."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._percent = -1

    def progress(self, fraction: float) -> None:
        """Tell each percent once."""
        percent = int(100 * fraction)
        if percent != self._percent:
            self._percent = percent
            self.tell("progress", fraction=round(fraction, 4))

    def part(self, transcript: Transcript) -> None:
        """Tell what a section says."""
        if transcript.text:
            self.tell("part", text=transcript.text)

    def tell(self, event: str, **facts: object) -> None:
        """Write a line."""
        line = json.dumps({"event": event, "file": self._name, **facts}, ensure_ascii=False)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _reader(options: Namespace) -> "SectionReader":
    from assistant.cli.recordings.reader import SectionReader

    # A file has no one waiting for it, so nothing is gained by a child process.
    settings = settings_from(options)
    return SectionReader(replace(settings, recognize=replace(settings.recognize, isolated=False)))


def _read(reader: "SectionReader", path: Path) -> Transcript:
    try:
        with ProgressLine(path.name) as progress:
            return reader.read(path, progress.show)
    except KeyboardInterrupt:
        done = f"{reader.fraction:.0%} of {path.name} is read"
        sys.stderr.write(f"assistant: stopped; {done}. The same command goes on from there.\n")
        raise


def rendered(kind: str, written: Written) -> str:
    """Return transcripts in a format: text, json, srt, vtt or tsv."""
    transcripts = [transcript for _, transcript in written]
    match kind:
        case "json":
            objects = [formats.as_object(name, transcript) for name, transcript in written]
            return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
        case "srt":
            return formats.srt(transcripts)
        case "vtt":
            return formats.vtt(transcripts)
        case "tsv":
            return formats.tsv(transcripts)
        case _ if len(written) == 1:
            return transcripts[0].text + "\n"
        case _:
            return "".join(f"{name}\t{transcript.text}\n" for name, transcript in written)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
