"""`assistant transcribe`: recordings in, text out."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant.cli import formats
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.errors import SettingsError, SourceError
from assistant.values.transcript import Transcript

Written = list[tuple[str, Transcript]]


def run(options: Namespace) -> int:
    """Transcribe every file; 1 if one could not be read."""
    kind = "json" if options.json else options.format or "text"
    folder = options.output if options.output and options.output.is_dir() else None
    if kind in {"srt", "vtt"} and len(options.files) > 1 and folder is None:
        raise SettingsError("subtitles of several recordings need --output FOLDER, one file for each")
    written: Written = []
    for name, transcript in _transcripts(options):
        if folder is None:
            written.append((name, transcript))
        else:
            path = folder / f"{Path(name).stem}.{'txt' if kind == 'text' else kind}"
            path.write_text(_render(kind, [(name, transcript)]), encoding="utf-8")
    if folder is None:
        _write(_render(kind, written), options.output)
    return 1 if options.failures else 0


def _transcripts(options: Namespace) -> Iterator[tuple[str, Transcript]]:
    from assistant.cli.reading import RecordingReader
    from assistant.devices.desktop.printing import PrintingDesktop

    # A file has no one waiting for it, so nothing is gained by a child process.
    settings = settings_from(options)
    settings = replace(settings, recognize=replace(settings.recognize, isolated=False))
    options.failures = 0
    reader = RecordingReader(settings, PrintingDesktop())
    try:
        for name in options.files:
            try:
                with ProgressLine(Path(name).name) as progress:
                    transcript = reader.read(Path(name), progress.show)
            except SourceError as error:
                sys.stderr.write(f"assistant: {error}\n")
                options.failures += 1
            else:
                yield name, transcript
    finally:
        reader.close()


def _render(kind: str, written: Written) -> str:
    transcripts = [transcript for _, transcript in written]
    match kind:
        case "json":
            objects = [formats.as_object(name, transcript) for name, transcript in written]
            return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
        case "srt":
            return formats.srt(transcripts)
        case "vtt":
            return formats.vtt(transcripts)
        case _ if len(written) == 1:
            return transcripts[0].text + "\n"
        case _:
            return "".join(f"{name}\t{transcript.text}\n" for name, transcript in written)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
