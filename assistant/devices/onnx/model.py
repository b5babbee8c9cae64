"""The acoustic model in this process: what the child process runs, and tests."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Thread
from time import monotonic

import numpy as np

from assistant.devices.onnx.layout import FEATURES, ModelFiles
from assistant.devices.onnx.prepare.cache import PreparedModels
from assistant.devices.onnx.prepare.elsewhere import make_elsewhere
from assistant.devices.onnx.prepared import PreparedGraph
from assistant.devices.onnx.providers.choice import Chosen, choose
from assistant.devices.onnx.published import PublishedGraph
from assistant.devices.onnx.session import SessionSettings
from assistant.errors import ModelError
from assistant.recognize.features import Floats
from assistant.recognize.ports import Cancellation, Emissions, ModelDescription, Query

Graph = PublishedGraph | PreparedGraph
_DROWSY = 30.0
"""Seconds without work after which the system may have taken memory back that is only read."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """How a model is to run, where that is not a matter of its session."""

    device: str = "cpu"
    """auto, cpu, gpu, cuda, webgpu or coreml."""
    waits: bool = True
    """Prepare before the first run; otherwise the model runs as it is meanwhile, and is exchanged."""


class OnnxAcousticModel:
    """Runs a SenseVoice graph of either layout with ONNX Runtime."""

    def __init__(
        self,
        files: ModelFiles,
        settings: SessionSettings,
        prepared: PreparedModels | None = None,
        wish: Wish | None = None,
    ) -> None:
        """Remember what to load; `warm` or the first `emit` loads it, from `prepared` where there is one."""
        self._files = files
        self._settings = settings
        self._prepared = prepared
        self._wish = wish or Wish()
        self._graph: Graph | None = None
        self._better: Graph | None = None
        self._device = ""
        self._closes = 0
        self._ran = -_DROWSY
        self.tell: Callable[[str], None] = _LOG.warning
        """Is told, once, why a graphics processor that was wished for does not run the model."""

    @property
    def description(self) -> ModelDescription:
        """What its files say about it."""
        return self._files.description

    @property
    def is_prepared(self) -> bool:
        """Whether the graph that is loaded was prepared for this machine."""
        return isinstance(self._graph, PreparedGraph)

    @property
    def runs_on(self) -> str:
        """What runs it, as read back from the session; empty while it is not loaded."""
        if self._graph is None:
            return ""
        return f"{self._device or 'cpu'}{', prepared' if self.is_prepared else ''}"

    def warm(self) -> None:
        """Load the model now. Raises ModelError."""
        if self._graph is None:
            self._graph = self._load()

    def wake(self) -> None:
        """Load it, and run a prepared graph on nothing where it did not run for long.

        So the first words find its weights in memory. What goes wrong is told by the run that comes.
        """
        with suppress(ModelError):
            self.warm()
            if self.is_prepared and monotonic() - self._ran > _DROWSY:
                self.emit(np.zeros((1, FEATURES), np.float32), Query())

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None = None) -> Emissions:
        """Run on normalised features [T, 560], T >= 1. Raises CancelledError, ModelError."""
        self.warm()
        better, self._better = self._better, None
        if better is not None and not self._device:
            self._graph = better
        graph = self._graph
        if graph is None:
            raise ModelError("the model was closed while it was loaded")
        self._ran = monotonic()
        try:
            return graph.emit(features, query, cancellation)
        except ModelError as error:
            if not self._device:
                raise
            self.tell(f"{self._device} failed ({error}); the processor runs the model from now on.")
        self._wish, self._graph, self._device = replace(self._wish, device="cpu"), None, ""
        return self.emit(features, query, cancellation)

    def close(self) -> None:
        """Give its memory back to the allocator, which may keep it; the next `emit` loads again.

        Only the end of a child process is sure to give everything back to the system.
        """
        self._closes += 1
        self._graph = self._better = None
        self._device = ""

    def _load(self) -> Graph:
        chosen = choose(self._files, self._wish.device, self.tell)
        if isinstance(chosen, Chosen):
            self._device = chosen.device
            return chosen.graph
        graph = self._find(make=self._wish.waits)
        if not self._wish.waits and self._prepared and self._prepared.is_missing(self._files.graph):
            work = (self._prepared, self._closes)
            Thread(target=self._improve, args=work, name="preparer", daemon=True).start()
        return graph or PublishedGraph(self._files, self._settings)

    def _find(self, *, make: bool) -> PreparedGraph | None:
        entry = self._prepared.find(self._files.graph, make=make) if self._prepared else None
        if entry is None:
            return None
        try:
            return PreparedGraph(self._files, entry, self._settings)
        except ModelError as error:
            _LOG.info("%s runs as it is: %s", self._files.graph.name, error)
            return None

    def _improve(self, prepared: PreparedModels, closes: int) -> None:
        """Have it prepared while it runs as it is; the next run takes the better graph."""
        try:
            make_elsewhere(self._files.graph, prepared.folder)
        except OSError as error:
            _LOG.info("%s runs as it is: %s", self._files.graph.name, error)
            return
        if self.is_prepared:
            return  # only the number of threads was measured again: for the next time
        better = self._find(make=False)
        if closes == self._closes:
            self._better = better
