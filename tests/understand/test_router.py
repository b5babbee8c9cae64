import pytest

from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.intent import Context, Dictate, Intent, Nothing, Why
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript
from tests.fakes.recognizer import transcript

ROUTER = Router(Gate(RecognizeSettings(demo_confidence=0.6)))


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        (transcript(1, "hello there"), Dictate("hello there")),
        (transcript(1, "hello there", 0.1), Dictate("hello there")),
        (transcript(1, ""), Nothing(Why.NO_SPEECH)),
        (transcript(1, "hello there", 0.9, is_demo=True), Dictate("hello there")),
        (transcript(1, "hello there", 0.5, is_demo=True), Nothing(Why.UNSURE, "hello there")),
    ],
)
def test_routes(heard: Transcript, meant: Intent) -> None:
    assert ROUTER.route(heard, Context()) == meant


def test_one_unsure_word_is_enough_to_hold_a_demo_text_back() -> None:
    sure = transcript(1, "a b", 0.95, is_demo=True)
    words = (sure.words[0], transcript(1, "b", 0.2).words[0])
    heard = Transcript(1, 0, 9, "a b", sure.language, sure.emotion, (), words, is_demo=True)
    assert ROUTER.route(heard, Context()) == Nothing(Why.UNSURE, "a b")
