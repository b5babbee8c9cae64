"""The acoustic model in this process: what the child process runs, and tests."""

import logging

from assistant.devices.onnx.layout import ModelFiles
from assistant.devices.onnx.prepare.cache import PreparedModels
from assistant.devices.onnx.prepared import PreparedGraph
from assistant.devices.onnx.published import PublishedGraph
from assistant.devices.onnx.session import SessionSettings
from assistant.errors import ModelError
from assistant.recognize.features import Floats
from assistant.recognize.ports import Cancellation, Emissions, ModelDescription, Query

_LOG = logging.getLogger(__name__)


class OnnxAcousticModel:
    """Runs a SenseVoice graph of either layout with ONNX Runtime."""

    def __init__(
        self, files: ModelFiles, settings: SessionSettings, prepared: PreparedModels | None = None
    ) -> None:
        """Remember what to load; `warm` or the first `emit` loads it, from `prepared` where there is one."""
        self._files = files
        self._settings = settings
        self._prepared = prepared
        self._graph: PublishedGraph | PreparedGraph | None = None

    @property
    def description(self) -> ModelDescription:
        """What its files say about it."""
        return self._files.description

    @property
    def is_prepared(self) -> bool:
        """Whether the graph that is loaded was prepared for this machine."""
        return isinstance(self._graph, PreparedGraph)

    def warm(self) -> None:
        """Load the model now. Raises ModelError."""
        if self._graph is None:
            self._graph = self._load()

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None = None) -> Emissions:
        """Run on normalised features [T, 560], T >= 1. Raises CancelledError, ModelError."""
        self.warm()
        graph = self._graph
        if graph is None:
            raise ModelError("the model was closed while it was loaded")
        return graph.emit(features, query, cancellation)

    def close(self) -> None:
        """Give its memory back to the allocator, which may keep it; the next `emit` loads again.

        Only the end of a child process is sure to give everything back to the system.
        """
        self._graph = None

    def _load(self) -> PublishedGraph | PreparedGraph:
        entry = self._prepared.find(self._files.graph) if self._prepared else None
        if entry is not None:
            try:
                return PreparedGraph(self._files, entry, self._settings)
            except ModelError as error:
                _LOG.info("%s runs as it is: %s", self._files.graph.name, error)
        return PublishedGraph(self._files, self._settings)
