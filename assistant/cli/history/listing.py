"""Entries for people."""

from assistant.devices.history import HistoryEntry

WIDEST = 70
"""Characters of a text in a list."""


def line_of(entry: HistoryEntry) -> str:
    """Return an entry in one line."""
    text = " ".join(entry.text.split()) or f"({entry.why or entry.intent})"
    if len(text) > WIDEST:
        text = text[: WIDEST - 1] + "…"
    return f"{entry.id:>5}  {entry.at.astimezone():%Y-%m-%d %H:%M}  {entry.result:<12}  {text}"


def story_of(entry: HistoryEntry) -> str:
    """Return all that is known of an entry."""
    sounds = ", ".join(f"{tag.name} {tag.probability:.0%}" for tag in entry.sounds) or "none"
    audio = "not kept"
    if entry.audio is not None:
        audio = str(entry.audio) if entry.audio.exists() else f"{entry.audio} (gone)"
    why = f" ({entry.why})" if entry.why else ""
    spent = entry.timings
    rows = {
        "when": f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}",
        "text": entry.text,
        "heard as": entry.raw,
        "language": f"{entry.language.name} {entry.language.probability:.0%}",
        "emotion": f"{entry.emotion.name} {entry.emotion.probability:.0%}",
        "sounds": sounds,
        "application": entry.app or "none",
        "meant as": entry.intent + why,
        "became": f"{entry.result}"
        + (f" by {entry.method}, {1000 * entry.seconds:.0f} ms" if entry.method else ""),
        "model": entry.model + (" (demonstration)" if entry.is_demo else ""),
        "times": f"{spent.audio:.2f} s of speech; features {1000 * spent.features:.1f},"
        f" model {1000 * spent.model:.1f}, decode {1000 * spent.decode:.1f} ms",
        "recording": audio,
    }
    return "".join(f"{name:>12}  {value}\n" for name, value in rows.items())
