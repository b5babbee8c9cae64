"""Timings of real use: what is measured, what is kept, and that it is no word."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.devices.latency import LatencyKeeper, LatencyLedger, Timing
from assistant.devices.latency.ledger import MOST, SLACK
from assistant.values.action import InsertText, KeepText, Outcome, Result, Window
from assistant.values.audio import SAMPLE_RATE, Trigger, Utterance
from assistant.values.event import (
    ActionPerformed,
    Event,
    IntentRouted,
    PrivacyChanged,
    TranscriptReady,
    UtteranceEnded,
)
from assistant.values.intent import Dictate
from assistant.values.settings import KeepSettings
from assistant.values.transcript import Timings
from tests.fakes.recognizer import transcript
from tests.fakes.rooms import quiet


class Clock:
    now = 10.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ledger(tmp_path: Path) -> LatencyLedger:
    return LatencyLedger(tmp_path / "state" / "latency.jsonl")


def utterance(
    number: int = 1, released: int | None = 16_000, trigger: Trigger = Trigger.PUSH_TO_TALK
) -> Utterance:
    return Utterance(number, 0, quiet(1.1), trigger, spoken_until=14_400, released=released)


def play(keeper: LatencyKeeper, clock: Clock, said: Utterance, outcome: Outcome) -> None:
    """Let 0.2 s pass until the transcript, 0.01 until it is routed and 0.07 until it is delivered."""
    clock.now = 10.0
    keeper(UtteranceEnded(said))
    clock.now += 0.2
    heard = replace(
        transcript(said.number, "xylophone"),
        model="nano",
        timings=Timings(1.1, features=0.01, model=0.15, decode=0.005),
    )
    keeper(TranscriptReady(heard))
    clock.now += 0.01
    keeper(IntentRouted(said.number, Dictate("xylophone"), 0.004))
    clock.now += 0.07
    action = InsertText("xylophone", None) if outcome.is_delivered else KeepText("xylophone", "unsure")
    keeper(ActionPerformed(said.number, action, outcome))


DELIVERED = Outcome(Result.DELIVERED, seconds=0.06)


def heard_at(now: float) -> int:
    """Return the sample at the microphone: 1.05 s have come at 10.0."""
    return round((now - 10.0 + 1.05) * SAMPLE_RATE)


def measured(
    ledger: LatencyLedger, said: Utterance, outcome: Outcome = DELIVERED, **keep: object
) -> list[Timing]:
    clock = Clock()
    play(LatencyKeeper(heard_at, KeepSettings(**keep), ledger, clock), clock, said, outcome)  # type: ignore[arg-type]  # whatever a test wants
    return ledger.read()


def test_the_stages_are_what_happened_from_the_release_to_the_receipt(ledger: LatencyLedger) -> None:
    (timing,) = measured(ledger, utterance())
    stages = timing.stages
    assert stages.ending == pytest.approx(0.05, abs=1e-3), "the key came up at 1.0 s"
    assert (stages.features, stages.model, stages.decode, stages.route) == (0.01, 0.15, 0.005, 0.004)
    assert stages.waiting == pytest.approx(0.21 - 0.169, abs=1e-3)
    assert stages.writing == pytest.approx(0.01, abs=1e-3)
    assert stages.delivery == 0.06
    assert timing.after_release == pytest.approx(0.05 + 0.28, abs=1e-3)
    assert timing.after_speech == pytest.approx(0.15 + 0.28, abs=1e-3), "speech ended at 0.9 s"
    assert (timing.model, timing.audio, timing.is_by_key) == ("nano", 1.1, True)


def test_hands_free_is_measured_from_the_end_of_speech(ledger: LatencyLedger) -> None:
    (timing,) = measured(ledger, utterance(released=None, trigger=Trigger.HANDS_FREE))
    assert timing.after_release is None
    assert timing.stages.ending == pytest.approx(0.15, abs=1e-3)
    assert timing.after_speech == pytest.approx(timing.stages.total, abs=1e-3)


def test_what_was_not_acted_on_and_what_is_private_is_not_kept(ledger: LatencyLedger) -> None:
    assert measured(ledger, utterance(), Outcome(Result.KEPT)) == []
    assert measured(ledger, utterance(), private=True) == []
    secret = replace(DELIVERED, window=Window(1, "Bank"))
    assert measured(ledger, utterance(), secret, never_store=("bank",)) == []
    assert measured(ledger, utterance(trigger=Trigger.FILE)) == []
    assert not ledger.path.exists()


def test_private_mode_counts_from_the_moment_it_is_switched_on(ledger: LatencyLedger) -> None:
    clock = Clock()
    keeper = LatencyKeeper(heard_at, KeepSettings(), ledger, clock)
    for number, event in enumerate((PrivacyChanged(is_private=True), PrivacyChanged(is_private=False))):
        keeper(event)
        play(keeper, clock, utterance(number + 1), DELIVERED)
    assert len(ledger.read()) == 1


def test_no_word_is_in_the_file_and_nobody_else_reads_it(ledger: LatencyLedger) -> None:
    measured(ledger, utterance())
    assert "xylophone" not in ledger.path.read_text(encoding="utf-8")
    assert ledger.path.stat().st_mode & 0o777 == 0o600


def test_it_is_bounded_and_survives_half_a_line(ledger: LatencyLedger) -> None:
    (timing,) = measured(ledger, utterance())
    with ledger.path.open("a", encoding="utf-8") as file:
        file.write('{"at": "2026-0\n')
    fresh = LatencyLedger(ledger.path)
    for number in range(MOST + SLACK):
        fresh.add(replace(timing, audio=float(number)))
    kept = fresh.read()
    assert len(kept) == MOST
    assert kept[-1].audio == MOST + SLACK - 1
    assert len(ledger.path.read_text(encoding="utf-8").splitlines()) <= MOST + SLACK
    fresh.reset()
    assert fresh.read() == []


def test_a_disk_that_refuses_only_ends_it(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    ledger = LatencyLedger(tmp_path / "state" / "latency.jsonl")
    clock = Clock()
    keeper = LatencyKeeper(heard_at, KeepSettings(), ledger, clock)
    play(keeper, clock, utterance(), DELIVERED)
    events: list[Event] = [UtteranceEnded(utterance(2))]
    for event in events:
        keeper(event)
