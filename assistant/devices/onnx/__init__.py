"""ONNX Runtime's door. Importing it loads nothing heavy; the runtime comes with the first run."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from assistant.recognize.ports import AcousticModel
from assistant.values.settings import RecognizeSettings


def load_model(
    folder: Path, settings: RecognizeSettings, tell: Callable[[str], None] | None = None
) -> AcousticModel:
    """Read a model folder; the weights are loaded by `warm` or the first `emit`.

    `tell` is told, once, why a graphics processor that was asked for does not run it (default: the log).
    Raises ModelNotFoundError and ModelError, with what is wrong with which folder.
    """
    from assistant.devices.onnx.layout import read_model

    files = read_model(folder)
    if settings.isolated:
        from assistant.devices.onnx.isolated.model import ChildAcousticModel

        child = ChildAcousticModel(files, settings)
        child.tell = tell or child.tell
        return child
    from assistant.devices.onnx.model import OnnxAcousticModel, Wish
    from assistant.devices.onnx.prepare.cache import models_for
    from assistant.devices.onnx.session import SessionSettings

    prepared = models_for(files.graph, wanted=settings.prepare)
    wish = Wish(settings.device, waits=False)
    model = OnnxAcousticModel(files, SessionSettings(settings.threads), prepared, wish)
    model.tell = tell or model.tell
    return model


def prepare_model(folder: Path) -> bool:
    """Prepare a model for this processor now, which takes some seconds; whether there is one afterwards.

    Raises ModelNotFoundError and ModelError. A small model needs no preparation.
    """
    from assistant.devices.onnx.layout import read_model
    from assistant.devices.onnx.prepare.cache import models_for
    from assistant.devices.onnx.prepare.elsewhere import make_here

    graph = read_model(folder).graph
    prepared = models_for(graph, wanted=True)
    if prepared is None:
        return False
    with suppress(OSError):  # without a folder to write to, it runs as it is
        make_here(graph, prepared.folder)
    return prepared.find(graph, make=False) is not None
