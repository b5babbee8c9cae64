"""Commands by voice: decoding with the grammar in hand beside greedy text, and what is taken for a command.

    python -m tests.conformance.commands [--model models/nano/model.int8.onnx] [--voices 2]

Two tables. Every example of the built-in English packs, spoken by synthetic voices that no model here was
trained on. Words that people said (Speech Commands, FSDD: speakers held out of training), each a command of a
pack made for it. Ordinary human speech is everything in the test data that is no command. All of it is cut
in two halves: thresholds are chosen on one half, as the most right commands with no ordinary speech taken for
one; the figures are those of the other half, beside those of the thresholds that ship.
"""

import argparse
import csv
import os
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from assistant.devices import places
from assistant.devices.audio_file import AudioFile
from assistant.devices.onnx import load_model
from assistant.devices.packs.reading import read_pack
from assistant.recognize.ports import Lists
from assistant.recognize.sense_voice import SenseVoice
from assistant.understand import decoded
from assistant.understand.command_set import CommandSet
from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.audio import Samples, Trigger, Utterance, samples_in
from assistant.values.control import Job
from assistant.values.intent import Command, Commands, Context, Intent
from assistant.values.settings import CommandSettings, RecognizeSettings, Settings
from assistant.values.transcript import Tag, Transcript
from assistant.wiring import load_router, pack_shelf
from assistant.wiring.recognizers import Phrases
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.phrases import Prompt
from models.recipe.corpus.voices import held_out_voice

COMMAND = Context(Job.COMMAND)
ORDINARY = ("en-librispeech", "en-speechocean", "de-", "es-", "fr-", "ja-", "ko-", "yue-")
"""Folders of the test data in which nobody gives commands, by how their names begin."""


@dataclass(frozen=True)
class Clip:
    """Something said."""

    samples: Samples
    meant: Intent | None
    """None for ordinary speech."""


@dataclass(frozen=True)
class Heard:
    """What the recogniser made of it, and how long the grammar took."""

    clip: Clip
    transcript: Transcript
    is_meant: bool = False
    """Whether the best phrase of the grammar is the one that was meant."""
    seconds: float = 0.0


class Thresholds(NamedTuple):
    """When a phrase of the grammar may be taken for what was said."""

    doubt: float
    worst: float
    margin: float

    def admit(self, heard: Heard) -> bool:
        """Tell whether the best phrase may be taken."""
        found = heard.transcript.candidate
        return found is not None and (
            found.doubt <= self.doubt and found.worst <= self.worst and found.margin >= self.margin
        )

    def __str__(self) -> str:
        return f"({self.doubt:g}, {self.worst:g}, {self.margin:g})"


class Ear:
    """A recogniser that listens for the commands of a router."""

    def __init__(self, model: Path, router: Router) -> None:
        settings = RecognizeSettings(isolated=False)
        self._router = router
        self.model = load_model(model, settings)
        self._room = SenseVoice(
            self.model, settings, time.perf_counter, Lists(phrases=Phrases(router.expected))
        )

    def hear(self, clip: Clip) -> Heard:
        """Recognise one clip."""
        utterance = Utterance(1, 0, clip.samples, Trigger.FILE)
        (transcript,) = self._room.feed(utterance, for_commands=True)
        found = transcript.candidate
        meant = self._router.route(said(found.text), COMMAND) if found is not None else None
        spent = transcript.timings.decode
        return Heard(clip, transcript, meant is not None and is_right(meant, clip.meant), spent)


def said(text: str) -> Transcript:
    """Return a transcript of exactly this text."""
    sure = Tag("en", 1.0)
    return Transcript(1, 0, 16_000, text, language=sure, emotion=sure, sounds=())


def examples(router: Router, voices: int) -> Iterator[Clip]:
    """Yield every English example of the packs, spoken by voices held out of training."""
    pick = random.Random(11)
    for definition in pack_shelf(CommandSettings()).read().commands.definitions():
        phrasing = definition.phrasing("en")
        for text in phrasing.examples if phrasing else ():
            plain = "".join(char for char in text.lower() if char.isalnum() or char in " '")
            meant = router.route(said(plain), COMMAND)
            if isinstance(meant, Command) and not any(char.isdigit() for char in plain):
                for _ in range(voices):
                    samples = synthesize(Prompt(plain, "command").spoken, held_out_voice(pick))
                    yield Clip(np.pad(samples, samples_in(250)), meant)


def ordinary(data: Path, most: int) -> Iterator[Clip]:
    """Yield human speech in which nobody means the assistant."""
    folders = [each for each in (data / "speech" / "dev").iterdir() if each.name.startswith(ORDINARY)]
    clips = sorted(path for folder in folders for path in folder.glob("*.ogg"))
    for path in random.Random(12).sample(clips, min(most, len(clips))):
        yield Clip(AudioFile.read(path), None)


def is_right(intent: Intent, meant: Intent | None) -> bool:
    """Say whether the command is the one that was meant, slots and all."""
    if not isinstance(intent, Command) or not isinstance(meant, Command):
        return False
    values = [[(slot.name, str(slot.value).lower()) for slot in each.slots] for each in (intent, meant)]
    return intent.name == meant.name and values[0] == values[1]


