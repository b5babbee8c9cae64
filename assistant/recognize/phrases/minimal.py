"""Fewer arcs for the same phrases: nodes from which the same can follow are one node."""

from collections import defaultdict
from collections.abc import Sequence

from assistant.recognize.phrases.weaver import Arc, Nodes


def minimal(arcs: Sequence[Arc], ends: Sequence[Nodes]) -> tuple[list[Arc], list[Nodes]]:
    """Return arcs and ends with every such node merged into one, and what leads nowhere left out.

    Nodes are taken in the order in which they are complete: a node after all that can follow it. Its
    signature is what leaves it and which goals end at it; of equal ones the first is kept.
    """
    leaving: dict[int, list[Arc]] = defaultdict(list)
    for arc in arcs:
        leaving[arc.source].append(arc)
    goals: dict[int, list[int]] = defaultdict(list)
    for goal, nodes in enumerate(ends):
        for node in nodes:
            goals[node].append(goal)
    same: dict[int, int | None] = {}
    known: dict[tuple[tuple[int, ...], frozenset[Arc]], int] = {}
    kept: dict[int, frozenset[Arc]] = {}
    for node in _last_first(leaving):
        onward = ((arc, same[arc.target]) for arc in leaving.get(node, ()))
        out = frozenset(arc._replace(source=0, target=target) for arc, target in onward if target is not None)
        if not out and node not in goals:
            same[node] = None  # it leads nowhere
            continue
        first = known.setdefault((tuple(goals.get(node, ())), out), node)
        same[node] = first
        kept[first] = out
    fewer = [arc._replace(source=node) for node, out in kept.items() for arc in sorted(out)]
    return fewer, [Nodes(one for node in nodes if (one := same.get(node)) is not None) for nodes in ends]


def _last_first(leaving: dict[int, list[Arc]]) -> list[int]:
    """Return all nodes, each behind every node that can be reached from it."""
    order: list[int] = []
    seen: set[int] = set()
    for start in list(leaving):
        stack = [(start, False)]
        while stack:
            node, is_done = stack.pop()
            if is_done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack += [(arc.target, False) for arc in leaving.get(node, ()) if arc.target not in seen]
    return order
