"""Law 6, on every path that goes wrong as well as on the ones that go right."""

import logging

import pytest

from assistant.engine.chain import Chain
from assistant.engine.engine import Engine
from assistant.engine.ports import Observer
from assistant.errors import DeliveryError, ModelError
from assistant.values.audio import samples_in
from assistant.values.control import Press, Release, Say
from assistant.values.event import ActionPerformed, Event, Trouble, UtteranceDropped
from tests.conftest import ExpectLog
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import chunks, loud, scripted_rooms
from tests.support.waiting import PATIENCE, wait_until

SECRET = "zebra"


class LoggingObserver:
    """Logs every event, as a careless front would."""

    def __init__(self) -> None:
        self.ends = 0

    def __call__(self, event: Event) -> None:
        logging.getLogger("careless").info("%r", event)
        self.ends += isinstance(event, ActionPerformed | UtteranceDropped)


@pytest.mark.parametrize(
    ("answer", "is_gone"),
    [
        (f"the {SECRET} sleeps", False),
        (f"the {SECRET} sleeps", True),
        (ModelError("the model is broken."), False),
        (KeyError(f"no token for {SECRET}"), False),
    ],
    ids=["delivered", "desktop gone", "model broken", "defect"],
)
def test_no_word_the_user_said_is_in_any_log_record(
    answer: str | Exception, is_gone: bool, caplog: pytest.LogCaptureFixture, expect_log: ExpectLog
) -> None:
    desktop, source, observer = RecordingDesktop(), HandFedSource(), LoggingObserver()
    if is_gone:
        desktop.results = [DeliveryError("the desktop is gone")]
    if isinstance(answer, KeyError):
        expect_log("brain: KeyError")
    with caplog.at_level(logging.DEBUG):
        engine = Engine(scripted_rooms(desktop, ScriptedRecognizer([answer])), source, (observer,))
        engine.start()
        engine.post(Press(0))
        for chunk in chunks(loud(1.0), 512):
            source.hear(chunk)
        engine.post(Release(samples_in(700)))
        wait_until(lambda: observer.ends)
        assert engine.stop(PATIENCE)
        chain = Chain(scripted_rooms(desktop, ScriptedRecognizer([])), observer)
        chain.feed(Say(f"a {SECRET} again"))
    text = " ".join(record.getMessage() + str(record.exc_text or "") for record in caplog.records)
    assert "ActionPerformed" in text, "the log has to hold something for this to mean anything"
    assert SECRET not in text


def test_a_defect_is_told_without_the_words(expect_log: ExpectLog) -> None:
    expect_log("brain: ValueError")
    told: list[Trouble] = []
    recognizer, source = ScriptedRecognizer([ValueError(SECRET)]), HandFedSource()
    engine = Engine(scripted_rooms(RecordingDesktop(), recognizer), source, (_troubles(told),))
    engine.start()
    engine.post(Press(0))
    for chunk in chunks(loud(1.0), 512):
        source.hear(chunk)
    engine.post(Release(samples_in(700)))
    wait_until(lambda: told)
    engine.stop(PATIENCE)
    assert SECRET not in told[0].message


def _troubles(told: list[Trouble]) -> Observer:
    def observe(event: Event) -> None:
        if isinstance(event, Trouble):
            told.append(event)

    return observe
