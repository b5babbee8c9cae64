"""`consult servers` and `consult models`."""

import json
import sys
from argparse import Namespace
from typing import Any

from assistant.cli.options import settings_from
from assistant.devices.consult.acquaintance import ServedModel
from assistant.devices.consult.servers import KNOWN, OFF, Condition, FoundServer, look_at, survey
from assistant.errors import ConsultError

_SENTENCES = {
    Condition.READY: "{count}",
    Condition.NEEDS_KEY: "is there and wants a key: assistant consult key set {url}",
    Condition.OTHER: "something answers there, and it is no language model's server",
    Condition.SILENT: "something is there and does not answer",
}


def servers(options: Namespace) -> int:
    """Show which servers answer; 1 where none does."""
    settings = settings_from(options).consult
    found = survey(settings)
    if options.json:
        sys.stdout.write(json.dumps([as_object(one) for one in found], ensure_ascii=False, indent=1) + "\n")
        return 0 if found else 1
    for one in found:
        told = _SENTENCES[one.condition].format(count=counted(one), url=one.url)
        mark = "*" if one.url == settings.server else " "
        sys.stdout.write(f"{mark} {one.name:<10} {one.url:<24} {told}\n")
        sys.stdout.write("".join(f"      {_line(model, one)}\n" for model in one.models))
    if not found:
        ports = ", ".join(f"{name} ({port})" for port, name in KNOWN.items())
        sys.stdout.write(f"No server answers on this computer. Asked were the usual ports: {ports}.\n")
        return 1
    sys.stdout.write(
        "\nassistant consult use SERVER --model NAME   chooses one; nothing is chosen by itself\n"
    )
    return 0


def models(options: Namespace) -> int:
    """List the models of the server in use."""
    settings = settings_from(options).consult
    if not settings.is_on:
        raise ConsultError(OFF)
    found = look_at(settings)
    if options.json:
        sys.stdout.write(json.dumps(as_object(found), ensure_ascii=False, indent=1) + "\n")
        return 0
    for model in found.models:
        mark = "*" if model.name == settings.model else " "
        sys.stdout.write(f"{mark} {_line(model, found)}\n")
    if not found.models:
        sys.stdout.write(f"{found.url} has no model yet.\n")
    return 0


def counted(found: FoundServer) -> str:
    """Return how many models a server has, in words."""
    return "1 model" if len(found.models) == 1 else f"{len(found.models)} models"


def as_object(found: FoundServer) -> dict[str, Any]:
    """Return one server as plain data for JSON."""
    known: dict[str, Any] = {"name": found.name, "url": found.url, "condition": str(found.condition)}
    listed = [{"name": one.name, "remote_host": one.remote_host or None} for one in found.models]
    return known | {"models": listed, "tools": found.has_tools, "milliseconds": round(found.milliseconds, 1)}


def _line(model: ServedModel, server: FoundServer) -> str:
    name = "".join(one if one.isprintable() else "?" for one in model.name)[:100]
    if model.is_remote:
        return f"{name}   runs at {model.remote_host}: your words would leave this computer"
    if server.has_tools is not None:
        return f"{name}   " + ("can be given commands" if server.has_tools else "cannot be given commands")
    return name
