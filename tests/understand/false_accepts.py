"""What fires although nobody gave a command: `python -m tests.understand.false_accepts [--audio N]`.

Over every transcript of the test data (ASSISTANT_TEST_DATA), over hard negatives, and with --audio over
what the demonstration model writes for N recordings. Prints a table; the texts that fired with --show.
"""

import argparse
import csv
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.understand.router import Router
from assistant.values.audio import SAMPLE_RATE, Trigger, Utterance, read_only
from assistant.values.control import Job, Mode
from assistant.values.intent import Command, Commands, Confirm, Context
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_router
from tests.understand.hard_negatives import smart_home, written

DATA = "ASSISTANT_TEST_DATA"
CONTEXTS = {
    "dictation": Context(Job.DICTATE),
    "hands-free dictation": Context(None, mode=Mode.HANDS_FREE),
    "command": Context(Job.COMMAND),
    "hands-free command": Context(None, mode=Mode.COMMAND),
    "wake phrase": Context(None, mode=Mode.WAKE_PHRASE),
}
COMMANDS_SPOKEN = (
    "speech-to-phrase",
    "speech-commands",
    "wakewords",
    "mycroft",
    "fsdd",
    "pinyin-syl",
    "cmn-words",
    "an4",
)
"""Sources whose clips are commands or single words, which a command may well be: counted apart."""


@dataclass
class Count:
    """How many of how many fired, and which."""

    tried: int = 0
    fired: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True)
class Clip:
    """One recording of the test data."""

    path: Path
    text: str
    seconds: float

    @property
    def is_speech(self) -> bool:
        """False where it is a command, or one word."""
        place = str(self.path).casefold()
        return len(self.text) > 1 and not any(source in place for source in COMMANDS_SPOKEN)


def fired(router: Router, heard: Transcript, context: Context) -> str:
    """Return what would be done; empty where nothing is."""
    match router.route(heard, context):
        case Command(name) | Confirm(Command(name)):
            return name
        case Commands(parts):
            return "+".join(part.name for part in parts)
        case _:
            return ""


def clips(folder: Path) -> Iterator[Clip]:
    """Yield every recording with words."""
    for table in sorted((folder / "speech").glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["text"].strip() and not row["text"].startswith("_"):
                    yield Clip(folder / "speech" / row["path"], row["text"], float(row["seconds"]))


def count(texts: Iterable[tuple[Transcript, float]]) -> dict[str, Count]:
    """Return for each mode how many fire."""
    counts = {name: Count() for name in CONTEXTS}
    for heard, seconds in texts:
        for name, context in CONTEXTS.items():
            each = counts[name]
            each.tried += 1
            each.seconds += seconds
            done = fired(builtin_router(), heard, context)
            if done:
                each.fired.append((heard.text, done))
    return counts


def spoken(found: Iterable[Clip]) -> Iterator[tuple[Transcript, float]]:
    """Yield what the demonstration model writes for recordings."""
    import numpy as np

    from assistant.devices.audio_file import AudioFile
    from assistant.wiring import RecognizerLoader

    recognizer = RecognizerLoader(RecognizeSettings(isolated=False))()
    for number, clip in enumerate(found, 1):
        samples = np.concatenate(list(AudioFile(clip.path).blocks()))
        utterance = Utterance(number, 0, read_only(samples), Trigger.HANDS_FREE)
        for heard in recognizer.feed(utterance):
            if heard.is_final:
                yield replace(heard, is_demo=False), len(samples) / SAMPLE_RATE


def show(title: str, counts: dict[str, Count], *, texts: bool) -> None:
    """Print one table."""
    print(f"\n{title}")
    for name, each in counts.items():
        hours = f", {each.seconds / 3600:.2f} h" if each.seconds else ""
        rate = f" = {len(each.fired) / (each.seconds / 3600):.2f}/h" if each.seconds and each.fired else ""
        share = len(each.fired) / max(each.tried, 1)
        print(f"  {name:22s} {len(each.fired):4d} of {each.tried}{hours} ({share:.2%}){rate}")
        for text, done in sorted(set(each.fired)) if texts else ():
            print(f"      {text} -> {done}")


def as_text(texts: Iterable[str]) -> Iterator[tuple[Transcript, float]]:
    """Yield texts as if they had been heard."""
    return ((transcript(1, text), 0.0) for text in texts)


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--audio", type=int, default=0, metavar="N", help="every so many-th of N recordings too"
    )
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    show("hard negatives by hand", count(as_text(written())), texts=options.show)
    show("smart home", count(as_text(smart_home())), texts=options.show)
    if DATA not in os.environ:
        print(f"\n{DATA} is not set: no recordings.")
        return
    every = list(clips(Path(os.environ[DATA])))
    speech = [clip for clip in every if clip.is_speech]
    words = [clip for clip in every if not clip.is_speech]
    for title, some in (("ordinary speech, transcripts", speech), ("commands and words, transcripts", words)):
        heard = ((transcript(1, clip.text), clip.seconds) for clip in some)
        show(title, count(heard), texts=options.show)
    if options.audio:
        some = speech[:: max(1, len(speech) // options.audio)][: options.audio]
        show("ordinary speech, what the demo model writes", count(spoken(some)), texts=options.show)


if __name__ == "__main__":
    main()
