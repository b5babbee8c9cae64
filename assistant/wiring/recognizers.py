"""Which model stands behind recognition, and how it is changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from assistant.devices import places
from assistant.devices.hotwords_file import HotwordsFile
from assistant.devices.onnx import load_model
from assistant.errors import ModelError, SettingsError
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
        self.hotwords = self._follow(settings.hotwords)
        self.complain: Callable[[str], None] | None = None
        """Is told what is wrong with the list of hotwords."""
        self.phrases: Callable[[], Sequence[Goal]] = tuple
        """Returns what may be said as a command."""
        self.tell: Callable[[str], None] | None = None
        """Is told why something else than what was asked for runs the model."""

    def __call__(self) -> SenseVoice:
        """Return a recogniser. Raises ModelError."""
        self._model = load_acoustic_model(self._settings, self.tell)
        self._model.warm()
        return self._recognizer(self._model)

    def fit(self, settings: RecognizeSettings) -> SenseVoice | None:
        """Return a recogniser by other settings; None where nothing is different.

        Only where what runs the model is, it is loaded anew. Raises ModelError, SettingsError, after which
        all is as it was.
        """
        before, model = self._settings, self._model
        if settings == before:
            return None
        self._settings = settings
        if settings.hotwords != before.hotwords:
            self.hotwords = self._follow(settings.hotwords)
        try:
            if model is not None and _load_of(settings) == _load_of(before):
                return self._recognizer(model)
            recognizer = self()
        except (ModelError, SettingsError):
            self._model, self._settings = model, before
            raise
        if model is not None:
            model.close()
        return recognizer

    def use(self, folder: Path | None) -> SenseVoice:
        """Return a recogniser with another model, and close the one before. Raises ModelError."""
        recognizer = self.fit(replace(self._settings, model=folder))
        if recognizer is not None:
            return recognizer
        return self() if self._model is None else self._recognizer(self._model)

    def _recognizer(self, model: AcousticModel) -> SenseVoice:
        lists = Lists(self.hotwords, Phrases(self.phrases))
        return SenseVoice(model, self._settings, perf_counter, lists)

    def _follow(self, path: Path | None) -> HotwordsFile:
        hotwords = HotwordsFile(path)
        hotwords.report = self._complain
        return hotwords

    def _complain(self, problem: str) -> None:
        if self.complain is not None:
            self.complain(problem)

    @property
    def runs_on(self) -> str:
        """What runs the model, as read back; empty while none is loaded."""
        return self._model.runs_on if self._model is not None else ""

    def close(self) -> None:
        """Give back the model's memory."""
        if self._model is not None:
            self._model.close()


def _load_of(settings: RecognizeSettings) -> tuple[object, ...]:
    """Return what a model is loaded for."""
    return (
        *(settings.model, settings.device, settings.threads),
        *(settings.isolated, settings.prepare, settings.unload_after_s),
    )


def load_acoustic_model(
    settings: RecognizeSettings, tell: Callable[[str], None] | None = None
) -> AcousticModel:
    """Return the model that `settings` name, or the bundled one. Raises ModelError."""
    return load_model(settings.model or places.nano_model(), settings, tell)
