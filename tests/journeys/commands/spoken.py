"""Thirty commands by voices that the model was not trained on, through the whole pipeline, and what they did.

Sound server, microphone, held key, detectors, model, grammar, gate, deed.
"""

import random
from collections.abc import Iterator
from time import monotonic, sleep

import numpy as np

from assistant.values.audio import samples_in
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.phrases import Prompt
from models.recipe.corpus.voices import Voice, held_out_voice
from tests.journeys.commands.row import Row
from tests.journeys.commands.stage import Stage

KEY = "F9"
PATIENCE = 6.0
"""Seconds within which an effect has to show."""
LEAST_RIGHT = 26
"""Of thirty: the demonstration model is small, and no voice is known to it."""
NAMES = """
text.newline text.scratch case.upper select.all edit.copy edit.undo format.bold tabs.next tabs.new tabs.close
page.back page.scroll_down page.zoom_in page.reload window.maximize window.snap_left window.minimize
window.fullscreen window.next window.desktop window.close app.open screen.shot media.play_pause media.next
volume.up screen.lock timer.set clock.time assistant.command
""".split()


def speak(rows: tuple[Row, ...], where: Stage, seed: int = 3) -> Iterator[tuple[Row, Voice, str]]:
    """Say thirty of the rows aloud, each by another unseen voice, and yield what is seen."""
    pick = random.Random(seed)
    chosen = {row.command: row for row in rows}
    for name in NAMES:
        row, voice = chosen[name], held_out_voice(pick)
        look = row.see(where)
        _say(where, row.en, voice)
        for then, _ in row.then:
            sleep(1.0)
            _say(where, then, voice)
        end = monotonic() + PATIENCE
        while not (found := look()) and monotonic() < end:
            sleep(0.05)
        yield row, voice, found


def _say(where: Stage, text: str, voice: Voice) -> None:
    samples = np.pad(synthesize(Prompt(text.lower(), "command").spoken, voice), samples_in(150))
    with where.screen.holding(KEY):
        where.sound.play(samples)
