"""Verdicts in, edges out."""

from assistant.hear.smoothing import Closed, Opened, Smoother


def edges(verdicts: str, onset_ms: int = 60, silence_ms: int = 100) -> dict[int, Opened | Closed]:
    """Return the edge made by each character: `x` speech, `.` none; 20 ms each."""
    smoother = Smoother(320, onset_ms, silence_ms)
    found = ((index, smoother.feed(each == "x")) for index, each in enumerate(verdicts))
    return {index: edge for index, edge in found if edge is not None}


def test_speech_opens_after_the_onset_and_tells_where_it_began() -> None:
    assert edges("...xxx") == {5: Opened(3)}


def test_a_click_opens_nothing() -> None:
    assert edges("..xx......x...x.") == {}


def test_a_hole_within_the_onset_does_not_hide_the_beginning() -> None:
    assert edges("..xx.x") == {5: Opened(4)}


def test_it_closes_after_the_silence_and_tells_how_long_ago_speech_ended() -> None:
    assert edges("xxx.....") == {2: Opened(3), 7: Closed(5)}


def test_speech_within_the_silence_keeps_it_open() -> None:
    assert edges("xxx....xx.....") == {2: Opened(3), 13: Closed(5)}


def test_a_click_within_the_silence_does_not_keep_it_open() -> None:
    assert edges("xxx...x.") == {2: Opened(3), 7: Closed(5)}


def test_it_opens_again() -> None:
    assert edges("xxx.....xxx") == {2: Opened(3), 7: Closed(5), 10: Opened(3)}


def test_an_onset_shorter_than_a_frame_takes_one_frame() -> None:
    assert edges(".x......", onset_ms=10) == {1: Opened(1), 6: Closed(5)}


def test_reset_forgets_half_an_onset() -> None:
    smoother = Smoother(320, 60, 100)
    smoother.feed(True)
    smoother.feed(True)
    smoother.reset()
    assert smoother.feed(True) is None
