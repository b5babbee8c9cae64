"""`assistant models`: the models on this machine, and how they get here."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.cli.models import listing
from assistant.cli.models.line import StoreLine, megabytes
from assistant.devices.store.catalogue import CatalogueModel, read_catalogue
from assistant.devices.store.licence import licence_text
from assistant.devices.store.store import Consent, ModelStore
from assistant.devices.store.transfer.wishes import Region, TransferSettings, Wishes


def run(options: Namespace) -> int:
    """Do what the subcommand says."""
    with StoreLine(as_json=options.json) as line:
        store = ModelStore(read_catalogue(options.catalogue), report=line)
        match options.action:
            case "list":
                listing.list_models(store, as_json=options.json)
            case "show":
                listing.show_model(store.entry(options.name), as_json=options.json)
            case "download":
                _download(store, options)
            case "import":
                _import(store, options)
            case "verify":
                _verify(store, options)
            case "use":
                place = store.use(options.name)
                facts = {"name": options.name, "folder": str(place)}
                _tell(options, f"{options.name} is the assistant's model now", facts)
            case _:
                freed = store.remove(options.name, even_if_used=options.force)
                message = f"{options.name} is removed; {megabytes(freed)} are free again"
                _tell(options, message, {"name": options.name, "freed": freed})
    return 0


def _download(store: ModelStore, options: Namespace) -> None:
    transfer = TransferSettings(options.proxy, stall_s=options.stall)
    wishes = Wishes(tuple(options.mirror), Region(options.region), transfer)
    try:
        place = store.download(options.name, Consent(_asker(options)), wishes)
    except KeyboardInterrupt:
        sys.stderr.write("\nassistant: paused; run the same command again and it goes on from here\n")
        raise
    _installed(options, place)


def _import(store: ModelStore, options: Namespace) -> None:
    consent = Consent(_asker(options), trust=options.trust)
    _installed(options, store.take_in(options.place, consent, options.name))


def _verify(store: ModelStore, options: Namespace) -> None:
    verdict = store.verify(options.name)
    spoken = verdict.spoken
    bytes_told = (
        f"{verdict.files} files are right to the byte" if verdict.files else "it came with the assistant"
    )
    tried = f"it recognised {spoken.right} of {spoken.words} words"
    if spoken.is_random:
        tried = "its weights are random, so only its contract was tried"
    facts = {"files": verdict.files, "words": spoken.words, "right": spoken.right, "random": spoken.is_random}
    _tell(options, f"{options.name}: {bytes_told}; {tried}", {"name": options.name, **facts})


def _installed(options: Namespace, place: Path) -> None:
    advice = f"`assistant models use {place.name}` makes it the assistant's model"
    _tell(options, f"{place.name} is in {place}; {advice}", {"name": place.name, "folder": str(place)})


def _tell(options: Namespace, message: str, facts: dict[str, Any]) -> None:
    if options.json:
        message = json.dumps({"event": "done", **facts}, ensure_ascii=False)
    sys.stdout.write(f"{message}\n")


def _asker(options: Namespace) -> Callable[[CatalogueModel], bool]:
    """Return what asks whether the licence is accepted: a person, where there is one at a terminal."""

    def ask(model: CatalogueModel) -> bool:
        if options.accept_licence or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return bool(options.accept_licence)
        sys.stderr.write(f"\n{licence_text(model)}\nDo you accept this licence? [y/N] ")
        sys.stderr.flush()
        return sys.stdin.readline().strip().lower() in {"y", "yes"}

    return ask
