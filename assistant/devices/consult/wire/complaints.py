"""What went wrong, in a sentence that says what to do. No text of the server's is in any of them.

Servers repeat what they were sent in their errors, the key too. So only words that we know are taken out.
"""

import json
import re
import ssl
from urllib.parse import urlsplit

from assistant.devices.consult.address import ServerAddress
from assistant.errors import (
    AddressRefusedError,
    BrokenReplyError,
    ConsultError,
    GarbledReplyError,
    ReplyTimeoutError,
    RequestTooLongError,
    ServerBusyError,
    ServerLoadingError,
    UnauthorisedError,
    UnknownModelError,
    UnreachableError,
)

_KEY = "{server} wants a key, or another one ({status}): assistant consult key set {server.origin}"
_LONG = "that is more text than the model at {server} can take; start it with a longer context"
_NO_MODEL = "{server} does not have that model: `assistant consult models` lists what it has"
_POOR = "{server} says that the account has no credit left ({status})"
_LOADING = "{server} is not ready (503): its model is still loading, or it is full"
_NO_CHAT = "{server} has no chat completions (404): is it a language model's server?"

_BY_WORD: tuple[tuple[set[str], type[ConsultError], str], ...] = (
    ({"context_length_exceeded", "exceed_context_size_error"}, RequestTooLongError, _LONG),
    ({"model_not_found", "model_not_supported"}, UnknownModelError, _NO_MODEL),
    ({"insufficient_quota", "billing_hard_limit_reached"}, ServerBusyError, _POOR),
)
_BY_STATUS: dict[int, tuple[type[ConsultError], str]] = {
    **dict.fromkeys((401, 403, 407), (UnauthorisedError, _KEY)),
    404: (GarbledReplyError, _NO_CHAT),
    413: (RequestTooLongError, _LONG),
    429: (ServerBusyError, "{server} has too much to do (429): try again in a moment"),
    503: (ServerLoadingError, _LOADING),
}
_FAILED = (ConsultError, "the server at {server} failed ({status}); its log says why")
_REFUSED = (ConsultError, "{server} refused the request ({status}); its model may lack what it would take")
_NAMES_A_MODEL = re.compile(rb"""["' ]model["' ]""")


def no_connection(server: ServerAddress, error: Exception) -> ConsultError:
    """Return why there is no connection."""
    if _caused_by(error, ssl.SSLCertVerificationError):
        return AddressRefusedError(
            f"the certificate of {server.host} is not trusted here, so it may be another; nothing was sent"
        )
    if _caused_by(error, ssl.SSLError):
        return UnreachableError(f"{server} speaks no encryption that we know: is it http:// instead?")
    if _caused_by(error, TimeoutError):
        return ReplyTimeoutError(
            f"{server} does not take the connection: is the machine on, and the port right?"
        )
    return UnreachableError(
        f"nobody answers at {server} (`assistant consult servers` looks for others): is its server started?"
    )


def no_more(server: ServerAddress, error: Exception) -> ConsultError:
    """Return why a connection that was there gave no answer, or no more of it."""
    import httpx2

    match error:
        case httpx2.TimeoutException():
            return ReplyTimeoutError(f"{server} has stopped sending")
        case httpx2.RemoteProtocolError() if "disconnect" in str(error) or "incomplete" in str(error):
            return BrokenReplyError(f"{server} hung up before its answer was whole: has it crashed?")
        case httpx2.ProtocolError():
            return GarbledReplyError(f"what answers at {server} speaks no HTTP: is the port right?")
        case _:
            return BrokenReplyError(f"the connection to {server} broke: has its server ended?")


def refusal(server: ServerAddress, status: int, body: bytes = b"", location: str = "") -> ConsultError:
    """Return what a status other than 200 means."""
    if 300 <= status < 400:  # noqa: PLR2004 - all redirects
        where = _host(location)
        return AddressRefusedError(f"{server} sends us on to {where}; that is not followed")
    words = _known_words(body)
    kind, sentence = _BY_STATUS.get(status, _FAILED if status >= 500 else _REFUSED)  # noqa: PLR2004 - its own fault
    if status == 404 and _NAMES_A_MODEL.search(body):  # noqa: PLR2004 - what is asked for is not there
        kind, sentence = UnknownModelError, _NO_MODEL
    for known, its_kind, its_sentence in _BY_WORD:
        if words & known:
            kind, sentence = its_kind, its_sentence
    return kind(sentence.format(server=server, status=status))


def _known_words(body: bytes) -> set[str]:
    """Return the words of an error that are ours to know: its type and its code."""
    try:
        error = json.loads(body).get("error")
    except (ValueError, AttributeError, RecursionError):
        return set()
    if not isinstance(error, dict):
        return set()
    return {error[name] for name in ("type", "code") if isinstance(error.get(name), str)}


def _host(location: str) -> str:
    """Return the host of an address that a stranger gave, or `another address`."""
    try:
        host = urlsplit(location).hostname or ""
    except ValueError:
        host = ""
    tidy = "".join(one for one in host if one.isalnum() or one in ".-:")
    return tidy[:60] or "another address"


def _caused_by(error: BaseException | None, kind: type[BaseException]) -> bool:
    """Tell whether `error`, or what led to it, is a `kind`."""
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False
