"""Run the journeys and print what they found."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from time import monotonic

from tests.journeys.delivery import kills, moments, pasting, wayland, windows
from tests.journeys.delivery.figures import Figures
from tests.journeys.delivery.surroundings import surroundings

Journey = Callable[..., Figures]

COUNTS = {"qt": 200, "gtk": 200, "xterm": 30, "chromium": 30, "writer": 30}
"""Utterances for each kind of window."""
ON_WAYLAND = 30
JOURNEYS: dict[str, tuple[Journey, int]] = {
    "focus": (moments.move_focus, 100),
    "clipboard": (pasting.paste, 300),
    "clipping": (moments.clip, 100),
    "kills": (kills.kill, 20),
}


def main() -> int:
    """Run what was asked for; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.delivery", description=__doc__)
    parser.add_argument("what", choices=("all", "windows", "wayland", *JOURNEYS))
    parser.add_argument("--kind", action="append", choices=tuple(COUNTS), help="windows only; default: all")
    parser.add_argument("--count", type=int, help="how often (default: what the issue asks for)")
    options = parser.parse_args()
    kinds = (options.kind or COUNTS) if options.what in {"all", "windows"} else ()
    wanted: list[tuple[Journey, int]] = [
        (partial(windows.dictate, kind=kind), COUNTS[kind]) for kind in kinds
    ]
    wanted += [each for name, each in JOURNEYS.items() if options.what in {"all", name}]
    found = [_one(journey, options.count or count) for journey, count in wanted]
    if options.what in {"all", "wayland"}:
        found.append(wayland.dictate(options.count or ON_WAYLAND))
        sys.stdout.write(f"{found[-1]}\n")
    return 1 if any(each.faults for each in found) else 0


def _one(journey: Journey, count: int) -> Figures:
    begun = monotonic()
    with surroundings() as around:
        figures = journey(around, count=count)
    sys.stdout.write(f"{figures}\n    ({monotonic() - begun:.0f} s)\n")
    sys.stdout.flush()
    return figures


if __name__ == "__main__":
    sys.exit(main())
