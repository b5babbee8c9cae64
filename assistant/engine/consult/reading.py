"""The language model, made on the thread that asks it, and the sentence about it when it can't be had."""

from collections.abc import Callable, Generator
from contextlib import suppress

from assistant.consult.ports import LanguageModel
from assistant.engine.ports import Observer
from assistant.engine.work import CancelToken
from assistant.errors import ConsultError
from assistant.values.consult import Reply, Request
from assistant.values.event import Fault, Recovered, Trouble

BACK = "The language model answers again."


class Reading:
    """Reads replies. One thread only, but for `close`."""

    def __init__(self, make: Callable[[], LanguageModel], report: Observer) -> None:
        self._make, self._report = make, report
        self._model: LanguageModel | None = None
        self._trouble = ""

    def warm(self) -> None:
        """Make the model; what is wrong with its settings is told with the first request."""
        with suppress(ConsultError):
            self._made().warm()

    def reply(self, request: Request, token: CancelToken) -> Generator[Reply]:
        """Yield the reply. Raises ConsultError, CancelledError."""
        yield from self._made().reply(request, token)
        self.tell("")

    def tell(self, trouble: str) -> None:
        """Tell of a trouble with texts to polish, once; of its end when there was one."""
        if trouble and trouble != self._trouble:
            self._report(Trouble(Fault.CONSULT, trouble))
        elif self._trouble and not trouble:
            self._report(Recovered(Fault.CONSULT, BACK))
        self._trouble = trouble

    def close(self) -> None:
        """Let go of the model."""
        if self._model is not None:
            self._model.close()

    def _made(self) -> LanguageModel:
        if self._model is None:
            self._model = self._make()
        return self._model
