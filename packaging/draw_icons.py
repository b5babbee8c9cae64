"""Draw the assistant's icons into resources/icons: one for each state, and the application's own.

Run it after changing a line; the files are in git, and a test holds them against this. Each state differs
from the others in shape and in colour. INK is what the tray replaces on a dark panel; GREY is seen on both.
"""

from __future__ import annotations

import sys
from pathlib import Path

INK, GREY, WHITE = "#24292f", "#8b949e", "#ffffff"
RED, BLUE, GREEN, AMBER, VIOLET = "#d92d3a", "#2668d9", "#1a7f43", "#f5a524", "#7c5cd6"

STAND = '<path d="M6.5 14v1a9.5 9.5 0 0 0 19 0v-1M16 24.5v4.5M11 29.5h10"/>'


def disc(colour: str) -> str:
    """Return the filled circle on which a state stands that is at work."""
    return f'<circle cx="16" cy="16" r="15" fill="{colour}"/>'


def strokes(colour: str, width: float, *shapes: str) -> str:
    """Return lines with round ends; a shape may bring its own `fill`."""
    drawn = "".join(f"    {shape}\n" for shape in shapes)
    style = f'fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"'
    return f"<g {style}>\n{drawn}  </g>"


def microphone(colour: str, fill: str, *more: str) -> str:
    """Return the large microphone, with no disc behind it."""
    head = f'<rect x="11" y="2.5" width="10" height="16" rx="5" fill="{fill}"/>'
    return strokes(colour, 2.6, head, STAND, *more)


def dots(*places: float) -> str:
    """Return white dots in a row."""
    row = "".join(f'    <circle cx="{place:g}" cy="16" r="2.7"/>\n' for place in places)
    return f'<g fill="{WHITE}">\n{row}  </g>'


HEARING = (
    f'<rect x="12.5" y="6" width="7" height="11.5" rx="3.5" fill="{WHITE}"/>',
    '<path d="M9 14.5a7 7 0 0 0 14 0M16 21.5V25M12.5 25.5h7"/>',
)
CARET = '<path d="M16 8v16M12 7c2 0 4 .6 4 2 0-1.4 2-2 4-2M12 25c2 0 4-.6 4-2 0 1.4 2 2 4 2"/>'
TRIANGLE = (
    f'<path d="M16 3.5L30 28H2z" fill="{AMBER}" stroke="{AMBER}" stroke-width="3" stroke-linejoin="round"/>'
)
MOON = f'<path d="M16.5 3.8A13 13 0 1 0 28.6 19.6 11.3 11.3 0 0 1 16.5 3.8z" fill="{VIOLET}"/>'
SLEEP = '<path d="M22.5 4.5h6l-6 6.5h6"/>'

STATES = {
    "acting": ("Acting: a text caret in a green disc", disc(GREEN), strokes(WHITE, 2.4, CARET)),
    "asleep": ("Asleep: a violet moon and a Z", MOON, strokes(VIOLET, 2.4, SLEEP)),
    "hearing": ("Hearing: a microphone in a red disc", disc(RED), strokes(WHITE, 2.2, *HEARING)),
    "off": (
        "Off: a switch, as on a machine",
        strokes(GREY, 3, '<path d="M16 3.5v11.5M9.3 7.6a11.5 11.5 0 1 0 13.4 0"/>'),
    ),
    "ready": ("Ready: a microphone", microphone(INK, INK)),
    "starting": ("Starting: the outline of a microphone", microphone(GREY, "none")),
    "stopped": (
        "Stopped: a microphone, struck through",
        microphone(GREY, "none", '<path d="M4 4l24 25"/>'),
    ),
    "thinking": ("Thinking: three dots in a blue disc", disc(BLUE), dots(8.5, 16, 23.5)),
    "trouble": (
        "Trouble: an exclamation mark in an amber triangle",
        TRIANGLE,
        strokes(INK, 3.4, '<path d="M16 11.5v7.5M16 24.2v.1"/>'),
    ),
}
"""Name -> title and parts."""

APPLICATION = (
    "Assistant: a microphone whose sound becomes a caret",
    f'<rect x="1" y="1" width="30" height="30" rx="7" fill="{BLUE}"/>',
    f'<path d="M1 20v4a7 7 0 0 0 7 7h16a7 7 0 0 0 7-7v-4z" fill="{INK}" fill-opacity=".18"/>',
    strokes(
        WHITE,
        2,
        f'<rect x="8.5" y="6" width="7" height="11.5" rx="3.5" fill="{WHITE}"/>',
        '<path d="M5.5 14a6.5 6.5 0 0 0 13 0M12 20.5v4M8.5 25h7"/>',
    ),
    strokes(AMBER, 2.2, '<path d="M24.5 8v16M22.5 7.3h4M22.5 24.7h4"/>'),
)


TICKS = {
    f"tick-{scheme}": (
        f"A tick in a box, {scheme} scheme",
        strokes(colour, 4.5, '<path d="M7 16.5l6.5 6.5L25 9.5"/>'),
    )
    for scheme, colour in (("light", WHITE), ("dark", "#0d1420"))
}
"""For boxes that are ticked, in what the theme writes on its accent."""


def drawing(title: str, *parts: str) -> str:
    """Return an SVG file."""
    lines = [f"<title>{title}</title>", *parts]
    body = "".join(f"  {line}\n" for line in lines)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n{body}</svg>\n'


def drawings() -> dict[str, str]:
    """Return file name -> text of every icon."""
    all_of_them = {**STATES, **TICKS, "assistant": APPLICATION}
    return {f"{name}.svg": drawing(*parts) for name, parts in all_of_them.items()}


def main(folder: Path) -> None:
    """Write every icon."""
    folder.mkdir(exist_ok=True)
    for name, text in drawings().items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(drawings())} icons in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "icons")
