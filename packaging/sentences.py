"""The sentences that rooms below the tray make: templates for the translators, read from the code itself.

Engine and devices speak English, to the log, the command line and the tray alike. What they say stands in the
code as texts and f-strings; each becomes a format string, `There is no key {name} here.`, in Qt's context
Engine. `{name!r}` stands in quotes.
"""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import Formatter

CONTEXT = "Engine"
ROOMS = ("errors.py", "act", "consult", "devices", "engine", "hear", "recognize", "understand", "wiring")
FRONTS = ("cli/commands/doctor.py", "services/control", "tray/running")
"""What of the other fronts the tray shows, or what its own child processes say."""
NOT_TOLD = (
    "consult/doubt", "consult/envelope.py", "consult/requests.py", "act/formatting/fillers.py",
    "act/formatting/joining.py", "act/formatting/numbers.py", "act/formatting/spoken_marks.py",
    "act/formatting/stutters.py", "act/repair/phrases.py",
    "devices/history/database.py", "devices/history/entry.py", "devices/history/retention.py",
    "devices/history/search.py", "devices/onnx/isolated/child.py", "devices/onnx/prepare",
    "devices/desktop/target/methods.py", "devices/desktop/target/terminals.py",
    "devices/settings_file/writing.py", "devices/desktop/x11/probe.py",
    "understand/grammar/amounts.py", "understand/grammar/canonical.py", "understand/grammar/chain.py",
    "understand/checking/samples.py", "hear", "recognize/features.py",
)  # fmt: skip
"""Word lists, prompts, SQL, and what only a programmer can do wrong."""
SYSTEM = (
    "No space left on device", "No such file or directory", "Permission denied", "Read-only file system",
    "Is a directory", "Input/output error", "Connection refused", "Too many open files",
    "Disk quota exceeded", "[Errno {errno}] {strerror}", "[Errno {errno}] {strerror}: {filename!r}",
)  # fmt: skip
"""What Python and the system say, and our sentences pass on."""
LOGS = {"debug", "info", "warning", "error", "exception", "fatal"}
_WORD = re.compile(r"\b[A-Za-z][a-z']*")
_ONE_WORD = re.compile(r"[A-Z][a-z]+\.$")
_SQL = "SELECT|INSERT|UPDATE|DELETE|PRAGMA|ALTER|EXISTS|BEGIN|AND|id IN|.*json_extract"
_CODE = re.compile(rf'\s*({_SQL}|PATH|xkb_|#|%|\{{"verb|\n|Callable|[\w\[\], ]+ \| )')
"""SQL, comments of files that we write, tables of words, and types in quotes."""
_NAMES = {
    "Bearer {key}", "Clipboard Viewer Ignore", "Desktop Entry", "FULLWIDTH LATIN", "LM Studio",
    "FunASR Model Open Source License",
    "assistant press", "cpu, prepared", "give back", "no protobuf", "screenshot {self}", "{device}, prepared",
    "{name} {number}.png",
}  # fmt: skip
"""What looks like a sentence, and names something."""


def sentences(assistant: Path) -> list[str]:
    """Return every template, sorted."""
    found = set(SYSTEM)
    for place in (*ROOMS, *FRONTS):
        folder = assistant / place
        for file in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]:
            if not file.relative_to(assistant).as_posix().startswith(NOT_TOLD):
                found.update(of_file(file))
    return sorted(found)


def of_file(file: Path) -> Iterator[str]:
    """Yield the templates of one module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in _told(tree):
        for template in _templates(node, named):
            if is_sentence(template):
                yield template


def is_sentence(template: str) -> bool:
    """Tell whether a template reads like something that is said to somebody."""
    if _ONE_WORD.match(template):
        return True
    pieces = list(Formatter().parse(template))
    words = "".join(literal for literal, *_ in pieces)
    fewest = 1 if any(hole is not None for _, hole, *_ in pieces) else 2  # what has fewer is a name
    return (
        len(_WORD.findall(words)) >= fewest
        and " " in words
        and "\n" not in words
        and not _CODE.match(words)
        and template not in _NAMES
    )


def _told(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the texts that are no docstrings, no logs, no names of threads and no part of a longer one."""
    for child in ast.iter_child_nodes(tree):
        match child:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in LOGS:
                continue
            case ast.keyword(arg="name" | "thread_name_prefix") | ast.Call(func=ast.Name(id="LookupError")):
                continue
            case ast.Constant(value=str()) | ast.JoinedStr() | ast.BinOp(op=ast.Add()) if _is_text(child):
                yield child
                yield from _inside(child)
            case _:
                yield from _told(child)


