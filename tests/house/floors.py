"""Floors: imports go down only. Run `python -m tests.house.floors` to see every wrong one."""

import sys
from collections.abc import Iterable, Iterator

from tests.house.tree import Module, imports, is_below, modules

FLOORS = (
    {"values", "errors"},
    {"hear", "recognize", "understand", "consult", "act"},
    {"engine", "devices"},
    {"wiring"},
    {"cli", "services", "tray", "__main__"},
)
STRANGERS = (1, 2)
"""Floors whose rooms never import each other."""


def room(name: str) -> str:
    """Return the room of a dotted name in the house: `assistant.hear.framer` is in `hear`."""
    return name.split(".")[1] if "." in name else ""


def floor(name: str) -> int | None:
    """Return the floor of a dotted name; None for what is in no room."""
    return next((level for level, rooms in enumerate(FLOORS) if room(name) in rooms), None)


def wrong_imports(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every import that goes up, or into a neighbour's room."""
    for module in house:
        here = floor(module.name)
        if here is None:
            if module.name != "assistant":
                yield f"{module.path}: {module.name} is in no room of the house"
            continue
        for line, target in imports(module):
            there = floor(target) if is_below(target, "assistant") else None
            if there is None:
                continue
            if there > here:
                yield f"{module.path}:{line}: {module.name} (floor {here}) imports {target} (floor {there})"
            elif there == here in STRANGERS and room(target) != room(module.name):
                yield f"{module.path}:{line}: {module.name} imports its neighbour {target}"


if __name__ == "__main__":
    wrong = list(wrong_imports(modules("assistant")))
    print(*wrong or ["The floors hold."], sep="\n")
    sys.exit(bool(wrong))
