"""The same dictations on a real Wayland compositor, the key played by `assistant press` and `release`."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from tests.journeys.delivery.figures import Figures
from tests.journeys.delivery.surroundings import SETTINGS, spoken
from tests.journeys.delivery.windows import SAID, say
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.wayland_server import WaylandField, WaylandServer, missing_programs

KINDS = ("foot", "gtk")
AFTER = 0.05


def missing() -> str | None:
    """Return a reason to skip where a compositor cannot be had here."""
    return missing_programs()


def dictate(count: int) -> Figures:
    """Dictate `count` utterances by turns into a terminal and an editor: a recording, or a text by `say`."""
    figures = Figures("Wayland (sway: foot, GTK): exactly once, exact text, right window")
    recorded = spoken(count // 2)
    with TemporaryDirectory(prefix="journey-") as home, SoundServer() as sound, WaylandServer() as server:
        environment = {**sound.environment, **server.environment, "DISPLAY": ""}
        with (
            WaylandField(KINDS[0], server) as terminal,
            WaylandField(KINDS[1], server) as editor,
            RunningAssistant(Path(home), environment, settings=SETTINGS) as assistant,
        ):
            for number in range(count):
                field, other = (terminal, editor) if number // 2 % 2 else (editor, terminal)
                field.focus()
                field.mark()
                elsewhere = other.text()
                if number % 2 and number // 2 < len(recorded):
                    text, samples = recorded[number // 2]
                    assistant.ask("press")
                    sound.play(samples)
                    assistant.ask("release")
                    assistant.wait_for_delivery(number // 2 + 1)
                else:
                    text = SAID[number // 2 % len(SAID)]
                    say({**environment, "ASSISTANT_HOME": home}, text)
                arrived = field.received(text)
                sleep(AFTER)
                fault = None if arrived == text else f"{text[:60]!r} came as {arrived[:60]!r}"
                figures.check(fault or ("text elsewhere" if other.text() != elsewhere else None))
    return figures
