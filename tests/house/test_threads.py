"""No thread without a line in the engine's docstring."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import assistant.engine.engine
from tests.house.tree import Module, modules, refuse

NAMELESS = "assistant.engine.worker"
"""Makes the threads that the engine names."""


def threads(house: Iterable[Module]) -> Iterator[tuple[str, str | None]]:
    """Yield place and name of every thread that is made; None where it has no literal name."""
    for module in house:
        for node in ast.walk(module.tree) if module.name != NAMELESS else ():
            match node:
                case ast.Call(func=ast.Name(id="Thread") | ast.Attribute(attr="Thread"), keywords=keywords):
                    given = next((each.value for each in keywords if each.arg == "name"), None)
                case ast.Call(func=ast.Name(id="Worker"), args=[given, *_]) if ".engine" in module.name:
                    pass
                case _:
                    continue
            yield f"{module.path}:{node.lineno}", getattr(given, "value", None)


def unlisted(house: Iterable[Module], listed: set[str]) -> Iterator[str]:
    """Yield a sentence for every thread that is not in the list."""
    for place, name in threads(house):
        if name is None or name not in listed:
            yield f"{place}: the thread {name!r} has no line in assistant/engine/engine.py"


def test_every_thread_has_its_line_in_the_engine() -> None:
    listed = set(re.findall(r"^    (\w[\w ]*?)  +\S", assistant.engine.engine.__doc__ or "", re.MULTILINE))
    assert {"ear", "brain", "hands", "main"} <= listed
    refuse(unlisted(modules("assistant"), listed))


def test_a_thread_without_a_line_is_found(tmp_path: Path) -> None:
    (tmp_path / "assistant" / "engine").mkdir(parents=True)
    (tmp_path / "assistant" / "engine" / "some.py").write_text(
        "Thread(target=f, name='ear')\nThread(target=f)\nthreading.Thread(name='moth')\nWorker('owl', f)\n"
    )
    assert len(list(unlisted(modules("assistant", root=tmp_path), {"ear"}))) == 3
