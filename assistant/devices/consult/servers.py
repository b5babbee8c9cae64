"""Which servers of language models are on this computer: the usual addresses, all asked at once.

Nobody is asked before the user has switched the language model on, and nothing but lists is asked for.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from threading import Lock, Thread
from time import monotonic

from assistant.devices.consult.acquaintance import ServedModel, served_models
from assistant.devices.consult.address import CheckedAddress, ServerAddress, check
from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.lookup import look_up
from assistant.devices.consult.wire.exchange import Answer, Exchange, Question, Transports
from assistant.errors import CancelledError, ConsultError, KeyStoreError, UnauthorisedError, UnreachableError
from assistant.values.settings import ConsultSettings

LONGEST_S = 1.0
"""So long the whole survey takes at most."""
PATIENT_S = 10.0
"""So long one server may take that the user has chosen."""
KNOWN = {11434: "Ollama", 1234: "LM Studio", 8080: "llama.cpp", 1337: "Jan", 8000: "vLLM"}
"""The port that each uses unless it is told otherwise."""
OFF = "the language model is switched off, so nobody is asked: `assistant consult on` switches it on"
_CONNECT_S, _SHORTEST_S, _MARGIN_S = 0.5, 0.05, 0.1
_LARGEST_PROPS = 1 << 20


class Condition(StrEnum):
    """What a server said."""

    READY = "ready"
    NEEDS_KEY = "needs_key"
    OTHER = "other"
    """Something answers, and it is no language model's server."""
    SILENT = "silent"
    """Something took the connection and did not answer in time."""


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server that answered."""

    name: str
    url: str
    condition: Condition = Condition.READY
    models: tuple[ServedModel, ...] = ()
    has_tools: bool | None = None
    """Its model can be told of tools; None where the server does not say."""
    milliseconds: float = 0.0
    """How long it took to tell."""


def survey(
    settings: ConsultSettings, keys: KeyShelf | None = None, ports: Sequence[int] = tuple(KNOWN)
) -> tuple[FoundServer, ...]:
    """Return the servers that answer, within a second. Raises ConsultError while the hook is off.

    The usual ports of this computer are asked, and the server of the settings.
    """
    if not settings.is_on:
        raise ConsultError(OFF)
    names = {ServerAddress.read(f"127.0.0.1:{port}"): KNOWN.get(port, "a server") for port in ports}
    if settings.server:
        names.setdefault(ServerAddress.read(settings.server), "the server you chose")
    transports = Transports()
    transports.get("http")  # loaded before the clock runs
    inquiry = _Inquiry(settings, keys or KeyShelf(), transports, monotonic() + LONGEST_S)
    probes = [
        Thread(target=inquiry.probe, args=each, name="server probe", daemon=True) for each in names.items()
    ]
    for probe in probes:
        probe.start()
    for probe in probes:
        probe.join(max(0.0, inquiry.until - monotonic()))
    found = inquiry.close()
    return tuple(found[server] for server in names if server in found)


def look_at(settings: ConsultSettings, keys: KeyShelf | None = None) -> FoundServer:
    """Return what the server of the settings says of itself. Raises ConsultError."""
    server = ServerAddress.read(settings.server)
    inquiry = _Inquiry(settings, keys or KeyShelf(), Transports(), monotonic() + PATIENT_S)
    try:
        return inquiry.ask_about(server, KNOWN.get(server.port, server.host))
    finally:
        inquiry.close()


@dataclass(slots=True)
class _Inquiry:
    """Asks servers about themselves, each on the thread that wants to know."""

    settings: ConsultSettings
    keys: KeyShelf
    transports: Transports
    until: float
    """Monotonic seconds."""
    _lock: Lock = field(default_factory=Lock)
    _found: dict[ServerAddress, FoundServer] = field(default_factory=dict)
    _open: set[Exchange] = field(default_factory=set)

    def probe(self, server: ServerAddress, name: str) -> None:
        """Find out about one server; where nobody is, nothing is found."""
        start = monotonic()
        try:
            found = self.ask_about(server, name)
        except UnreachableError:
            return
        except CancelledError:
            return
        except (UnauthorisedError, KeyStoreError):
            found = FoundServer(name, str(server), Condition.NEEDS_KEY)
        except ConsultError as error:
            is_silent = isinstance(error, TimeoutError)
            found = FoundServer(name, str(server), Condition.SILENT if is_silent else Condition.OTHER)
        with self._lock:
            self._found[server] = replace(found, milliseconds=1000 * (monotonic() - start))

    def ask_about(self, server: ServerAddress, name: str) -> FoundServer:
        """Return what `server` says of itself. Raises ConsultError."""
        address = check(server, look_up, is_remote_allowed=self.settings.is_remote_allowed)
        key = self.keys.get(server.origin)
        software: list[str] = []

        def ask(question: Question) -> Answer:
            answer = self._ask(address, question)
            software.append(answer.software)
            return answer

        models = served_models(ask, address, key)
        if not any(each.startswith("llama.cpp") for each in software):
            return FoundServer(name, str(server), models=models)
        able = _able(ask(Question("/props", key=key)))
        return FoundServer("llama.cpp", str(server), models=models, has_tools=able)

    def close(self) -> dict[ServerAddress, FoundServer]:
        """End what is still being asked, and return what was found."""
        with self._lock:
            late, found = tuple(self._open), dict(self._found)
        for exchange in late:
            exchange.close()
        self.transports.close()
        return found

    def _ask(self, address: CheckedAddress, question: Question) -> Answer:
        left = max(_SHORTEST_S, self.until - monotonic() - _MARGIN_S)
        exchange = Exchange(self.transports, min(_CONNECT_S, left), left)
        with self._lock:
            self._open.add(exchange)
        return exchange.ask(address, question)


def _able(answer: Answer) -> bool | None:
    """Return whether llama.cpp's model can be told of tools; None where it does not say."""
    try:
        told = json.loads(answer.whole(_LARGEST_PROPS))["chat_template_caps"]["supports_tools"]
    except (ConsultError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return told if isinstance(told, bool) else None
