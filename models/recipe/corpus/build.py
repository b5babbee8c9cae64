"""Build the corpus: decide every clip, then speak, read and store them in parallel.

python -m models.recipe.corpus.build --data DATA --out FOLDER
"""

import argparse
import multiprocessing
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.recipe.corpus import phrases, recordings
from models.recipe.corpus.noises import MAKERS, Noise
from models.recipe.corpus.phrases import Prompt
from models.recipe.corpus.store import Clip, write_shard
from models.recipe.corpus.voices import Voice, held_out_voice, recorded_voice, training_voice

SHORT = "en-speechocean762"
LONG = ("en-librispeech-sub", "en-ljspeech-sub")
SHARD = 400
"""Clips per shard."""


TIMES_EACH_EXAMPLE = 8
"""How often the product's own examples are spoken in training; a test voice says each once."""


@dataclass(frozen=True)
class Sizes:
    """How much synthetic speech to make."""

    per_template: int = 26
    sentences: int = 6000
    numbers: int = 6000
    times_each_digit: int = 150
    times_each_fixed: int = 3
    """How often every command without an open slot is spoken besides."""
    times_each_word: int = 4
    times_each_transcript: int = 1
    """How often the sentences of the human training clips are also spoken by a synthesiser."""
    excerpts: int = 3000
    """Pieces of the longer human transcripts."""
    times_each_transcribed_word: int = 1
    noises: int = 1500
    clips: int = 14_000
    """How many of all these prompts, in random order, are spoken: speech costs ten times its training."""
    recorded: int = 12_000
    """How many prompts of commands and numbers the voices made from recordings speak besides."""
    ordinary: int = 20_000
    """How many of WordNet's sentences are spoken, by all voices."""


def _spoken(prompt: Prompt, voice: Voice, split: str) -> Clip:
    speaker = f"{voice.engine}:{voice.name}"
    return Clip(prompt.text, prompt.kind, split, "tts", speaker, spoken=prompt.spoken, voice=voice)


def synthetic_train(sizes: Sizes, transcripts: dict[str, list[str]]) -> list[Clip]:
    """Decide the synthetic training clips; `transcripts` by corpus."""
    pick = random.Random(7)
    prompts = phrases.commands(pick, sizes.per_template)
    prompts += [Prompt(text, "command") for text in phrases.fixed_commands()] * sizes.times_each_fixed
    prompts += phrases.sentences(pick, sizes.sentences)
    prompts += phrases.numbers(pick, sizes.numbers)
    prompts += phrases.single_words(pick, sizes.times_each_word)
    prompts += phrases.digits(sizes.times_each_digit)
    prompts += [Prompt(text, "sentence") for text in transcripts[SHORT]] * sizes.times_each_transcript
    prompts += phrases.excerpts(pick, [t for name in LONG for t in transcripts[name]], sizes.excerpts)
    words = sorted({word for texts in transcripts.values() for text in texts for word in text.split()})
    prompts += [Prompt(word, "word") for word in words if len(word) > 1] * sizes.times_each_transcribed_word
    pick.shuffle(prompts)
    return [_spoken(prompt, training_voice(pick), "train") for prompt in prompts[: sizes.clips]]