def figures(router: Router, heard: Sequence[Heard], *, with_grammar: bool) -> tuple[int, int, int]:
    """Return how many clips became the right command, another one, and nothing."""
    right = wrong = nothing = 0
    for each in heard:
        transcript = each.transcript if with_grammar else replace(each.transcript, candidate=None)
        intent = router.route(transcript, COMMAND)
        if is_right(intent, each.clip.meant):
            right += 1
        elif isinstance(intent, Command | Commands):
            wrong += 1
        else:
            nothing += 1
    return right, wrong, nothing


def thresholds() -> Iterator[Thresholds]:
    """Yield every choice that is looked at."""
    grid = product((0.5, 1.0, 1.5, 2.0, 3.0), (2.0, 4.0, 6.0, 8.0, 12.0), (0.25, 0.5, 1.0, 2.0))
    yield from (Thresholds(*each) for each in grid)


@contextmanager
def using(chosen: Thresholds) -> Iterator[None]:
    """Let the router take these for its own."""
    before = Thresholds(decoded.MOST_DOUBT, decoded.WORST, decoded.LEAST_MARGIN)
    decoded.MOST_DOUBT, decoded.WORST, decoded.LEAST_MARGIN = chosen
    try:
        yield
    finally:
        decoded.MOST_DOUBT, decoded.WORST, decoded.LEAST_MARGIN = before


def choose(commands: Sequence[Heard], others: Sequence[Heard]) -> Thresholds:
    """Return the thresholds with the most right candidates, and none of ordinary speech beyond them."""

    def worth(each: Thresholds) -> tuple[int, int]:
        right = sum(each.admit(one) and one.is_meant for one in commands)
        wrong = sum(each.admit(one) and not one.is_meant for one in commands)
        false = sum(each.admit(one) for one in others)
        return -false * 1000 - wrong * 2 + right, -round(each.doubt * 10 + each.worst)

    return max(thresholds(), key=worth)


def table(title: str, router: Router, commands: Sequence[Heard], others: Sequence[Heard]) -> None:
    """Print what greedy text and the grammar make of the second halves."""
    chosen = choose(commands[::2], others[::2])
    shipped = Thresholds(decoded.MOST_DOUBT, decoded.WORST, decoded.LEAST_MARGIN)
    print(f"\n{title}: {len(commands)} commands, {len(others)} clips of ordinary speech; the second halves:")
    ways = (
        ("greedy text, word for word and by sound", shipped, False),
        (f"with the grammar, shipped {shipped}", shipped, True),
        (f"with the grammar, chosen  {chosen}", chosen, True),
    )
    for name, limits, with_grammar in ways:
        with using(limits):
            right, wrong, nothing = figures(router, commands[1::2], with_grammar=with_grammar)
            _, false, quiet = figures(router, others[1::2], with_grammar=with_grammar)
        share = right / max(1, right + wrong + nothing)
        low = f"{right:4} right ({share:.1%}), {wrong:3} wrong, {nothing:3} nothing"
        print(f"  {name:58} {low}; ordinary speech: {false} of {false + quiet} taken for a command")
    spent = sorted(one.seconds for one in (*commands, *others))
    middle, most = (1000 * spent[len(spent) * part // 100] for part in (50, 95))
    print(f"  decoding took {middle:.1f} ms an utterance, p95 {most:.1f}")


def words(data: Path, sources: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """Yield recordings of single words by people, and the words."""
    with (data / "speech" / "dev.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if any(source in row["path"] for source in sources) and not row["text"].startswith("_"):
                yield data / "speech" / row["path"], row["text"].strip()


def word_router(said: Sequence[str]) -> Router:
    """Return a router to which each of these words is a command."""
    lines = ["pack = 'words'"]
    for number, word in enumerate(dict.fromkeys(said)):
        lines += [
            "[[command]]",
            f"id = 'word.w{number}'",
            f"en = ['{word}']",
            "action = { keys = 'f5' }",
        ]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "words.toml"
        file.write_text("\n".join(lines), encoding="utf-8")
        pack = read_pack(file).pack
    assert pack is not None
    return Router(Gate(RecognizeSettings()), CommandSet([pack]), CommandSettings())


def spoken_words(
    options: argparse.Namespace, data: Path, sources: Sequence[str]
) -> tuple[Router, list[Heard], list[Heard]]:
    """Return what was heard of words that people said, and of other speech, with a grammar of those words."""
    clips = list(words(data, sources))
    router = word_router([word for _, word in clips])
    ear = Ear(options.model, router)
    random.Random(13).shuffle(clips)
    heard = [ear.hear(Clip(AudioFile.read(path), router.route(said(word), COMMAND))) for path, word in clips]
    others = [ear.hear(clip) for clip in ordinary(data, options.ordinary // 3)]
    ear.model.close()
    return router, heard, others


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", type=Path, default=places.nano_model())
    parser.add_argument("--voices", type=int, default=2)
    parser.add_argument("--ordinary", type=int, default=1500)
    options = parser.parse_args()
    data = Path(os.environ["ASSISTANT_TEST_DATA"])
    router = load_router(Settings(commands=CommandSettings(by_sound=True)))
    ear = Ear(options.model, router)
    commands = [ear.hear(clip) for clip in examples(router, options.voices)]
    others = [ear.hear(clip) for clip in ordinary(data, options.ordinary)]
    ear.model.close()
    table("built-in commands by unseen voices", router, commands, others)
    table("words by people", *spoken_words(options, data, ("en-speech-commands", "en-fsdd")))


if __name__ == "__main__":
    main()
