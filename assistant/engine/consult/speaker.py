"""Says answers aloud, sentence by sentence, while they still grow: the thread `voice`."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.consult.ports import Voice
from assistant.consult.sentences import Sentences
from assistant.engine.consult.rooms import Gate
from assistant.engine.ports import Observer
from assistant.engine.work import CancelToken
from assistant.engine.worker import Worker
from assistant.errors import ConsultError
from assistant.values.event import Fault, Trouble

UNKNOWN = {"auto", "nospeech"}
"""What a transcript has for its language where nobody knows: it was written, or nothing was heard."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str = field(repr=False)
    language: str
    token: CancelToken


class Speaker:
    """Speaks with whatever voice there is; one that fails is told once; the answer is shown all the same."""

    def __init__(
        self, voice: Callable[[], Voice], gate: Gate, position: Callable[[], int], report: Observer
    ) -> None:
        """Make the voice when something is to be said; `position` is the microphone's sample index now."""
        self._make, self._gate, self._position, self._report = voice, gate, position, report
        self._voice: Voice | None = None
        self._is_troubled = False
        self._waiting = 0
        self._worker: Worker[_Sentence] = Worker("voice", self._say, lambda _, trouble: report(trouble))
        self._worker.start()

    @property
    def is_speaking(self) -> bool:
        """True from the first sentence until the last one has been said."""
        return self._waiting > 0

    def answer(self, language: str, token: CancelToken) -> "SpokenAnswer":
        """Return who is to be told how an answer grows."""
        code = "" if language in UNKNOWN else language
        return SpokenAnswer(lambda text: self._post(_Sentence(text, code, token)))

    def stop(self, deadline: float) -> bool:
        """Be silent; True if the thread had ended by `deadline`."""
        if self._voice is not None:
            self._voice.close()
        return self._worker.stop(deadline)

    def _post(self, sentence: _Sentence) -> None:
        self._waiting += 1
        self._worker.post(sentence)

    def _say(self, sentence: _Sentence) -> None:
        try:
            text = self._gate.unwaking(sentence.text)
            if not sentence.token.is_set and not self._is_troubled:
                self._speak(text, sentence)
        except ConsultError as error:
            self._is_troubled = True
            self._report(Trouble(Fault.CONSULT, str(error)))
        finally:
            self._waiting -= 1

    def _speak(self, text: str, sentence: _Sentence) -> None:
        if self._voice is None:
            self._voice = self._make()
        ended = self._gate.speaks(text, self._position())
        try:
            self._voice.speak(text, sentence.language, sentence.token)
        finally:
            ended(self._position())


class SpokenAnswer:
    """Follows one answer as it grows."""

    def __init__(self, post: Callable[[str], None]) -> None:
        self._post = post
        self._sentences = Sentences()

    def grown(self, text: str) -> None:
        """Say what is whole."""
        for sentence in self._sentences.grown(text):
            self._post(sentence)

    def ended(self, text: str) -> None:
        """Say the rest."""
        for sentence in self._sentences.rest(text):
            self._post(sentence)
