"""Law 5, on the desktop that remembers; tests/journeys holds it on real windows."""

from threading import Thread

from assistant.engine.engine import Engine
from assistant.values.action import Window
from assistant.values.audio import samples_in
from assistant.values.control import Deliver, DeliverKept, Press, Release, Say
from assistant.values.event import ActionPerformed, Event
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import chunks, loud, scripted_rooms
from tests.support.waiting import PATIENCE, wait_until


class Count:
    """Counts actions that were performed."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self, event: Event) -> None:
        self.done += isinstance(event, ActionPerformed)


def test_text_is_typed_exactly_once_in_order_into_its_window() -> None:
    desktop, source, count = RecordingDesktop(Window(1, "editor")), HandFedSource(), Count()
    engine = Engine(scripted_rooms(desktop, ScriptedRecognizer([])), source, (count,))
    engine.start()

    def say(voice: int) -> None:
        for number in range(50):
            engine.post(Say(f"{voice} {number}", desktop.window))

    voices = [Thread(target=say, args=(voice,)) for voice in range(4)]
    for voice in voices:
        voice.start()
    for voice in voices:
        voice.join()
    wait_until(lambda: count.done == 200)
    assert engine.stop(PATIENCE)
    typed = [text.split() for text in desktop.texts]
    assert len(typed) == 200
    for speaker in "0123":
        assert [number for one, number in typed if one == speaker] == [str(n) for n in range(50)]
    assert set(desktop.windows) == {desktop.window}


def test_nothing_reaches_a_window_that_took_the_focus_after_the_press_and_the_text_is_kept() -> None:
    first, second = Window(1, "editor"), Window(2, "mail")
    desktop, source, count = RecordingDesktop(first), HandFedSource(), Count()
    engine = Engine(scripted_rooms(desktop, ScriptedRecognizer(["for the editor"])), source, (count,))
    engine.start()
    engine.post(Press(0, first))
    for chunk in chunks(loud(1.0), 512):
        source.hear(chunk)
    desktop.window = second
    engine.post(Release(samples_in(700)))
    wait_until(lambda: count.done == 1)
    assert desktop.texts == []
    desktop.window = first
    engine.post(DeliverKept())
    wait_until(lambda: count.done == 2)
    assert desktop.texts == ["for the editor"]
    assert engine.stop(PATIENCE)


def test_a_text_of_the_history_is_typed_as_it_is_and_is_no_command() -> None:
    desktop, source, count = RecordingDesktop(Window(1, "editor")), HandFedSource(), Count()
    engine = Engine(scripted_rooms(desktop, ScriptedRecognizer([])), source, (count,))
    engine.start()
    engine.post(Deliver("close the window"))
    wait_until(lambda: count.done == 1)
    assert desktop.texts == ["close the window"]
    assert engine.stop(PATIENCE)
