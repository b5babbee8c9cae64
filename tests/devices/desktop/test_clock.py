"""The server's milliseconds as times of our own clock."""

import pytest

from assistant.devices.desktop.x11.keyboard.clock import ServerClock
from assistant.devices.desktop.x11.keyboard.echoes import Echoes


def test_a_late_arrival_does_not_move_an_event() -> None:
    clock = ServerClock()
    assert clock.when(1_000, 51.0) == 51.0
    assert clock.when(2_000, 52.4) == pytest.approx(52.0)


def test_an_event_is_never_later_than_its_arrival() -> None:
    clock = ServerClock()
    clock.when(1_000, 51.0)
    assert clock.when(2_000, 51.9) == pytest.approx(51.9)


def test_the_count_may_wrap() -> None:
    clock = ServerClock()
    clock.when((1 << 32) - 500, 100.0)
    assert clock.when(500, 101.3) == pytest.approx(101.0)


def test_an_echo_is_one_only_once() -> None:
    echoes = Echoes()
    echoes.expect(50, is_press=True)
    assert not echoes.take(50, is_press=False)
    assert not echoes.take(51, is_press=True)
    assert echoes.take(50, is_press=True)
    assert not echoes.take(50, is_press=True)


def test_an_echo_that_never_came_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.devices.desktop.x11.keyboard.echoes.LIFETIME", -1.0)
    echoes = Echoes()
    echoes.expect(50, is_press=True)
    assert not echoes.take(50, is_press=True)
