"""Which model stands behind recognition, and how it is changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from assistant.devices import places
from assistant.devices.hotwords_file import HotwordsFile
from assistant.devices.onnx import load_model
from assistant.errors import ModelError
from assistant.recognize.ports import AcousticModel, Lists
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.phrases import Goal
from assistant.values.settings import RecognizeSettings


@dataclass(frozen=True, slots=True)
class Phrases:
    """What may be said as a command, as the recogniser asks for it."""

    current: Callable[[], Sequence[Goal]]


class RecognizerLoader:
    """Loads the model when the brain is ready for it, and lets go of it at the end."""

    def __init__(self, settings: RecognizeSettings) -> None:
        self._settings = settings
        self._model: AcousticModel | None = None
        self.hotwords = HotwordsFile(settings.hotwords)
        self.phrases: Callable[[], Sequence[Goal]] = tuple
        """Returns what may be said as a command."""
        self.tell: Callable[[str], None] | None = None
        """Is told why something else than what was asked for runs the model."""

    def __call__(self) -> SenseVoice:
        """Return a recogniser. Raises ModelError."""
        self._model = load_acoustic_model(self._settings, self.tell)
        self._model.warm()
        return SenseVoice(
            self._model, self._settings, perf_counter, Lists(self.hotwords, Phrases(self.phrases))
        )

    def use(self, folder: Path | None) -> SenseVoice:
        """Return a recogniser with another model, and close the one before. Raises ModelError."""
        before, settings = self._model, self._settings
        self._settings = replace(settings, model=folder)
        try:
            recognizer = self()
        except ModelError:
            self._model, self._settings = before, settings
            raise
        if before is not None:
            before.close()
        return recognizer

    @property
    def runs_on(self) -> str:
        """What runs the model, as read back; empty while none is loaded."""
        return self._model.runs_on if self._model is not None else ""

    def close(self) -> None:
        """Give back the model's memory."""
        if self._model is not None:
            self._model.close()


def load_acoustic_model(
    settings: RecognizeSettings, tell: Callable[[str], None] | None = None
) -> AcousticModel:
    """Return the model that `settings` name, or the bundled one. Raises ModelError."""
    return load_model(settings.model or places.nano_model(), settings, tell)
