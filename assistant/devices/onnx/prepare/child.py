"""The process that prepares a model: the only one that imports `onnx`, and that needs the memory for it."""

import os
from pathlib import Path

import onnx
from onnx import ModelProto, TensorProto

from assistant.devices.onnx.layout import ModelFiles, read_model
from assistant.devices.onnx.prepare import cpu
from assistant.devices.onnx.prepare.graph import GRAPH, WEIGHTS, Prepared, stamps
from assistant.devices.onnx.prepare.surgery.lift import NotUnderstoodError, lift
from assistant.devices.onnx.prepare.surgery.signed import make_signed
from assistant.devices.onnx.prepare.surgery.write import write
from assistant.devices.onnx.prepare.trial import Trial, is_good
from assistant.devices.onnx.session import Session, SessionSettings
from assistant.errors import ModelError
from assistant.recognize.features import Floats

_PLAIN, _SIGNED = "plain.onnx", "signed.onnx"


def prepare(graph: Path, folder: Path) -> None:
    """Prepare the model whose graph is `graph` into the empty `folder`. Raises OSError."""
    try:
        _Preparation(read_model(graph), folder).run().save(folder)
    except ModelError as error:
        Prepared(failure=str(error)).save(folder)
    except (ValueError, KeyError, IndexError) as error:
        Prepared(failure=f"the graph is not understood: {error}").save(folder)


class _Preparation:
    def __init__(self, files: ModelFiles, folder: Path) -> None:
        self._files = files
        self._folder = folder
        self._trial = Trial(files)

    def run(self) -> Prepared:
        model = _read(self._files.graph)
        parts = lift(model)
        untouched = self._trial.logits(self._files.graph)
        signed = cpu.is_exact(cpu.features()) and self._may_be_signed(model, untouched)
        del model
        plain = self._folder / _PLAIN
        onnx.save(write(parts, signed=signed), plain)
        graph, packed = self._folder / GRAPH, parts.is_quantised
        del parts
        Session(plain, SessionSettings(write_to=(graph, WEIGHTS), is_packed=packed))
        plain.unlink()
        differences = self._trial.differences(graph, untouched)
        frames = self._trial.frames()
        if not is_good(differences, frames):
            graph.unlink()
            (self._folder / WEIGHTS).unlink()
            return Prepared(failure=f"{len(differences)} of {frames} frames differ")
        pace = self._trial.fastest(graph)
        equal = 1 - len(differences) / frames
        for name in (GRAPH, WEIGHTS):
            _to_disk(self._folder / name)
        return Prepared(
            signed=signed,
            threads=pace.threads,
            spinning=pace.spinning,
            is_sure=pace.is_sure,
            equal=equal,
            files=stamps(self._folder),
        )

    def _may_be_signed(self, model: ModelProto, untouched: list[Floats]) -> bool:
        """Try signed weights in the graph as it was published: every bit of the logits must stay."""
        if not make_signed(model):
            return False
        path = self._folder / _SIGNED
        onnx.save(model, path)
        try:
            found = self._trial.logits(path)
        finally:
            path.unlink()
        return all((one == other).all() for one, other in zip(found, untouched, strict=True))


def _read(graph: Path) -> ModelProto:
    model = onnx.load(graph, load_external_data=False)
    if any(tensor.data_location == TensorProto.EXTERNAL for tensor in model.graph.initializer):
        raise NotUnderstoodError("its weights lie in other files")
    return model


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
