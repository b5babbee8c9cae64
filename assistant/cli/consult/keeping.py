"""`consult key` and `consult log`: what is kept."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from getpass import getpass

from assistant.cli.options import settings_from
from assistant.devices.consult.address import ServerAddress
from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.ledger import Ledger, Sent


def key(options: Namespace) -> int:
    """Keep a key, forget it, or tell for whom there are some. Raises KeyStoreError, ConsultError."""
    shelf = KeyShelf()
    if options.what == "list":
        kept = shelf.all()
        if options.json:
            listed = [{"server": one.origin, "in_keyring": one.counts_in_keyring} for one in kept]
            _print(json.dumps(listed))
        else:
            places = {True: "in the keyring", False: f"in {shelf.file}"}
            _print(
                "\n".join(f"{one.origin}   {places[one.counts_in_keyring]}" for one in kept)
                or "There is no key."
            )
        return 0
    origin = ServerAddress.read(options.host or settings_from(options).consult.server).origin
    warning = ""
    if options.what == "set":
        warning = shelf.set(origin, _read_key(origin))
    else:
        shelf.forget(origin)
    if options.json:
        _print(json.dumps({"server": origin, "kept": options.what == "set", "warning": warning}))
    else:
        done = "is kept" if options.what == "set" else "is forgotten"
        _print(f"The key for {origin} {done}.")
        sys.stderr.write(f"assistant: {warning}\n" if warning else "")
    return 0


def log(options: Namespace) -> int:
    """Show what was sent, or forget it."""
    ledger = Ledger()
    if options.clear:
        count = ledger.clear()
        _print(json.dumps({"forgotten": count}) if options.json else f"{count} requests are forgotten.")
        return 0
    entries = ledger.entries()
    if options.json:
        _print(json.dumps([asdict(one) for one in entries], ensure_ascii=False, indent=1))
    else:
        _print("\n".join(map(_line, entries)) or "Nothing was sent to a language model.")
    return 0


def _line(sent: Sent) -> str:
    where = f"{sent.server} {'(ANOTHER COMPUTER) ' if sent.is_remote else ''}{sent.model}"
    what = f"{sent.purpose or 'asked'}, {sent.characters} characters in {sent.turns} turns"
    shows = f", with {', '.join(sent.shows)}" if sent.shows else ""
    tools = f", {sent.tools} commands on offer" if sent.tools else ""
    text = "".join(f"\n    {turn}" for turn in sent.text)
    line = f"{sent.when[:19].replace('T', ' ')} UTC  {where}  {what}{shows}{tools}{text}"
    return "".join(one for one in line if one.isprintable() or one == "\n")


def _read_key(origin: str) -> str:
    """Return what is typed unseen, or the first line of standard input."""
    if sys.stdin.isatty():
        return getpass(f"Key for {origin} (it is not shown): ")
    return sys.stdin.readline()


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
