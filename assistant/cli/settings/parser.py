"""What can be typed after `assistant settings`."""

from argparse import ArgumentParser

from assistant.cli.subcommand import Commands, add_subcommand

EPILOG = """\
examples:
  assistant settings list                        every setting, page by page
  assistant settings list --search silence       those that have to do with silence
  assistant settings explain hear.end_silence_ms what one is for, and what it can be
  assistant settings set hear.end_silence_ms 900
  assistant settings set recognize.languages zh,en
  assistant settings set act.hotkeys F9          several with a comma
  assistant settings reset hear.end_silence_ms   as it always was

All of it stands in one file (`assistant settings path`) that you may edit yourself: comments, order and
what this version does not know stay. A running assistant takes up every change with the next utterance.
"""


def add_settings_commands(settings: ArgumentParser) -> None:
    """Give `assistant settings` its subcommands."""
    settings.epilog = EPILOG
    settings.set_defaults(
        module="settings.verbs", action="list", json=False, search="", changed=False, markdown=False
    )
    actions = settings.add_subparsers(title="commands", metavar="COMMAND")
    listed = _add(actions, "list", "show every setting; * marks those that you have changed")
    listed.add_argument("--search", default="", metavar="WORDS", help="only those that these words are about")
    listed.add_argument("--changed", action="store_true", help="only those that you have changed")
    listed.add_argument("--markdown", action="store_true", help="as tables for a manual")
    _keyed(_add(actions, "get", "print the value of one setting"))
    change = _keyed(
        _add(
            actions,
            "set",
            "change one setting",
            "Several values stand behind each other, or with a comma between them. What is\n"
            'neither a word nor a number is written as in TOML: \'[{keys = "F9", job = "command"}]\'.',
        )
    )
    change.add_argument("value", nargs="+", metavar="VALUE", help="what it is to be")
    _keyed(_add(actions, "reset", "let one setting be as it always was"))
    _keyed(_add(actions, "explain", "tell what a setting is for, and what it can be"))
    _add(actions, "path", "print where the file is")


def _add(actions: "Commands[ArgumentParser]", name: str, summary: str, detail: str = "") -> ArgumentParser:
    action = add_subcommand(actions, name, summary, detail)
    action.set_defaults(action=name)
    action.add_argument("--json", action="store_true", help="for programs: JSON")
    return action


def _keyed(action: ArgumentParser) -> ArgumentParser:
    action.add_argument("key", metavar="KEY", help="a key of `assistant settings list`")
    return action
