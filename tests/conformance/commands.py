"""Commands by voice: decoding with the grammar in hand beside greedy text, and what is taken for a command.

    python -m tests.conformance.commands [--model models/nano/model.int8.onnx] [--voices 2]

Every example of the built-in English packs is spoken by synthetic voices that no model here was trained
on; ordinary human speech is everything in the test data that is no command. Both are cut in two halves:
the thresholds are looked at on one half, and the figures are those of the other.
"""

import argparse
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.devices import places
from assistant.devices.audio_file import AudioFile
from assistant.devices.onnx import load_model
from assistant.recognize.ports import Lists
from assistant.recognize.sense_voice import SenseVoice
from assistant.understand import decoded
from assistant.understand.router import Router
from assistant.values.audio import Samples, Trigger, Utterance, samples_in
from assistant.values.control import Job
from assistant.values.intent import Command, Commands, Context, Intent
from assistant.values.settings import CommandSettings, RecognizeSettings, Settings
from assistant.values.transcript import Tag, Transcript
from assistant.wiring import load_router, pack_shelf
from assistant.wiring.recognizers import Phrases
from models.recipe.corpus.phrases import Prompt
from models.recipe.corpus.voices import held_out_voice, synthesize

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


class Ear:
    """A recogniser that listens for the commands of a router."""

    def __init__(self, model: Path, router: Router) -> None:
        settings = RecognizeSettings(isolated=False)
        self.model = load_model(model, settings)
        self._room = SenseVoice(
            self.model, settings, time.perf_counter, Lists(phrases=Phrases(router.expected))
        )

    def hear(self, clip: Clip) -> Heard:
        """Recognise one clip."""
        utterance = Utterance(1, 0, clip.samples, Trigger.FILE)
        (transcript,) = self._room.feed(utterance, for_commands=True)
        return Heard(clip, transcript)


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


def sweep(heard: Sequence[Heard]) -> Iterator[str]:
    """Yield, for some thresholds, what would be accepted of commands and of ordinary speech."""
    for worst in (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0):
        counts = {True: [0, 0], False: [0, 0]}
        for each in heard:
            candidate = each.transcript.candidate
            counts[each.clip.meant is not None][1] += 1
            counts[each.clip.meant is not None][0] += candidate is not None and (
                candidate.worst <= worst
                and candidate.doubt <= decoded.MOST_DOUBT
                and candidate.margin >= decoded.LEAST_MARGIN
            )
        (yes, of), (no, among) = counts[True], counts[False]
        yield f"  worst <= {worst}: accepts {yes} of {of} commands, {no} of {among} others"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", type=Path, default=places.nano_model())
    parser.add_argument("--voices", type=int, default=2)
    parser.add_argument("--ordinary", type=int, default=1500)
    options = parser.parse_args()
    settings = Settings(commands=CommandSettings(by_sound=True))
    router = load_router(settings)
    ear = Ear(options.model, router)
    commands = [ear.hear(clip) for clip in examples(router, options.voices)]
    others = [ear.hear(clip) for clip in ordinary(Path(os.environ["ASSISTANT_TEST_DATA"]), options.ordinary)]
    print(f"{len(commands)} commands by unseen voices, {len(others)} clips of ordinary speech")
    print("one half, to choose by:")
    print(*sweep([*commands[::2], *others[::2]]), sep="\n")
    print("the other half:")
    for name, with_grammar in (("greedy text and sound", False), ("with the grammar in hand", True)):
        right, wrong, nothing = figures(router, commands[1::2], with_grammar=with_grammar)
        _, false, quiet = figures(router, others[1::2], with_grammar=with_grammar)
        share = right / max(1, right + wrong + nothing)
        print(f"  {name}: {right} right ({share:.1%}), {wrong} wrong, {nothing} nothing;")
        print(f"     ordinary speech: {false} of {false + quiet} taken for a command")
    ear.model.close()


if __name__ == "__main__":
    main()
