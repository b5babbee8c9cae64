"""Budgets: how big things may get, and what may not be done at all."""

import ast
import io
import re
import statistics
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.house.tree import Module, imports, is_below

LONGEST_MODULE = 300
MEDIAN_MODULE = 120
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 4
MOST_MODULES = 10
"""In one folder; __init__ is the folder itself and does not count."""
BROAD_EXCEPT_HOME = "assistant.engine.worker"

FORBIDDEN_MODULES = {
    *("util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "handler", "data", "info"),
}
FORBIDDEN_WORDS = {
    *(
        "Util",
        "Utils",
        "Helper",
        "Helpers",
        "Common",
        "Misc",
        "Base",
        "Manager",
        "Handler",
        "Info",
        "Abstract",
        "Mock",
    ),
}
EXEMPTION = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)?|type:\s*ignore(?:\[[^\]]*\])?|pragma: no cover)(.*)"
)
PROCESSING = re.compile(r"_*process_(?!of$|id$)")
"""The verb that says nothing; `process_of` names a process."""
REASON = re.compile(r"[A-Za-z]{3}")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def oversized(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every module, function or parameter list that is too long."""
    for module in house:
        if module.lines > LONGEST_MODULE:
            yield f"{module.path}: {module.lines} lines, at most {LONGEST_MODULE}"
        for node in ast.walk(module.tree):
            if isinstance(node, Function):
                yield from (f"{module.path}:{node.lineno}: {node.name} {what}" for what in _excess(node))


def _excess(function: Function) -> Iterator[str]:
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    if length > LONGEST_FUNCTION:
        yield f"has {length} lines, at most {LONGEST_FUNCTION}"
    each = function.args
    names = [argument.arg for argument in (*each.posonlyargs, *each.args, *each.kwonlyargs)]
    count = len(names) - (names[:1] in (["self"], ["cls"]))
    if count > MOST_PARAMETERS and not function.name.startswith("test_"):  # a test names its surroundings
        yield f"takes {count} parameters, at most {MOST_PARAMETERS}"


def median_length(house: Iterable[Module]) -> float:
    """Return the median number of lines of the modules that have any."""
    return statistics.median(module.lines for module in house if module.lines)


def crowded_folders(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every folder with too many modules."""
    count = Counter(module.path.parent for module in house if not module.is_package)
    for folder, number in count.items():
        if number > MOST_MODULES:
            yield f"{folder}: {number} modules, at most {MOST_MODULES}"


def broad_excepts(house: Iterable[Module]) -> Iterator[tuple[str, int]]:
    """Yield module and line of everything that catches whatever comes, and keeps it."""
    for module in house:
        for node in ast.walk(module.tree):
            match node:
                case ast.ExceptHandler(type=caught, body=[*_, ast.Raise(exc=None)]) if _is_broad(caught):
                    pass  # tidies up and lets it pass
                case ast.ExceptHandler(type=caught) if _is_broad(caught):
                    yield module.name, node.lineno
                case ast.Call(func=ast.Name(id="suppress") | ast.Attribute(attr="suppress"), args=caught_all):
                    yield from ((module.name, node.lineno) for caught in caught_all if _is_broad(caught))


def _is_broad(caught: ast.expr | None) -> bool:
    match caught:
        case None | ast.Name(id="Exception" | "BaseException"):
            return True
        case ast.Tuple(elts=several):
            return any(_is_broad(each) for each in several)
        case _:
            return False


def mocks(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every use of unittest.mock or its pytest plug-in."""
    for module in house:
        for line, target in imports(module):
            if is_below(target, "unittest.mock") or target.split(".")[0] in {"mock", "pytest_mock"}:
                yield f"{module.path}:{line}: imports {target}"


def unexplained(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every exemption from a check that does not say why."""
    for module in house:
        for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
            found = EXEMPTION.search(token.string) if token.type == tokenize.COMMENT else None
            if found and not REASON.search(found[1]):
                yield f"{module.path}:{token.start[0]}: {found[0].strip()} gives no reason"


def bad_names(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every name that says nothing."""
    for module in house:
        stem = module.name.rsplit(".", 1)[-1]
        if stem in FORBIDDEN_MODULES or stem.startswith("process_"):
            yield f"{module.path}: a module called {stem}"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and FORBIDDEN_WORDS & set(re.findall("[A-Z][a-z]+", node.name)):
                yield f"{module.path}:{node.lineno}: a class called {node.name}"
            if isinstance(node, Function) and PROCESSING.match(node.name):
                yield f"{module.path}:{node.lineno}: a function called {node.name}"
