"""Language models as tests ask them: at a server of the test's, with limits that a test can wait for."""

from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from assistant.devices.consult.address import Resolve
from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.ledger import Ledger
from assistant.devices.consult.lookup import look_up
from assistant.devices.consult.model import HttpLanguageModel, Surroundings
from assistant.devices.consult.patience import Patience
from assistant.engine.work import CancelToken
from assistant.values.consult import Grew, Reply, Request, Role, Turn
from assistant.values.settings import ConsultSettings

HASTE = Patience(connect_s=0.5, connect_far_s=0.5, reach_s=0.5, first_s=0.7, gap_s=0.7, total_s=2.0)
SECRET = "xylophone"


@dataclass
class ModelShelf:
    """Makes language models, with keys and log in one folder; all are closed at the end."""

    folder: Path
    open_models: ExitStack

    @property
    def keys(self) -> KeyShelf:
        return KeyShelf(self.folder / "keys.json")

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.folder / "sent.jsonl")

    def model(
        self, server: str, *, patience: Patience = HASTE, resolve: Resolve = look_up, remote: bool = False
    ) -> HttpLanguageModel:
        """Return one for the model `tiny` at `server`."""
        settings = ConsultSettings(is_on=True, server=server, model="tiny", is_remote_allowed=remote)
        around = Surroundings(self.keys, self.ledger, resolve, patience)
        return self.open_models.enter_context(closing(HttpLanguageModel(settings, around)))


def request(*texts: str, longest: int = 64) -> Request:
    """Return a request with these turns, the user's first."""
    roles = (Role.USER, Role.ASSISTANT)
    turns = tuple(Turn(roles[at % 2], text) for at, text in enumerate(texts or (SECRET,)))
    return Request(turns, longest=longest, purpose="ask")


def replies(model: HttpLanguageModel, asked: Request | None = None) -> list[Reply]:
    """Return everything that comes."""
    return list(model.reply(asked or request(), CancelToken()))


def said(came: Sequence[Reply]) -> str:
    """Return the words of a reply."""
    return "".join(each.text for each in came if isinstance(each, Grew))
