"""Getting a model: begun, paused, gone on with, called off; each step as `assistant models` takes it."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from assistant.devices.store.progress import Progress
from assistant.devices.store.store import Consent, ModelStore
from assistant.devices.store.transfer.wishes import Wishes
from assistant.engine.work import CancelToken
from assistant.errors import AssistantError, CancelledError
from assistant.tray.errands import Errands
from assistant.tray.looks.said import said


class Phase(StrEnum):
    """How far it is."""

    IDLE = "idle"
    WORKING = "working"
    PAUSED = "paused"
    INSTALLED = "installed"
    FAILED = "failed"


class Fetch(QObject):
    """One model on its way. What arrived stays on the disk until it is called off."""

    changed = Signal()
    progressed = Signal(object)
    """A Progress."""

    def __init__(self, errands: Errands, store: Callable[[Callable[[Progress], None]], ModelStore]) -> None:
        """Take what makes a store that reports to what it is given."""
        super().__init__()
        self._errands = errands
        self._store = store(self._report)
        self._token = CancelToken()
        self._after = Phase.IDLE
        self._name = ""
        self._wishes = Wishes()
        self.phase = Phase.IDLE
        self.message = ""
        """What went wrong, in a sentence."""
        self.installed = ""
        """Name of the model that was installed."""

    @property
    def store(self) -> ModelStore:
        """The models there are."""
        return self._store

    def download(self, name: str, wishes: Wishes) -> None:
        """Fetch the model `name`, or go on with it. Its licence has been accepted."""
        self._name, self._wishes = name, wishes
        self._begin(partial(self._store.download, name, _AGREED, wishes))

    def take_in(self, place: Path) -> None:
        """Install a model from a folder, an archive or an ONNX file. Its licence has been accepted."""
        self._begin(lambda _stop: self._store.take_in(place, _AGREED))

    def pause(self) -> None:
        """Stop; what arrived stays."""
        self._end(Phase.PAUSED)

    def resume(self) -> None:
        """Go on where it was."""
        self.download(self._name, self._wishes)

    def call_off(self) -> None:
        """Stop, and forget what arrived."""
        if self.phase is Phase.WORKING:
            self._end(Phase.IDLE)
        else:
            self._forget()
            self._turn(Phase.IDLE)

    def close(self) -> None:
        """Stop; what arrived stays, and `assistant models download` goes on with it too."""
        self._token.set()

    def _begin(self, work: Callable[[CancelToken], Path]) -> None:
        if self.phase is Phase.WORKING:
            return
        token = self._token = CancelToken()
        self.message = ""
        self._turn(Phase.WORKING)
        self._errands.run(partial(work, token), self._arrived, self._failed)

    def _end(self, after: Phase) -> None:
        self._after = after
        self._token.set()

    def _arrived(self, place: Path) -> None:
        self.installed = place.name
        self._turn(Phase.INSTALLED)

    def _failed(self, error: AssistantError | OSError) -> None:
        if isinstance(error, CancelledError):
            if self._after is Phase.IDLE:
                self._forget()
            self._turn(self._after)
            return
        self.message = said(error)
        self._turn(Phase.FAILED)

    def _forget(self) -> None:
        if self._name:
            self._store.shelf.forget_parts(self._name)

    def _turn(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()

    @Slot()
    def _report(self, progress: Progress) -> None:
        """Pass on, from whichever thread."""
        self.progressed.emit(progress)


_AGREED = Consent(licence=lambda _model: True)
"""The box was ticked before anything began."""
