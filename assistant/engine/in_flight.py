"""What is being worked on and can still be called off."""

from assistant.engine.work import CancelToken
from assistant.values.audio import Segment, SpeechStarted, Utterance

MOST = 8
"""Utterances that can still be called off; older ones are long done."""


class InFlight:
    """Hands out the tokens of utterances, and calls off what is decoded on approval once it is of no use."""

    def __init__(self) -> None:
        self._tokens: dict[int, CancelToken] = {}
        self._guess: tuple[int, CancelToken] | None = None
        """Where the utterance may have ended, and the token of its decoding on approval."""

    def token_for(self, found: SpeechStarted | Segment | Utterance) -> CancelToken:
        """Return the token that the work on `found` is to watch."""
        number = found.number if isinstance(found, Utterance) else found.utterance
        match found:
            case SpeechStarted():
                self._tokens[number] = CancelToken()
                self._tokens.pop(number - MOST, None)
            case Segment() if found.is_pause:
                self._disapprove()
                token = self._tokens[number].child()
                self._guess = found.stop, token
                return token
            case Segment() if found.is_cut:
                self._disapprove()
            case Utterance() if self._guess is not None and self._guess[0] != found.silent_from:
                self._disapprove()  # the end has come elsewhere: what is wanted now must not wait for it
            case _:
                pass
        return self._tokens[number]

    def drop(self, number: int) -> None:
        """Call one off."""
        self._tokens[number].set()

    def drop_all(self) -> None:
        """Call off every utterance that is still being worked on."""
        for token in tuple(self._tokens.values()):
            token.set()

    def _disapprove(self) -> None:
        if self._guess is not None:
            self._guess[1].set()
        self._guess = None
