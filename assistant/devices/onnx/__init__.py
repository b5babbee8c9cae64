"""ONNX Runtime's door. Importing it loads nothing heavy; the runtime comes with the first run."""

from pathlib import Path

from assistant.recognize.ports import AcousticModel
from assistant.values.settings import RecognizeSettings


def load_model(folder: Path, settings: RecognizeSettings) -> AcousticModel:
    """Read a model folder; the weights are loaded by `warm` or the first `emit`.

    Raises ModelNotFoundError and ModelError, with what is wrong with which folder.
    """
    from assistant.devices.onnx.layout import read_model

    files = read_model(folder)
    if settings.isolated:
        from assistant.devices.onnx.isolated.model import ChildAcousticModel

        return ChildAcousticModel(files, settings.threads, prepare=settings.prepare)
    from assistant.devices.onnx.model import OnnxAcousticModel
    from assistant.devices.onnx.prepare.cache import models_for
    from assistant.devices.onnx.session import SessionSettings

    return OnnxAcousticModel(
        files, SessionSettings(settings.threads), models_for(files.graph, wanted=settings.prepare)
    )
