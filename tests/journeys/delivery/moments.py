"""What depends on the moment: speech that begins before the key, and a focus that moves in mid-utterance."""

import random
from threading import Timer
from time import monotonic, sleep

import numpy as np

from assistant.values.action import InsertText, Result
from assistant.values.audio import SAMPLE_RATE, Samples, read_only, samples_in
from assistant.values.event import ActionPerformed, UtteranceEnded
from assistant.values.settings import HearSettings
from tests.journeys.delivery.figures import Figures, percentile
from tests.journeys.delivery.listening import Listener, listening
from tests.journeys.delivery.surroundings import SPEECH, Surroundings, spoken
from tests.support.targets.field import TextField

EARLIEST, LATEST = -0.1, 0.2
"""Seconds from the press to the first sample of speech."""
LEAD = 0.6
"""Seconds of silence played before the speech, so that the key can be pressed around its beginning."""
PRE_ROLL = samples_in(HearSettings().pre_roll_ms)


def clip(around: Surroundings, count: int) -> Figures:
    """Press the key around the beginning of speech; ask whether the first and the last word are right."""
    figures = Figures("speech from -100 to +200 ms around the press: first and last word right")
    randomly = random.Random(6)
    phrases = spoken(count)
    offsets: list[float] = []
    with TextField("qt", around.screen) as field, listening(around) as listener:
        field.focus()
        delay = _delay(around, listener, phrases[0][1])
        for text, samples in phrases:
            wanted = randomly.uniform(EARLIEST, LATEST)
            typed, offset = _speak_around(around, listener, samples, delay - wanted)
            if offset is not None:
                offsets.append(1000 * offset)
            words, meant = typed.split() or [""], text.split()
            is_right = (words[0], words[-1]) == (meant[0], meant[-1])
            figures.check(None if is_right else f"{text!r} came as {typed!r}, {wanted:.3f} s after the press")
    figures.numbers = {"earliest ms": min(offsets, default=0.0), "latest ms": max(offsets, default=0.0)}
    return figures


def _delay(around: Surroundings, listener: Listener, samples: Samples) -> float:
    """Return how long the player takes until its first sample is heard."""
    found = []
    for _ in range(5):
        _, offset = _speak_around(around, listener, samples, 0.05)
        found.append(0.05 + (offset or 0.0))
    return percentile(found, 0.5)


def _speak_around(
    around: Surroundings, listener: Listener, samples: Samples, wait: float
) -> tuple[str, float | None]:
    """Press the key LEAD and `wait` s after the player began; return the text, and when speech began."""
    silence = np.zeros(round(LEAD * SAMPLE_RATE), np.int16)
    length = len(samples) / SAMPLE_RATE

    def play() -> None:
        with around.sound.playing(read_only(np.concatenate([silence, samples]))) as player:
            sleep(LEAD + wait)
            pressed = monotonic()
            with around.screen.holding("Control_R"):
                sleep(max(0.3, length - wait + 0.05))
            player.wait(20)
            sleep(max(0.0, 0.2 - (monotonic() - pressed)))

    done = listener.next(ActionPerformed, play)
    utterance = listener.all(UtteranceEnded)[-1].utterance
    loud = np.flatnonzero(np.abs(utterance.samples.astype(np.int32)) > SPEECH)
    text = done.action.text if isinstance(done.action, InsertText) else ""
    return text, (int(loud[0]) - PRE_ROLL) / SAMPLE_RATE if len(loud) else None


def move_focus(around: Surroundings, count: int) -> Figures:
    """Change the focus at a random moment of each utterance; count what any window got of it."""
    figures = Figures("focus changed in mid-utterance: 0 characters in the wrong window")
    randomly = random.Random(7)
    with (
        TextField("qt", around.screen) as meant,
        TextField("xterm", around.screen) as other,
        listening(around) as listener,
    ):
        for _, samples in spoken(count):
            meant.focus()

            def play(samples: Samples = samples) -> None:
                moment = randomly.uniform(0.15, len(samples) / SAMPLE_RATE)
                mover = Timer(moment, other.focus)
                mover.start()
                with around.screen.holding("Control_R"):
                    around.sound.play(samples)
                mover.join()

            outcome = listener.next(ActionPerformed, play).outcome
            sleep(0.05)
            got = other.text() + meant.text()
            fault = f"{outcome.result}" if outcome.result is not Result.WRONG_WINDOW else None
            figures.check(f"{got!r} was typed" if got else fault)
    return figures
