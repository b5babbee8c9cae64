"""The source tree as the rules see it: modules, and what they import, lazily or not."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One Python file."""

    name: str
    """Dotted name; a package has its own name, without __init__."""
    path: Path
    is_package: bool
    text: str = field(repr=False)
    tree: ast.Module = field(repr=False)

    @property
    def lines(self) -> int:
        return self.text.count("\n")


def modules(*folders: str, root: Path = ROOT) -> list[Module]:
    """Return the modules below `folders` of `root`, sorted by name."""
    return [_read(path, root) for folder in folders for path in sorted((root / folder).rglob("*.py"))]


@cache
def _read(path: Path, root: Path) -> Module:
    """Parse a file once for all rules; nothing changes a file while they are checked."""
    parts = path.relative_to(root).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    text = path.read_text(encoding="utf-8")
    return Module(name, path, is_package, text, ast.parse(text, str(path)))


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of everything imported, at the top or inside a function."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(names=names):
                origin = _origin(module, node)
                yield from ((node.lineno, f"{origin}.{alias.name}") for alias in names)
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if _is_importer(function):
                yield node.lineno, name


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    climb = node.level - 1 if module.is_package else node.level
    parts = module.name.split(".")
    package = parts[: len(parts) - climb]
    return ".".join([*package, node.module] if node.module else package)


def _is_importer(function: ast.expr) -> bool:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in {"import_module", "__import__"}
        case _:
            return False


def is_below(name: str, package: str) -> bool:
    """Tell whether a dotted name is `package` or lies in it."""
    return name == package or name.startswith(package + ".")


def refuse(found: Iterable[str]) -> None:
    """Fail with every sentence in `found`, one a line."""
    if sentences := list(found):
        pytest.fail("\n".join(sentences), pytrace=False)
