"""Texts of any length as labels of actions."""

LONGEST = 70


def line(text: str, longest: int = LONGEST) -> str:
    """Return `text` as the label of an action: one line, not too long, no mnemonics."""
    whole = " ".join(text.split())
    short = whole if len(whole) <= longest else f"{whole[: longest - 1].rstrip()}…"
    return short.replace("&", "&&")


def ends_of(text: str, longest: int) -> str:
    """Return `text` as a label that shows its beginning and its end."""
    whole = " ".join(text.split())
    half = longest // 2
    short = whole if len(whole) <= longest else f"{whole[: half - 1]}…{whole[-half:]}"
    return short.replace("&", "&&")
