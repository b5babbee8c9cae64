"""Emissions made by hand: frames with several candidates, each with its probability."""

from collections.abc import Sequence

import numpy as np

from assistant.recognize import ctc
from assistant.recognize.ports import Emissions
from assistant.recognize.reading.piece import Piece, spell
from assistant.recognize.vocabulary import Vocabulary

W = "\u2581"
BLANK = "<blk>"
PIECES = (
    *(BLANK, f"{W}the", f"{W}called", f"{W}call", "ed", f"{W}Kal", "di", f"{W}kal", f"{W}to", f"{W}talk"),
    *("ing", f"{W}cap", "s", f"{W}right", "er", f"{W}writ", f"{W}Caps", "Writer", ",", "."),
    *(
        "定",
        "太",
        "丰",
        "鼎",
        "泰",
        "峰",
        "我",
        "去",
        W,
        f"{W}k",
        "a",
        "l",
        "d",
        "i",
        f"{W}so",
        f"{W}some",
        "one",
    ),
)
Frame = dict[str, float]
"""Candidates of a frame and their probabilities; what is missing to 1 is not listed anywhere."""


def emissions(frames: Sequence[Frame | str], depth: int = 8) -> Emissions:
    """Return what a model would give; a bare piece is sure of itself."""
    top = np.zeros((len(frames), depth), np.int32)
    scores = np.full((len(frames), depth), -30.0, np.float32)
    for row, frame in enumerate(frames):
        wanted = {frame: 0.999} if isinstance(frame, str) else frame
        ranked = sorted(wanted.items(), key=lambda item: -item[1])
        ids = [PIECES.index(piece) for piece, _ in ranked]
        top[row] = (ids + [other for other in range(len(PIECES)) if other not in ids])[:depth]
        scores[row, : len(ids)] = np.log([probability for _, probability in ranked])
    tags = np.zeros((4, len(PIECES)), np.float32)
    return Emissions(tags, top[:, 0].copy(), scores[:, 0].copy(), top, scores)


def greedy(given: Emissions) -> tuple[Piece, ...]:
    """Return the greedy reading."""
    return spell(ctc.collapse(given), Vocabulary.of(PIECES))
