"""One ONNX Runtime session, with options that were measured and nothing done behind our back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from assistant.devices.onnx.providers.installed import Provider
from assistant.errors import CancelledError, ModelError
from assistant.recognize.ports import Cancellation

os.environ.setdefault("ORT_DISABLE_FLASH_ATTENTION", "1")
"""Attention in tiles is no faster up to 30 s of speech, and rounds otherwise than the graph as published."""
_CPU = "CPUExecutionProvider"
_registering = Lock()
_registered: set[str] = set()
"""Plug-ins of this process: ONNX Runtime takes a library once."""
_FATAL_ONLY = 4
"""What is wrong is raised; ONNX Runtime need not print it too."""
_FAILURES = (
    failures.Fail,
    failures.InvalidArgument,
    failures.InvalidGraph,
    failures.InvalidProtobuf,
    failures.NoSuchFile,
    failures.NotImplemented,
    failures.RuntimeException,
)
"""What ONNX Runtime raises; their only common ancestor is Exception."""


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """How a session runs."""

    threads: int = 1
    spinning: bool = False
    """Let idle threads burn the processor for a few milliseconds less; on a shared one it doubles them."""
    provider: Provider | None = None
    """What runs the graph; None is the processor."""
    is_prepared: bool = False
    """The graph was optimised when it was written: loading leaves it alone."""
    write_to: tuple[Path, str] | None = None
    """Write the optimised graph there, its weights into a file of that name..."""
    is_packed: bool = False
    """...as packed for this processor too, so that loading maps them and copies nothing.

    Only where all are 8 bits: ONNX Runtime 1.31 crashes when it runs packed float32 weights from a file.
    """


class Session:
    """Runs one graph; one call at a time, from any thread."""

    def __init__(self, graph: Path, settings: SessionSettings) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = settings.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL_ONLY
        spinning = "1" if settings.spinning else "0"
        options.add_session_config_entry("session.intra_op.allow_spinning", spinning)
        options.add_session_config_entry("session.inter_op.allow_spinning", spinning)
        _store(options, settings)
        try:
            self._session = _opened(graph, options, settings.provider)
        except _FAILURES as error:
            raise ModelError(f"ONNX Runtime cannot load {graph}: {error}") from error
        self.providers: tuple[str, ...] = tuple(self._session.get_providers())
        wanted = settings.provider.name if settings.provider else _CPU
        if self.providers[:1] != (wanted,):
            got = ", ".join(self.providers)
            raise ModelError(f"{graph} was to run on {wanted}, but ONNX Runtime chose {got}")

    def run(
        self, outputs: tuple[str, ...], inputs: Mapping[str, NDArray[Any]], cancellation: Cancellation | None
    ) -> list[NDArray[Any]]:
        """Return these outputs. Raises CancelledError, or ModelError where the graph does not run."""
        options = onnxruntime.RunOptions()

        def terminate() -> None:
            options.terminate = True

        end_watch = cancellation.watch(terminate) if cancellation else None
        try:
            values = self._session.run(list(outputs), dict(inputs), options)
        except _FAILURES as error:
            if cancellation is not None and cancellation.is_set:
                raise CancelledError("recognition was cancelled") from error
            raise ModelError(f"the model does not run: {error}") from error
        finally:
            if end_watch is not None:
                end_watch()
        if cancellation is not None and cancellation.is_set:
            raise CancelledError("recognition was cancelled")
        return [np.asarray(value) for value in values]


def _opened(graph: Path, options: Any, provider: Provider | None) -> Any:  # noqa: ANN401 - ONNX Runtime has no type hints
    """Return a session without ONNX Runtime's own silent fallback."""
    if provider is not None and provider.library is not None:
        options.add_provider_for_devices([_device(provider, provider.library)], {})
        return onnxruntime.InferenceSession(graph, options, enable_fallback=0)
    names = list(dict.fromkeys((provider.name, _CPU) if provider else (_CPU,)))
    return onnxruntime.InferenceSession(graph, options, providers=names, enable_fallback=0)


def _device(provider: Provider, library: Path) -> Any:  # noqa: ANN401 - ONNX Runtime has no type hints
    """Return the first device that a plug-in finds. Raises ModelError."""
    with _registering:
        if provider.name not in _registered:
            try:
                onnxruntime.register_execution_provider_library(provider.name, str(library))
            except _FAILURES as error:
                raise ModelError(f"{provider.device}: {library.name} cannot be loaded: {error}") from error
            _registered.add(provider.name)
    for device in onnxruntime.get_ep_devices():
        if device.ep_name == provider.name:
            return device
    raise ModelError(f"{provider.device}: {provider.name} finds no device on this machine")


def _store(options: Any, settings: SessionSettings) -> None:  # noqa: ANN401 - ONNX Runtime has no type hints
    if settings.is_prepared:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        # Planning which buffers share memory is quadratic in the nodes: 0.45 of 0.6 s to load the full-size
        # model. Without, the arena shares them, in less memory (187 MB against 244 after 30 s of audio).
        options.enable_mem_reuse = False
        options.enable_mem_pattern = False
    if settings.write_to is None:
        return
    graph, weights = settings.write_to
    options.optimized_model_filepath = str(graph)
    packed = "1" if settings.is_packed else "0"
    for name, value in (
        ("session.optimized_model_external_initializers_file_name", weights),
        ("session.optimized_model_external_initializers_min_size_in_bytes", "1024"),
        ("session.save_external_prepacked_constant_initializers", packed),
    ):
        options.add_session_config_entry(name, value)
