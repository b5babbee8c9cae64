"""`assistant settings`: look at settings and change them, one at a time."""

import json
import sys
import tomllib
from argparse import Namespace
from dataclasses import fields

from assistant.cli.settings import listing
from assistant.devices.settings_file import SettingsFile, keys
from assistant.devices.settings_file.catalogue import Kind, SettingField, catalogue
from assistant.devices.settings_file.writing import plain
from assistant.values.settings import Settings


def run(options: Namespace) -> int:
    """Do what the subcommand says."""
    file = SettingsFile()
    match options.action:
        case "list":
            _list(file, options)
        case "path":
            _print(json.dumps({"path": str(file.path)}) if options.json else str(file.path))
        case "get":
            value = keys.value_of(_read(file), options.key)
            _print(json.dumps(plain(value), ensure_ascii=False) if options.json else listing.shown(value))
        case "explain":
            _explain(file, options)
        case "set":
            file.set(options.key, typed(_field(options.key), options.value))
            _tell(file, options)
        case _:
            file.reset(options.key)
            _tell(file, options)
    return 0


def typed(field: SettingField, words: list[str]) -> object:
    """Return what was typed as TOML would say it."""
    text = " ".join(words)
    if field.kind in {Kind.TEXT, Kind.PLACE}:
        return text
    if field.kind is Kind.LIST and not text.startswith("["):
        return [word.strip() for one in words for word in one.split(",") if word.strip()]
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except ValueError:
        if field.kind is not Kind.TABLES or text.startswith("["):
            return text
    first = fields(keys.table_kind(field.key))[0].name
    return [{first: word.strip()} for one in words for word in one.split(",") if word.strip()]


def _list(file: SettingsFile, options: Namespace) -> None:
    settings, chosen = _read(file), file.chosen()
    found = listing.selected(options.search, chosen if options.changed else None)
    if options.json:
        _print(listing.as_json(settings, chosen, found))
    elif options.markdown:
        _print(listing.as_markdown(found))
    elif found:
        _print(listing.as_text(settings, chosen, found))
    else:
        _print("No setting has to do with that." if options.search else "Nothing is changed.")


def _explain(file: SettingsFile, options: Namespace) -> None:
    settings, field = _read(file), _field(options.key)
    if options.json:
        _print(json.dumps(listing.facts_of(settings, file.chosen(), field), ensure_ascii=False))
    else:
        _print(listing.explained(settings, file.chosen(), field))


def _tell(file: SettingsFile, options: Namespace) -> None:
    value = keys.value_of(_read(file), options.key)
    if options.json:
        _print(json.dumps({"key": options.key, "value": plain(value)}, ensure_ascii=False))
    else:
        _print(f"{options.key} is {listing.shown(value)} from the next utterance on")


def _field(key: str) -> SettingField:
    found = catalogue().get(key)
    if found is None:
        raise keys.unknown(key)
    return found


def _read(file: SettingsFile) -> Settings:
    settings = file.read()
    for problem in file.problems:
        sys.stderr.write(f"assistant: {problem}\n")
    return settings


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
