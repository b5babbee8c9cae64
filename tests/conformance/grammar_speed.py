"""How long decoding with the grammar in hand takes, with 500 commands of a user's and 300 applications.

    python -m tests.conformance.grammar_speed

For the vocabulary of the demonstration model, and for SenseVoice's own of 25,055 pieces where the test data
has it. What is heard is made here: phrases of the grammar, and others, as peaks among blanks as a trained
model is sure of them. The time is that of the processor, so that a busy machine does not count.
"""

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time

import numpy as np

from assistant.cli.packs.speed import APPLICATIONS, USER_COMMANDS, many_commands
from assistant.devices import places
from assistant.devices.onnx import emission
from assistant.recognize.features import Floats
from assistant.recognize.phrases.listener import PhraseListener
from assistant.recognize.phrases.spelling import Speller, words_of
from assistant.recognize.vocabulary import Vocabulary
from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.settings import CommandSettings, RecognizeSettings

MOST_MS = 15.0
SAID = (
    "open the terminal",
    "prepare the report quickly",
    "set a timer for five minutes",
    "nobody said this here",
)
FRAMES = 40
"""Of 60 ms: 2.4 s of speech."""
ROUNDS = 10


def vocabularies() -> Iterator[tuple[str, Vocabulary]]:
    """Yield what there is to spell with."""
    yield "nano", Vocabulary.of(_pieces(places.nano_model() / "tokens.txt"))
    data = os.environ.get("ASSISTANT_TEST_DATA")
    if data:
        yield "SenseVoice", Vocabulary.of(_pieces(Path(data) / "sensevoice" / "tokens.txt"))


def heard(text: str, vocabulary: Vocabulary, pick: random.Random) -> Floats:
    """Return logits in which `text` was said: a peak for each piece, blanks and noise between."""
    speller = Speller(vocabulary.pieces)
    tokens: list[int] = []
    for word in words_of(text):
        spelling, at = speller.spell(word), 0
        while spelling is not None and at < spelling.length:
            step = max((one for one in spelling.steps if one.begin == at), key=lambda one: one.end)
            tokens, at = [*tokens, step.token], step.end
    noise = np.random.default_rng(pick.randrange(1 << 30))
    logits = noise.normal(0, 1, (4 + FRAMES, len(vocabulary.pieces))).astype(np.float32)
    logits[:, 0] += 18.0
    for number, token in enumerate(tokens[: FRAMES // 2]):
        logits[4 + 2 * number, token] += 24.0
    return logits


def measure(name: str, vocabulary: Vocabulary) -> float:
    """Print what listening takes, and return the slow end of it in milliseconds."""
    with TemporaryDirectory() as folder:
        commands = many_commands(Path(folder), CommandSettings())
    router = Router(Gate(RecognizeSettings()), commands, CommandSettings())
    began = thread_time()
    listener = PhraseListener(router.expected(), vocabulary)
    compiled = thread_time() - began
    pick, spent = random.Random(4), []
    for text in SAID * ROUNDS:
        emissions = emission.reduce(heard(text, vocabulary, pick), listener.tokens)
        assert emissions.columns is not None
        began = thread_time()
        listener.hear(emissions, emissions.columns)
        spent.append(1000 * (thread_time() - began))
    spent = sorted(spent[len(SAID) :])  # the first round makes what later ones find
    middle, slow = spent[len(spent) // 2], spent[len(spent) * 95 // 100]
    print(
        f"{name:12} {len(vocabulary.pieces):6} pieces, {len(commands.definitions())} commands:"
        f" p50 {middle:.1f} ms, p95 {slow:.1f} ms an utterance (made ready in {compiled:.1f} s)"
    )
    return slow


def _pieces(file: Path) -> list[str]:
    return [line.rsplit(" ", 1)[0] for line in file.read_text(encoding="utf-8").splitlines()]


def main() -> int:
    """Print a line for each vocabulary; 1 where one is too slow."""
    seconds = FRAMES * 60 / 1000
    print(f"{USER_COMMANDS} commands of a user's, {APPLICATIONS} applications, {seconds:.1f} s of speech")
    slow = [measure(*each) for each in vocabularies()]
    print(f"{'met' if max(slow) <= MOST_MS else 'MISSED'}: at most {MOST_MS:g} ms")
    return 0 if max(slow) <= MOST_MS else 1


if __name__ == "__main__":
    sys.exit(main())
