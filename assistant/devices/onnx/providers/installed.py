"""Execution providers beside the processor's own: what is installed.

They come as packages of their own beside plain `onnxruntime` (`onnxruntime-ep-webgpu` and its like),
or inside it (CoreML on a Mac, CUDA in `onnxruntime-gpu`).
"""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

_PACKAGE = "onnxruntime_ep_"
_BUILT_IN = {"CUDAExecutionProvider": "cuda", "CoreMLExecutionProvider": "coreml"}
_KINDS = {"webgpu": "webgpu", "cuda": "cuda", "tensorrt": "cuda"}
"""A part of a package's name -> what it is asked for by."""
_ANY = frozenset({"auto", "gpu"})


@dataclass(frozen=True, slots=True)
class Provider:
    """Something other than the processor that could run a graph."""

    device: str
    """cuda, webgpu or coreml."""
    name: str
    """ONNX Runtime's name of it."""
    library: Path | None = None
    """Of a plug-in; None is inside of ONNX Runtime."""


def installed(device: str) -> tuple[Provider, ...]:
    """Return what could run a graph where the settings say `device`; nothing for `cpu`."""
    if device == "cpu":
        return ()
    return tuple(one for one in (*_plug_ins(), *_built_in()) if device in _ANY or one.device == device)


def _plug_ins() -> Iterator[Provider]:
    for package in sorted(one.name for one in pkgutil.iter_modules() if one.name.startswith(_PACKAGE)):
        device = next((kind for part, kind in _KINDS.items() if part in package), "")
        if not device:
            continue
        try:
            module = import_module(package)
            yield Provider(device, str(module.get_ep_name()), Path(module.get_library_path()))
        except (ImportError, OSError, RuntimeError, AttributeError):
            yield Provider(
                device, package, Path(package)
            )  # that it cannot be loaded is told by whoever tries


def _built_in() -> Iterator[Provider]:
    import onnxruntime

    for name in onnxruntime.get_available_providers():
        if name in _BUILT_IN:
            yield Provider(_BUILT_IN[name], name)
