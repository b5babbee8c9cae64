"""What can be typed after `assistant history`, and to mend what was typed last."""

from argparse import ArgumentParser
from pathlib import Path

from assistant.cli.subcommand import Commands, add_subcommand

HISTORY_EPILOG = """\
examples:
  assistant history                       the last ten texts
  assistant history search 今天 meeting     every word has to be in it
  assistant history copy                  put the last text on the clipboard
  assistant history redo 12 --language zh recognise a recording again
  assistant history export talk.md        by its name: .json, .csv, .md or .txt
  assistant history wipe                  forget everything, on the disk too
"""
FORMATS = ("json", "csv", "markdown", "text")
LANGUAGES = ("auto", "zh", "en", "yue", "ja", "ko")


def add_history_commands(history: ArgumentParser) -> None:
    """Give `assistant history` its subcommands."""
    history.set_defaults(module="history.verbs", action="last", count=10, json=False)
    actions = history.add_subparsers(title="commands", metavar="COMMAND")
    last = _add(actions, "last", "show the newest texts")
    last.add_argument("count", nargs="?", type=int, default=10, metavar="N", help="how many (default: 10)")
    search = _add(actions, "search", "show the texts that hold every one of these words")
    search.add_argument("words", nargs="+", metavar="WORD", help="any part of a word will do")
    search.add_argument("--count", type=int, default=100, metavar="N", help="how many (default: 100)")
    _numbered(_add(actions, "show", "tell all about one text: heard as, sounds, times, what became of it"))
    _numbered(_add(actions, "copy", "put a text on the clipboard"))
    _numbered(_add(actions, "play", "play the recording of a text, where it is kept"))
    redo = _add(actions, "redo", "recognise the recording of a text again")
    _numbered(redo)
    redo.add_argument("--model", type=Path, metavar="DIR", help="with this model")
    redo.add_argument("--language", choices=LANGUAGES, help="as this language")
    delete = _add(actions, "delete", "forget texts and their recordings, on the disk too")
    delete.add_argument("numbers", nargs="+", type=int, metavar="N", help="numbers of `assistant history`")
    export = _add(actions, "export", "write everything into a file")
    export.add_argument("file", type=Path, metavar="FILE", help="where to; - for the screen")
    export.add_argument("--format", choices=FORMATS, help="default: by the name of the file, else json")
    hold = _plain(actions, "hold", "keep what standard input says on the clipboard until it is replaced")
    hold.set_defaults(action="hold")
    wipe = _add(actions, "wipe", "forget everything, recordings too, and leave nothing on the disk")
    wipe.add_argument("--yes", action="store_true", help="do not ask")


def add_repair_commands(commands: "Commands[ArgumentParser]") -> None:
    """Add `undo`, `correct` and `vocabulary`."""
    undo = _plain(commands, "undo", "let the running assistant take the newest texts back", "repair.order")
    undo.set_defaults(verb="undo")
    undo.add_argument("number", nargs="?", type=int, default=1, metavar="N", help="how many (default: 1)")
    correct = _plain(
        commands, "correct", "let it put an offered text in the place of the newest", "repair.order"
    )
    correct.set_defaults(verb="correct")
    correct.add_argument(
        "number", nargs="?", type=int, default=1, metavar="N", help="which of the offered texts"
    )
    words = _plain(commands, "vocabulary", "your own words: list, add, remove", "repair.vocabulary")
    words.set_defaults(action="list")
    actions = words.add_subparsers(title="commands", metavar="COMMAND")
    _plain(actions, "list", "show them").set_defaults(action="list", module="repair.vocabulary")
    add = _plain(actions, "add", "have a word recognised, or written for what is heard", "repair.vocabulary")
    add.set_defaults(action="add")
    add.add_argument("word", metavar="WORD", help="as it is to be written")
    add.add_argument("--heard", metavar="WORDS", help="write WORD wherever this is heard")
    add.add_argument(
        "--snippet", metavar="WORDS", help="write WORD where this alone is said; \\n is a line break"
    )
    remove = _plain(actions, "remove", "take a word out again", "repair.vocabulary")
    remove.set_defaults(action="remove")
    remove.add_argument("word", metavar="WORD", help="the word, or what it is written for")


def _plain(commands: "Commands[ArgumentParser]", name: str, summary: str, module: str = "") -> ArgumentParser:
    command = add_subcommand(commands, name, summary)
    if module:
        command.set_defaults(module=module)
    return command


def _add(actions: "Commands[ArgumentParser]", name: str, summary: str) -> ArgumentParser:
    action = _plain(actions, name, summary)
    action.set_defaults(action=name)
    action.add_argument("--json", action="store_true", help="for programs: JSON, one object a line")
    return action


def _numbered(action: ArgumentParser) -> None:
    action.add_argument(
        "number", nargs="?", type=int, metavar="N", help="a number of `assistant history` (default: the last)"
    )
