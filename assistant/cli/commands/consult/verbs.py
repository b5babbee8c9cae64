"""`assistant consult`: the language model, its server, its key and its log."""

from argparse import Namespace
from collections.abc import Callable

from assistant.cli.consult import asking, choosing, keeping, looking

VERBS: dict[str, Callable[[Namespace], int]] = {
    "status": choosing.show,
    "on": choosing.switch,
    "off": choosing.switch,
    "use": choosing.use,
    "servers": looking.servers,
    "models": looking.models,
    "ask": asking.ask,
    "test": asking.test,
    "key": keeping.key,
    "log": keeping.log,
}


def run(options: Namespace) -> int:
    """Do what the subcommand says."""
    return VERBS[options.action](options)
