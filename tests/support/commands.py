"""The built-in commands, read once for all tests of a process, and small sets of one's own."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from assistant.devices.packs.reading import read_pack
from assistant.devices.packs.shelf import PackShelf
from assistant.understand.command_set import CommandSet
from assistant.understand.gate import Gate
from assistant.understand.grammar.grammar import Grammar
from assistant.understand.interpreter import Interpreter
from assistant.understand.router import Router
from assistant.values.commands.definition import Pack
from assistant.values.settings import CommandSettings, RecognizeSettings
from tests.house.tree import ROOT

BUILTIN = ROOT / "resources" / "commands"


@cache
def builtin_commands() -> CommandSet:
    """Return the built-in commands."""
    return PackShelf(BUILTIN).read().commands


@cache
def builtin_grammar(language: str) -> Grammar:
    """Return the grammar of the built-in commands in a language."""
    return Grammar(language, builtin_commands())


@cache
def _interpreter() -> Interpreter:
    return Interpreter(builtin_commands())


def builtin_router(settings: CommandSettings | None = None, *, asks_on_a_miss: bool = False) -> Router:
    """Return a router of its own state that shares the grammars with the others."""
    gate = Gate(RecognizeSettings())
    router = Router(gate, builtin_commands(), settings, asks_on_a_miss=asks_on_a_miss)
    router._known.interpreter._tongues = _interpreter()._tongues  # making them takes a second
    return router


def commands_of(folder: Path, packs: Iterable[str]) -> CommandSet:
    """Return the commands of packs written here as TOML, as if they were built in."""
    return CommandSet([_pack(folder, number, text) for number, text in enumerate(packs)])


def _pack(folder: Path, number: int, text: str) -> Pack:
    path = folder / f"pack{number}.toml"
    path.write_text(text, encoding="utf-8")
    file = read_pack(path)
    assert file.pack is not None
    assert not file.problems, file.problems
    return file.pack
