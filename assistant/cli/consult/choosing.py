"""`consult status`, `on`, `off` and `use`."""

import json
import sys
from argparse import Namespace
from dataclasses import replace
from typing import Any

from assistant.cli.options import settings_from
from assistant.devices.consult.address import ServerAddress, check
from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.ledger import Ledger
from assistant.devices.consult.lookup import look_up
from assistant.devices.settings_file import SettingsFile
from assistant.values.settings import ConsultSettings

LEAVES = "From now on these leave this computer for {host}: {what}. Audio never does."


def show(options: Namespace) -> int:
    """Tell how things are."""
    settings = settings_from(options).consult
    keys = [kept.origin for kept in KeyShelf().all()]
    facts: dict[str, Any] = {"on": settings.is_on, "server": settings.server, "model": settings.model}
    facts |= {"remote_allowed": settings.is_remote_allowed, "keys": keys, "logged": len(Ledger().entries())}
    if options.json:
        _print(json.dumps(facts, ensure_ascii=False))
        return 0
    _print("The language model is " + ("on." if settings.is_on else "off: assistant consult on"))
    _print(f"  server   {settings.server or 'none: assistant consult servers'}")
    _print(f"  model    {settings.model or 'the only one it has'}")
    if settings.is_remote_allowed:
        _print(f"  leaves   {', '.join(leaving(settings))} may leave this computer for that server")
    else:
        _print("  leaves   nothing leaves this computer")
    _print(f"  keys     {', '.join(keys) or 'none'}")
    _print(f"  log      {facts['logged']} requests: assistant consult log")
    return 0


def switch(options: Namespace) -> int:
    """Switch it on or off."""
    SettingsFile().set("consult.is_on", options.action == "on")
    settings = settings_from(options).consult
    if options.json:
        _print(json.dumps({"on": settings.is_on}))
    elif not settings.is_on:
        _print("The language model is off: no connection is opened any more.")
    elif settings.server:
        _print(f"The language model is on: {settings.server}. Try it: assistant consult test")
    else:
        _print("The language model is on. Now choose one: assistant consult servers")
    return 0


def use(options: Namespace) -> int:
    """Choose the server and the model. Raises ConsultError where text may not go there."""
    server = ServerAddress.read(options.server)
    where = check(server, look_up, is_remote_allowed=options.allow_remote)
    file = SettingsFile()
    settings = file.read()
    consult = replace(
        settings.consult,
        server=str(server),
        model=options.model,
        is_remote_allowed=options.allow_remote,
    )
    file.write(replace(settings, consult=consult))
    if options.json:
        facts = {"server": consult.server, "model": consult.model, "remote_allowed": options.allow_remote}
        _print(json.dumps(facts | {"local": where.is_local}, ensure_ascii=False))
        return 0
    _print(f"{consult.model or 'The only model'} at {server} is the language model from now on.")
    if options.allow_remote:
        _print(LEAVES.format(host=server.host, what=", ".join(leaving(consult))))
    if not consult.is_on:
        _print("It is switched off still: assistant consult on")
    return 0


def leaving(settings: ConsultSettings) -> list[str]:
    """Return what may leave this computer, in words."""
    ticked = {
        "the selected text": settings.sends_selection,
        "the name of the application": settings.sends_app,
        "how you may have sounded": settings.tone,
    }
    return ["the words for the model", *(name for name, is_sent in ticked.items() if is_sent)]


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
