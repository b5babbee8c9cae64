"""Which provider runs a model: the one that was measured to be right, else the processor."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.devices.onnx.layout import ModelFiles
from assistant.devices.onnx.providers.installed import Provider, installed
from assistant.devices.onnx.published import PublishedGraph
from assistant.devices.onnx.session import SessionSettings
from assistant.errors import ModelError

_FLOATS = ("model.fp16.onnx", "model.onnx")
"""Graphs that a graphics processor runs all by itself; of an 8-bit one it gives back most nodes."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A model on a graphics processor."""

    device: str
    graph: PublishedGraph


def choose(files: ModelFiles, device: str, tell: Callable[[str], None]) -> Chosen | None:
    """Return the model on what `device` asks for; None where the processor is to run it.

    Why not is told where something else was asked for; `auto` asks for whatever is fastest.
    """
    reasons = []
    for provider in installed(device):
        chosen = _attempt(files, provider, device == "auto")
        if isinstance(chosen, Chosen):
            return chosen
        reasons.append(chosen)
    if device not in {"auto", "cpu"}:
        why = "; ".join(reasons) or f"nothing is installed that could run it on {device}"
        tell(f"The processor runs the model: {why}.")
    return None


def _attempt(files: ModelFiles, provider: Provider, must_be_faster: bool) -> Chosen | str:  # noqa: FBT001 - one caller, two lines above
    from assistant.devices.onnx.providers.verdict import Judge  # brings what reads recordings along

    graph = _float_graph(files.graph)
    wanted = replace(files, graph=graph)
    verdict = Judge().verdict(provider, wanted, files.graph)
    if verdict.failure:
        return verdict.failure
    if must_be_faster and not verdict.is_faster:
        return f"{provider.device} is slower than the processor"
    try:
        return Chosen(provider.device, PublishedGraph(wanted, SessionSettings(provider=provider)))
    except ModelError as error:
        return str(error)


def _float_graph(graph: Path) -> Path:
    return next((one for name in _FLOATS if (one := graph.with_name(name)).is_file()), graph)