def _is_text(node: ast.AST) -> bool:
    """Tell whether something is a text in the code, or a sum that one is added to."""
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.BinOp(left, ast.Add(), right):
            return _is_text(left) or _is_text(right)
        case _:
            return False


def _inside(text: ast.AST) -> Iterator[ast.expr]:
    """Yield the texts within the holes of a text."""
    for value in ast.iter_child_nodes(text):
        if isinstance(value, ast.FormattedValue | ast.BinOp):
            yield from _told(value)


def _templates(node: ast.expr, named: dict[str, str]) -> Iterator[str]:
    """Yield each form of a text: one for each choice that is made within it."""
    if isinstance(node, ast.Constant):
        yield _plain(str(node.value))
        return
    taken: dict[str, str] = {}
    parts = [_choices(part, named, taken) for part in _parts(node)]
    yield from ("".join(form) for form in product(*parts))


def _parts(node: ast.expr) -> list[ast.expr]:
    """Return what a text consists of, one after another."""
    match node:
        case ast.JoinedStr(values=values):
            return list(values)
        case ast.BinOp(left, ast.Add(), right):
            return [*_parts(left), *_parts(right)]
        case _:
            return [_as_part(node)]


def _plain(text: str) -> str:
    """Return a text that holds no holes, or those of str.format, which are called by their last name."""
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        return _escaped(text)
    if not all(hole is None or hole.replace(".", "").isidentifier() for _, hole, *_ in pieces):
        return _escaped(text)
    return "".join(
        _escaped(literal)
        + ("" if hole is None else "{" + hole.rpartition(".")[2] + ("!r}" if conversion == "r" else "}"))
        for literal, hole, _, conversion in pieces
    )


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _choices(part: ast.expr, named: dict[str, str], taken: dict[str, str]) -> list[str]:
    """Return what may stand in one place of an f-string."""
    match part:
        case ast.Constant(value=text):
            found = [_escaped(str(text))]
        case ast.FormattedValue(value=ast.IfExp(body=first, orelse=second)):
            found = [*_choices(_as_part(first), named, taken), *_choices(_as_part(second), named, taken)]
        case ast.FormattedValue(value=ast.BoolOp(values=values)):
            found = [form for value in values for form in _choices(_as_part(value), named, taken)]
        case ast.FormattedValue(value=ast.Name(id=name)) if name in named:
            found = [_plain(named[name])]
        case ast.FormattedValue(value=ast.JoinedStr(values=values)):
            found = ["".join(form) for form in product(*(_choices(one, named, taken) for one in values))]
        case ast.FormattedValue(value=value, conversion=conversion):
            found = ["{" + _hole(value, taken) + ("!r}" if conversion == ord("r") else "}")]
        case _:
            found = []
    return found


def _as_part(value: ast.expr) -> ast.expr:
    return value if isinstance(value, ast.Constant) else ast.FormattedValue(value, -1)


def _hole(value: ast.expr, taken: dict[str, str]) -> str:
    """Return the name of a hole: that of what stands in it, and a number where two are called alike."""
    written = ast.unparse(value)
    if written not in taken:
        name = _name(value)
        alike = sum(each.rstrip("0123456789") == name for each in taken.values())
        taken[written] = f"{name}{alike + 1}" if alike else name
    return taken[written]


def _name(value: ast.expr) -> str:
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name) if not name.startswith("__"):
            return name.strip("_").lower()
        case ast.Call(args=[inner, *_]) | ast.Call(func=ast.Attribute(value=inner)) | ast.Call(func=inner):
            return _name(inner)
        case ast.Subscript(value=inner) | ast.Attribute(value=inner) | ast.BinOp(left=inner):
            return _name(inner)
        case ast.GeneratorExp(generators=[first, *_]) | ast.ListComp(generators=[first, *_]):
            return _name(first.iter)
        case _:
            return "it"
