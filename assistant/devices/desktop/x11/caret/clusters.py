"""Characters as people see them and carets step over them: 👩‍💻 is one."""

import unicodedata

JOINER = "\u200d"
SKIN = range(0x1F3FB, 0x1F400)
FLAGS = range(0x1F1E6, 0x1F200)


def clusters(text: str) -> list[str]:
    """Return `text` in pieces that a caret steps over as one. A guess: programs differ in rare ones."""
    pieces: list[str] = []
    for each in text:
        if pieces and _belongs(pieces[-1], each):
            pieces[-1] += each
        else:
            pieces.append(each)
    return pieces


def _belongs(piece: str, each: str) -> bool:
    if unicodedata.combining(each) or unicodedata.category(each) in {"Mn", "Me"} or each == JOINER:
        return True
    if ord(each) in SKIN or piece.endswith(JOINER):
        return True
    return ord(each) in FLAGS and len(piece) == 1 and ord(piece) in FLAGS
