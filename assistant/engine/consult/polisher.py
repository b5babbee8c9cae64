"""Dictated text -> the same text, cleaned; or None, and it is typed as it was heard."""

from contextlib import closing
from time import monotonic

from assistant.act.profiles import profile_of
from assistant.consult import requests
from assistant.consult.cleaning import one_field
from assistant.consult.doubt import doubt
from assistant.consult.envelope import Envelope
from assistant.engine.consult.polish import Polish
from assistant.engine.consult.reading import Reading
from assistant.engine.work import CancelToken, Order
from assistant.errors import CancelledError, ConsultError
from assistant.values.action import InsertText
from assistant.values.consult import Called, Finished, Grew
from assistant.values.intent import Dictate
from assistant.values.settings import ConsultSettings, Profile

SHORTEST, LONGEST = 12, 8000
"""Characters; in less there is nothing to clean, and more would take too long."""


class Polisher:
    """Knows which texts are polished, and does it."""

    def __init__(self, settings: ConsultSettings, profiles: tuple[Profile, ...]) -> None:
        self._settings, self._profiles = settings, profiles
        self._open: tuple[Polish, ...] = ()

    def deadline(self, order: Order) -> float | None:
        """Return until when a text may be polished; None where it is not to be.

        What may not be stored is shown to no model either.
        """
        action = order.action
        if not isinstance(action, InsertText) or not isinstance(order.intent, Dictate) or not order.is_stored:
            return None
        profile = profile_of(action.window, self._profiles)
        own = profile.polish if profile is not None else None
        wanted = self._settings.polish if own is None else own
        is_fit = SHORTEST <= len(action.text) <= LONGEST
        return monotonic() + self._settings.polish_within_s if wanted and is_fit else None

    def begin(self, deadline: float, token: CancelToken) -> Polish:
        """Return what the hands will wait for."""
        polish = Polish(deadline, token.child())
        self._open = (*(each for each in self._open if not each.is_over), polish)
        return polish

    def drop(self) -> None:
        """Let nobody wait any longer."""
        for each in self._open:
            each.drop()

    def polish(self, order: Order, polish: Polish, reading: Reading) -> None:
        """Ask the model, and give what it says to whoever waits, unless there is any doubt about it."""
        try:
            polish.give(self._polished(order, polish, reading))
        except CancelledError:
            polish.give(None)
        except ConsultError as error:
            polish.give(None)
            reading.tell(f"{error} Dictation goes on without polish.")

    def _polished(self, order: Order, polish: Polish, reading: Reading) -> str | None:
        action = order.action
        if polish.token.is_set or not isinstance(action, InsertText):
            return None
        raw, whole = action.text, ""
        request = requests.polish(Envelope(raw, order.transcript.language.name))
        with closing(reading.reply(request, polish.token)) as reply:
            for piece in reply:
                match piece:
                    case Grew(text):
                        whole += text
                    case Called():
                        return None  # it obeys the text: nothing it says is to be trusted
                    case Finished(reason) if reason == "length":
                        return None
                    case Finished():
                        pass
        polished = one_field(whole)
        return None if polished is None or doubt(raw, polished) is not None else polished
