"""Timers: they ring, they survive, and they say how long."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.deeds.timers.keeper import TimerKeeper
from assistant.devices.deeds.timers.ledger import Ledger
from assistant.values.action import Outcome, Result
from assistant.values.commands.deed import Builtin, Plain, Slot
from tests.support.waiting import wait_until


class Scene:
    """A keeper with a clock of ours, and what has rung."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.now = 1000.0
        self.rung: list[tuple[str, str]] = []
        self.keeper = self.restarted()

    def restarted(self) -> TimerKeeper:
        """Return a keeper that reads what the one before left."""
        ring = lambda about, sentence: self.rung.append((about, sentence))  # noqa: E731 - a short observer
        self.keeper = TimerKeeper(Ledger(self.file), ring, lambda: self.now)
        return self.keeper

    def say(self, name: str, **slots: Plain) -> Outcome:
        """Give the keeper a command."""
        deed = Builtin(name, tuple(Slot(key, value) for key, value in slots.items()))
        return self.keeper.execute(deed, None)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    scene = Scene(tmp_path / "state" / "timers.json")
    yield scene
    scene.keeper.stop()


def test_a_timer_rings_once_it_is_due_and_not_before(scene: Scene) -> None:
    assert scene.say("timer.set", amount=5, unit=60).message == "It rings in 5 minutes."
    scene.now += 299.99
    scene.keeper.start()
    wait_until(lambda: scene.say("timer.left").result is Result.DONE, "it runs")
    assert scene.rung == []
    scene.now += 0.02
    scene.say("timer.left")  # whoever asks makes it look at the clock
    wait_until(lambda: scene.rung == [("", "5 minutes are over.")], "it rings")
    assert scene.say("timer.left").result is Result.FAILED


def test_a_reminder_survives_a_restart_and_says_that_it_is_late(scene: Scene) -> None:
    scene.say("timer.remind", amount=0.5, unit=3600, about="water the plants")
    scene.now += 3600
    scene.restarted().start()
    wait_until(lambda: scene.rung != [], "it rings")
    assert scene.rung == [("water the plants", "30 minutes are over. It was due 30 minutes ago.")]
    scene.keeper.stop()
    scene.restarted().start()
    scene.keeper.stop()
    assert len(scene.rung) == 1, "and only once"


def test_the_newest_is_cancelled_first(scene: Scene) -> None:
    scene.say("timer.set", amount=1, unit=3600)
    scene.now += 1
    scene.say("timer.set", amount=10, unit=60)
    assert scene.say("timer.left").message == "10 minutes left."
    assert "10 minutes" in scene.say("timer.cancel").message
    assert scene.say("timer.left").message == "59 minutes 59 seconds left."
    scene.say("timer.cancel")
    assert scene.say("timer.cancel").result is Result.FAILED


@pytest.mark.parametrize(("amount", "unit"), [(0, 60), (-1, 60), (200, 3600)])
def test_what_is_no_time_is_refused(scene: Scene, amount: int, unit: int) -> None:
    assert scene.say("timer.set", amount=amount, unit=unit).result is Result.FAILED
    assert not scene.file.exists()


def test_a_damaged_file_is_no_timers(scene: Scene) -> None:
    scene.file.parent.mkdir()
    scene.file.write_text("[{")
    scene.restarted()
    assert scene.say("timer.left").result is Result.FAILED
    assert scene.say("timer.set", amount=1, unit=1).result is Result.DONE


def test_a_disk_that_does_not_take_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder belongs")
    scene = Scene(tmp_path / "state" / "timers.json")
    outcome = scene.say("timer.set", amount=1, unit=1)
    assert outcome.result is Result.FAILED
    assert "written down" in outcome.message
