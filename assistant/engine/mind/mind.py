"""What the brain thinks with, and how it changes. All of it on the brain's thread."""

from collections.abc import Callable
from dataclasses import replace

from assistant.act.profiles import languages_in
from assistant.engine.brain import Brain
from assistant.engine.consult import Counsel
from assistant.engine.ports import Observer, Recognizer
from assistant.engine.rooms import Rooms
from assistant.errors import ModelError, SettingsError
from assistant.values.action import Window
from assistant.values.control import UseLanguages, UseModel
from assistant.values.event import Fault, LanguagesChanged, Recovered, Trouble
from assistant.values.settings import Settings

ANOTHER_MODEL = "Another model is in use now."
OTHERWISE = "Speech is recognised by the new settings now."
AS_BEFORE = "The model in use before goes on."


class Mind:
    """Loads the model, exchanges it, and fits everything that understands to other settings."""

    def __init__(self, rooms: Rooms, report: Observer, counsel: Counsel) -> None:
        """Begin without a model; `counsel` is what is asked where words are not enough."""
        self.brain: Brain | None = None
        """None until a model is loaded."""
        self.ready: Callable[[], None] = lambda: None
        """Is told when there is a model to think with."""
        self._rooms, self._report, self._counsel = rooms, report, counsel
        self._settings = replace(rooms.settings, profiles=rooms.profiles)
        self._languages: tuple[str, ...] = ()

    def load(self) -> None:
        """Load the model; where that fails, it is told."""
        try:
            recognizer = self._rooms.recognizer()
        except (ModelError, SettingsError) as error:
            self._report(Trouble(Fault.MODEL, str(error)))
        else:
            self._think_with(recognizer)

    def change(self, control: UseModel | UseLanguages) -> None:
        """Take another model or other languages; utterances that wait are read by these, and none is lost."""
        if isinstance(control, UseLanguages):
            self._use_languages(control.languages)
        elif self._rooms.use_model is not None:
            try:
                recognizer = self._rooms.use_model(control.folder)
            except ModelError as error:
                self._keep_model(error)
            else:
                self._think_with(recognizer)
                self._report(Recovered(Fault.MODEL, ANOTHER_MODEL))

    def fit(self, settings: Settings) -> None:
        """Do as other settings say."""
        before, self._settings = self._settings, settings
        fitter = self._rooms.fitter
        if fitter is None:
            return
        try:
            recognizer = fitter.think(settings)
        except ModelError as error:
            self._keep_model(error)
        except SettingsError as error:
            self._report(Trouble(Fault.SETTINGS, f"{error} What was set before goes on."))
        else:
            if recognizer is not None:
                self._think_with(recognizer)
                is_other = settings.recognize.model != before.recognize.model
                self._report(Recovered(Fault.MODEL, ANOTHER_MODEL if is_other else OTHERWISE))
        if self._languages and before.recognize.languages != settings.recognize.languages:
            self._use_languages(())
        if _consulting(settings) != _consulting(before):
            self._counsel.fit(fitter.consult(settings))

    def _use_languages(self, languages: tuple[str, ...]) -> None:
        self._languages = languages
        self._report(LanguagesChanged(languages))

    def _keep_model(self, error: ModelError) -> None:
        self._report(Trouble(Fault.MODEL, str(error)))
        if self.brain is not None:
            self._report(Recovered(Fault.MODEL, AS_BEFORE))

    def _think_with(self, recognizer: Recognizer) -> None:
        brain = self.brain = Brain(recognizer, self._rooms.router, self._rooms.planner, self._report)
        brain.languages = self._spoken_in
        self.ready()

    def _spoken_in(self, window: Window | None) -> tuple[str, ...]:
        """Return the languages that were asked for last, else those of the window's profile."""
        return self._languages or languages_in(self._settings.profiles, window)


def _consulting(settings: Settings) -> tuple[object, ...]:
    """Return what a language model is asked by."""
    return settings.consult, settings.profiles, settings.keep.folder, settings.keep.private
