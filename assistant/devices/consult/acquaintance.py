"""What has to be known of a server before it is told anything: its model, and whose computer that runs on.

Ollama offers models of its makers' cloud at an address of this computer. It says so in `/api/tags`, and
what runs there counts as remote.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from assistant.devices.consult.address import CheckedAddress
from assistant.devices.consult.wire.complaints import refusal
from assistant.devices.consult.wire.exchange import Answer, Question
from assistant.errors import AddressRefusedError, ConsultError, GarbledReplyError, UnknownModelError

_LARGEST = 4 << 20
"""Bytes of a list of models: some services have thousands."""
_OK = 200
_FOR_S = 60.0
"""So long an acquaintance lasts."""
_CLOUD = ("-cloud", ":cloud")


@dataclass(frozen=True, slots=True)
class ServedModel:
    """One model of a server."""

    name: str
    remote_host: str = ""
    """Where it really runs, if the server says that this is elsewhere."""

    @property
    def is_remote(self) -> bool:
        """Tell whether it runs on another computer."""
        return bool(self.remote_host)


Ask = Callable[[Question], Answer]


def served_models(ask: Ask, address: CheckedAddress, key: str) -> tuple[ServedModel, ...]:
    """Return the models of a server, as `/v1/models` and Ollama's own list tell. Raises ConsultError."""
    answer = ask(Question("/v1/models", key=key))
    body = answer.whole(_LARGEST)
    if answer.status != _OK:
        raise refusal(address.server, answer.status, body, answer.location)
    listed = _listed(body, "data")
    if listed is None:
        raise GarbledReplyError(f"{address.server} gives no list of models: is it a language model's server?")
    names = [name for one in listed if isinstance(name := one.get("id"), str) and name]
    elsewhere = remote_hosts(ask, key) if address.is_local else {}
    return tuple(ServedModel(name, elsewhere.get(name, _by_name(name, elsewhere))) for name in names)


def remote_hosts(ask: Ask, key: str) -> dict[str, str]:
    """Return Ollama's models with where each really runs (empty: here); none where it is no Ollama."""
    try:
        answer = ask(Question("/api/tags", key=key))
        body = answer.whole(_LARGEST)
    except GarbledReplyError:
        return {}
    listed = _listed(body, "models") if answer.status == _OK else None
    found: dict[str, str] = {}
    for one in listed or ():
        host = one.get("remote_host") or one.get("remote_model") or ""
        for name in (one.get("name"), one.get("model")):
            if isinstance(name, str):
                found[name] = str(host)[:200]
    return found


def _by_name(name: str, known: dict[str, str]) -> str:
    """Return where a model runs that Ollama does not list as it was asked for."""
    if not known:
        return ""
    if name.endswith(_CLOUD):
        return "ollama.com"
    return known.get(f"{name}:latest", "")


def _listed(body: bytes, name: str) -> list[dict[str, Any]] | None:
    try:
        found = json.loads(body).get(name)
    except (ValueError, AttributeError, RecursionError):
        return None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else None


class Acquaintance:
    """Remembers for a minute what was found out about one model of one server."""

    def __init__(self, model: str) -> None:
        """Take the name as it was set; empty is the only model there is."""
        self._wanted = model
        self._model = ""
        self._until = 0.0

    def model(self, ask: Ask, address: CheckedAddress, key: str, *, is_remote_allowed: bool) -> ServedModel:
        """Return the model to ask for. Raises AddressRefusedError, UnknownModelError, ConsultError."""
        if monotonic() < self._until:
            return ServedModel(self._model)
        found = self._found(ask, address, key)
        if found.is_remote and not is_remote_allowed:
            raise AddressRefusedError(
                f"{found.name} runs at {found.remote_host}, though its server is on this computer; nothing "
                f"was sent. `assistant consult use {address.server} --model {found.name} --allow-remote` "
                "allows it"
            )
        if not found.is_remote:  # one that runs elsewhere is looked at each time, and is told to the log
            self._model, self._until = found.name, monotonic() + _FOR_S
        return found

    def _found(self, ask: Ask, address: CheckedAddress, key: str) -> ServedModel:
        if not self._wanted:
            return self._only(served_models(ask, address, key), address)
        if not address.is_local:
            return ServedModel(self._wanted)
        known = remote_hosts(ask, key)
        return ServedModel(self._wanted, known.get(self._wanted) or _by_name(self._wanted, known))

    @staticmethod
    def _only(models: tuple[ServedModel, ...], address: CheckedAddress) -> ServedModel:
        if not models:
            raise UnknownModelError(f"{address.server} has no model: it has to be given one first")
        if len(models) > 1:
            some = ", ".join(model.name for model in models[:5])
            raise ConsultError(
                f"{address.server} has {len(models)} models ({some}...): "
                f"assistant consult use {address.server} --model NAME"
            )
        return models[0]
