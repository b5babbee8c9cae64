"""A hook that is a web address: the same JSON by POST; to this computer unless the user allows others."""

from threading import Timer
from urllib.parse import urlsplit

from assistant.consult.ports import Stop
from assistant.devices.deeds.hooks.message import LARGEST
from assistant.devices.deeds.hooks.program import PATIENCE
from assistant.errors import CancelledError, ConsultError, HookError
from assistant.values.commands.deed import CallHttp

_FINE = range(200, 300)
_CONNECT_S = 0.5


def ask_web(deed: CallHttp, asked: bytes, token: Stop, *, is_remote_allowed: bool) -> bytes:
    """Ask, and return the answer. Raises HookError, CancelledError."""
    from assistant.devices.consult.address import ServerAddress, check  # HTTP is loaded for who asks only
    from assistant.devices.consult.lookup import look_up
    from assistant.devices.consult.wire.exchange import Exchange, Question, Transports

    parts = urlsplit(deed.url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    transports = Transports()
    exchange = Exchange(transports, _CONNECT_S if not is_remote_allowed else 10 * _CONNECT_S, PATIENCE)
    forget = token.watch(exchange.close)
    limit = Timer(PATIENCE, exchange.close)
    limit.daemon = True
    limit.start()
    try:
        server = ServerAddress.read(f"{parts.scheme}://{parts.netloc}")
        address = check(server, look_up, is_remote_allowed=is_remote_allowed)
        answer = exchange.ask(address, Question(path, None if deed.method == "GET" else asked))
        body = answer.whole(LARGEST)
    except CancelledError:
        if token.is_set:
            raise
        raise HookError(f"The hook at {parts.hostname} took longer than {PATIENCE:g} s.") from None
    except ConsultError as error:
        raise HookError(f"The hook at {parts.hostname} could not be asked: {error}") from error
    finally:
        limit.cancel()
        forget()
        transports.close()
    if answer.status not in _FINE:
        raise HookError(f"The hook at {server.name} answered with status {answer.status}.")
    return body
