import logging
from queue import SimpleQueue
from time import monotonic, sleep

import pytest

from assistant.engine.worker import Worker
from assistant.values.event import Fault, Trouble
from tests.conftest import ExpectLog
from tests.support.waiting import PATIENCE


def test_items_are_taken_in_the_order_of_their_posts() -> None:
    seen: SimpleQueue[int] = SimpleQueue()
    worker: Worker[int] = Worker("w", seen.put, lambda item, trouble: None)
    worker.start()
    for number in range(100):
        worker.post(number)
    assert [seen.get(timeout=PATIENCE) for _ in range(100)] == list(range(100))
    assert worker.stop(monotonic() + PATIENCE)


def test_a_failing_item_is_told_and_the_next_is_taken(
    caplog: pytest.LogCaptureFixture, expect_log: ExpectLog
) -> None:
    expect_log("w: ValueError in step")
    seen: SimpleQueue[object] = SimpleQueue()

    def step(item: str) -> None:
        if item == "secret word":
            raise ValueError(item)
        seen.put(item)

    lost: SimpleQueue[tuple[str, Trouble]] = SimpleQueue()
    worker: Worker[str] = Worker("w", step, lambda item, trouble: lost.put((item, trouble)))
    worker.start()
    with caplog.at_level(logging.DEBUG):
        worker.post("secret word")
        worker.post("next")
        item, trouble = lost.get(timeout=PATIENCE)
        assert item == "secret word"
        assert trouble.fault is Fault.INTERNAL
        assert "ValueError" in trouble.message
        assert seen.get(timeout=PATIENCE) == "next"
        worker.stop(monotonic() + PATIENCE)
    assert "secret" not in trouble.message
    assert all("secret" not in record.getMessage() for record in caplog.records)


def test_stop_takes_no_further_item_and_says_if_a_step_hangs() -> None:
    worker: Worker[float] = Worker("w", sleep, lambda item, trouble: None)
    worker.start()
    worker.post(0.5)
    sleep(0.1)
    assert not worker.stop(monotonic() + 0.05)
    assert worker.stop(monotonic() + PATIENCE)


def test_a_worker_that_never_started_stops() -> None:
    worker: Worker[int] = Worker("w", lambda item: None, lambda item, trouble: None)
    assert worker.stop(monotonic() + PATIENCE)