def recorded_train(sizes: Sizes) -> list[Clip]:
    """Decide what the voices made from people's recordings say: commands, numbers, single words."""
    pick = random.Random(17)
    prompts = [Prompt(text, "command") for text in phrases.fixed_commands()] * 4
    prompts += [Prompt(text, "command") for text in phrases.product_examples()] * 6
    prompts += phrases.commands(pick, 16) + phrases.numbers(pick, sizes.recorded // 8)
    prompts += phrases.single_words(pick, 1) + phrases.digits(30)
    pick.shuffle(prompts)
    return [_spoken(prompt, recorded_voice(pick), "train") for prompt in prompts[: sizes.recorded]]


def ordinary_train(sizes: Sizes) -> list[Clip]:
    """Decide how ordinary sentences are spoken: by every training voice."""
    pick = random.Random(19)
    prompts = phrases.ordinary(pick, sizes.ordinary)
    return [
        _spoken(prompt, pick.choice((training_voice, recorded_voice))(pick), "train") for prompt in prompts
    ]


def examples(split: str) -> list[Clip]:
    """Decide how the assistant's own examples are spoken, with voices of one split."""
    pick = random.Random(13)
    prompts = [Prompt(text, "command") for text in phrases.product_examples()]
    if split == "dev":
        own = [Prompt(prompt.text, "product command") for prompt in prompts]
        return [_spoken(prompt, held_out_voice(pick), split) for prompt in own]
    prompts = prompts * TIMES_EACH_EXAMPLE
    pick.shuffle(prompts)
    return [_spoken(prompt, training_voice(pick), split) for prompt in prompts]


def synthetic_noise(sizes: Sizes) -> list[Clip]:
    """Decide the synthetic sounds."""
    names = sorted(MAKERS)
    made = [Noise(names[seed % len(names)], seed) for seed in range(sizes.noises)]
    return [Clip("", "noise", "train", "synthesised", noise.name, noise=noise) for noise in made]


def synthetic_dev() -> list[Clip]:
    """Decide the synthetic test clips: voices never trained on."""
    pick = random.Random(11)
    fixed = phrases.fixed_commands()
    prompts = [Prompt(text, "command") for text in pick.sample(fixed, 300)]
    slotted = [prompt for prompt in phrases.commands(pick, 4) if prompt.text not in set(fixed)]
    prompts += [Prompt(p.text, "slot command") for p in pick.sample(slotted, 200)]
    prompts += phrases.numbers(pick, 150) + phrases.sentences(pick, 150)
    return [_spoken(prompt, held_out_voice(pick), "dev") for prompt in prompts]


def plan(data: Path, sizes: Sizes) -> Iterator[tuple[str, list[Clip]]]:
    """Yield every shard's name and clips, in an order that never changes."""
    human = list(recordings.speech(data, "train"))
    sounds = list(recordings.sounds(data))
    transcripts: dict[str, list[str]] = defaultdict(list)
    for clip in human:
        if clip.text:
            transcripts[clip.source].append(clip.text)
    groups = {
        "train-human": human + [clip for clip in sounds if clip.split == "train"],
        "dev-human": list(recordings.speech(data, "dev")),
        "dev-noise": [clip for clip in sounds if clip.split == "dev"],
        "dev-tts": synthetic_dev(),
        "dev-product": examples("dev"),
        "train-product": examples("train"),
        "train-made": synthetic_noise(sizes),
        "train-tts": synthetic_train(sizes, transcripts),
        "train-recorded": recorded_train(sizes),
        "train-ordinary": ordinary_train(sizes),
    }
    for name, clips in groups.items():
        for index in range(0, len(clips), SHARD):
            yield f"{name}-{index // SHARD:04d}", clips[index : index + SHARD]


def _write(job: tuple[list[Clip], Path, Path]) -> str:
    clips, data, target = job
    write_shard(clips, data, target)
    return target.name


def main() -> None:
    """Write all shards that are not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("ASSISTANT_TEST_DATA"))
    parser.add_argument("--out", type=Path, default=Path(".cache/nano/features"))
    parser.add_argument("--only", default="", help="shards whose name begins so")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    planned = plan(options.data, Sizes())
    targets = [
        (clips, options.data, options.out / name) for name, clips in planned if name.startswith(options.only)
    ]
    missing = [job for job in targets if not job[2].with_suffix(".json").exists()]
    with multiprocessing.Pool(options.processes) as pool:
        for count, name in enumerate(pool.imap(_write, missing), 1):
            print(f"{count}/{len(missing)} {name}", flush=True)


if __name__ == "__main__":
    main()
