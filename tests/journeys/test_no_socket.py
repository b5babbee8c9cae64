"""Law 10 by the kernel's own word: every job of a language model that is off opens no internet socket."""

from pathlib import Path

import numpy as np
import pytest

from assistant.values.audio import samples_in
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.voices import Voice
from tests.support.chat_server import ChatServer, talk
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.system_calls import SILENCERS, TracedSockets
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)
KEYS = """
[act]
hotkeys = [{ keys = "Control_R" }, { keys = "F9", job = "ask" }, { keys = "F10", job = "edit" }]
"""
ALL_BUT_ON = """
[consult]
server = "http://127.0.0.1:11434"
model = "tiny"
polish = true
speaks = true
on_a_miss = true
"""


@pytest.fixture
def traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TracedSockets:
    """Trace programs, in the environment of a user."""
    for name in SILENCERS:
        monkeypatch.delenv(name, raising=False)
    return TracedSockets(tmp_path)


def test_with_the_model_off_no_job_of_it_opens_an_internet_socket(
    traced: TracedSockets, screen: XServer, sound: SoundServer, tmp_path: Path
) -> None:
    around = {**screen.environment, **sound.environment}
    voice = np.pad(synthesize("ask why the sky is blue", Voice("flite", "rms")), samples_in(120))
    home, settings = tmp_path / "home", KEYS + ALL_BUT_ON
    with (
        TextField("qt", screen) as field,
        RunningAssistant(home, around, settings=settings, before=traced.command) as assistant,
    ):
        field.focus()
        for key in ("Control_R", "F9", "F10"):
            with screen.holding(key):
                sound.play(voice)
        assistant.ask("say", "--job", "dictate", "um so this is a dictation that could be polished")
        wait_until(lambda: "polished" in field.text(), "the dictation")
        for job in ("ask", "edit", "command"):
            assistant.ask("say", "--job", job, "make it shorter for me")
        assert assistant.ask("status")
    assert "AF_UNIX" in traced.families  # so calls were seen
    assert traced.internet == []


def test_with_the_model_on_only_a_question_opens_one_and_that_is_seen(
    traced: TracedSockets, screen: XServer, sound: SoundServer, tmp_path: Path
) -> None:
    around = {**screen.environment, **sound.environment}
    with ChatServer(talk("Yes.")) as server:
        settings = f'{KEYS}[consult]\nis_on = true\nserver = "{server.url}"\nmodel = "tiny"\n'
        home = tmp_path / "home"
        with RunningAssistant(home, around, settings=settings, before=traced.command) as assistant:
            assert traced.internet == []  # switched on, and nothing has been asked yet
            assistant.ask("say", "--job", "ask", "is it so")
            wait_until(lambda: server.asked, "the question")
        assert traced.families >= {"AF_UNIX", "AF_INET"}
        assert all("127.0.0.1" in line for line in traced.internet if "connect(" in line)
