"""Dictation does not wait for an answer that streams: real model, real window, both in one run, by turns."""

import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.engine.engine import Engine
from assistant.values.action import InsertText
from assistant.values.audio import AudioChunk, Samples, read_only
from assistant.values.control import Job, Press, Release, Say, StopAnswer
from assistant.values.event import ActionPerformed, AnswerEnded, AnswerGrew, Event
from assistant.values.settings import ActSettings, ConsultSettings, KeepSettings, RecognizeSettings, Settings
from assistant.wiring import build
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.rooms import quiet
from tests.journeys.conftest import Spoken
from tests.support.chat_process import babbling_server
from tests.support.targets.field import TextField
from tests.support.waiting import SOON, wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)
ROUNDS = 4
BLOCK = 320
REST = 0.6
"""Seconds after which a text waits for no text before it."""


class Log:
    """Remembers events, and when a text was taken."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self._events: list[Event] = []

    def follow(self, event: Event) -> None:
        self._events.append(event)
        if isinstance(event, ActionPerformed) and isinstance(event.action, InsertText):
            self.taken.append(monotonic())

    def count(self, kind: type[Event]) -> int:
        return sum(isinstance(each, kind) for each in tuple(self._events))


@dataclass
class Dictating:
    """Somebody who dictates by key, faster than anybody speaks."""

    engine: Engine
    source: HandFedSource
    log: Log
    position: int = 0

    def hear(self, samples: Samples) -> None:
        for start in range(0, len(samples), BLOCK):
            self.source.hear(AudioChunk(self.position, read_only(samples[start : start + BLOCK])))
            self.position += len(samples[start : start + BLOCK])

    def wait_for(self, kind: type[Event], count: int) -> None:
        """Wait for more than `count` events of a kind."""
        wait_until(lambda: self.log.count(kind) > count, f"more than {count} {kind.__name__}")

    def dictate(self, samples: Samples) -> float:
        """Say it; return the seconds from the key's release until the window has taken the text."""
        count = len(self.log.taken)
        self.hear(quiet(0.4))
        self.engine.post(Press(self.position))
        self.hear(samples)
        released = monotonic()
        self.engine.post(Release(self.position))
        self.hear(quiet(0.4))
        wait_until(lambda: len(self.log.taken) > count, "the text")
        return self.log.taken[count] - released


@pytest.fixture
def dictating(screen: XServer, tmp_path: Path) -> Iterator[Dictating]:
    with babbling_server() as url, TextField("qt", screen) as window:
        window.focus()
        settings = Settings(
            recognize=RecognizeSettings(demo_confidence=0.0),
            act=ActSettings(hotkeys=()),
            keep=KeepSettings(folder=tmp_path),
            consult=ConsultSettings(is_on=True, server=url, model="tiny"),
        )
        desktop, source, log = X11Desktop(settings.act, screen.name), HandFedSource(), Log()
        engine = build(settings, source, desktop, log.follow)
        engine.start()
        try:
            assert engine.wait_until_loaded(60)
            yield Dictating(engine, source, log)
        finally:
            engine.stop()
            desktop.close()


def test_dictation_does_not_wait_while_an_answer_streams(dictating: Dictating, spoken: Spoken) -> None:
    samples = spoken[0][1]
    for _ in range(3):
        dictating.dictate(samples)  # everything is warm
    taken: dict[bool, list[float]] = {False: [], True: []}
    for turn in range(2 * ROUNDS):
        is_beside = turn % 4 in {1, 2}  # neither of them always comes first
        answers = dictating.log.count(AnswerEnded)
        if is_beside:
            grown = dictating.log.count(AnswerGrew)
            dictating.engine.post(Say("tell me everything", None, Job.ASK))
            dictating.wait_for(AnswerGrew, grown + 5)
        sleep(REST)
        taken[is_beside].append(dictating.dictate(samples))
        if is_beside:
            assert dictating.log.count(AnswerEnded) == answers, "the answer was still streaming"
            dictating.engine.post(StopAnswer())
            dictating.wait_for(AnswerEnded, answers)
    idle, busy = statistics.median(taken[False]), statistics.median(taken[True])
    told = f"{1000 * idle:.1f} ms alone, {1000 * busy:.1f} ms beside an answer: {busy / idle:.2f}"
    sys.stdout.write(f"\nrelease to text, median of {ROUNDS}: {told}\n")
    assert busy - idle < SOON, told  # the answer would never have ended
