"""GNOME's and KDE's way, on a real message bus with a stand-in for their portals."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.desktop.portal.desktop import PortalDesktop
from assistant.errors import NoDesktopError
from assistant.values.action import Method, Result
from assistant.values.settings import ActSettings
from tests.support.message_bus import MessageBus
from tests.support.remote_portal import TEXT, ScriptedRemoteDesktop
from tests.support.waiting import wait_until

HARD = "tab\tline\nGrüße 你好 🙂👩🏽\u200d💻 “quotes”"


@pytest.fixture
def portal(bus: MessageBus) -> Iterator[ScriptedRemoteDesktop]:
    portal = ScriptedRemoteDesktop(bus)
    with portal.service:
        yield portal


@pytest.fixture
def token(tmp_path: Path) -> Path:
    return tmp_path / "state" / "portal-token"


@pytest.fixture
def desktop(portal: ScriptedRemoteDesktop, token: Path) -> Iterator[PortalDesktop]:
    desktop = PortalDesktop(ActSettings(), token)
    yield desktop
    desktop.close()


@pytest.mark.parametrize("method", [Method.AUTO, Method.CTRL_V, Method.CTRL_SHIFT_V])
def test_texts_arrive_exactly_although_the_first_key_is_lost(
    portal: ScriptedRemoteDesktop, desktop: PortalDesktop, method: Method
) -> None:
    for _ in range(3):
        outcome = desktop.insert(HARD, None, method)
        assert (outcome.result, outcome.message) == (Result.DELIVERED, "")
    wait_until(lambda: portal.text == HARD * 3, "three times the text")


def test_a_long_text_goes_through_the_pipe_in_pieces(
    portal: ScriptedRemoteDesktop, desktop: PortalDesktop
) -> None:
    long = "长 long " * 100_000
    assert desktop.insert(long, None).is_delivered
    wait_until(lambda: portal.text == long, "all of it")


def test_the_clipboard_is_saved_once_and_given_back(
    portal: ScriptedRemoteDesktop, desktop: PortalDesktop
) -> None:
    portal.contents = {TEXT: b"old", "image/png": bytes(range(256)) * 2000}
    for number in range(3):
        assert desktop.insert(f"{number}", None).message == ""
    wait_until(lambda: set(portal.offered) == set(portal.contents), "the old formats")
    found = portal.paste_elsewhere()
    wait_until(lambda: found == ["old"], "the old contents")
    assert len(portal.service.called("SelectionRead")) == 2
    assert portal.text == "012"


def test_what_the_user_copies_meanwhile_stays(portal: ScriptedRemoteDesktop, desktop: PortalDesktop) -> None:
    portal.contents = {TEXT: b"old"}
    assert desktop.insert("one", None).is_delivered
    portal.copy({TEXT: b"the user's"})
    count = len(portal.service.called("SetSelection"))
    with pytest.raises(TimeoutError):
        wait_until(lambda: len(portal.service.called("SetSelection")) > count, "-", 0.8)


@pytest.mark.parametrize("is_watched", [True, False])
def test_a_window_that_hangs_is_told_truthfully_also_beside_a_clipboard_history(
    portal: ScriptedRemoteDesktop, desktop: PortalDesktop, is_watched: bool
) -> None:
    portal.is_hung, portal.is_watched = True, is_watched
    outcome = desktop.insert("patience", None)
    assert outcome.result is Result.ON_CLIPBOARD
    assert TEXT in portal.offered
    assert portal.text == ""
    assert portal.history == (["patience"] if is_watched else [])


def test_the_user_is_asked_once_and_the_secret_of_the_next_session_is_kept_private(
    portal: ScriptedRemoteDesktop, desktop: PortalDesktop, token: Path
) -> None:
    desktop.insert("one", None)
    desktop.insert("two", None)
    desktop.close()
    assert token.stat().st_mode & 0o777 == 0o600
    again = PortalDesktop(ActSettings(), token)
    again.insert("three", None)
    again.close()
    assert portal.tokens == [None, "secret1"]
    assert token.read_text() == "secret2"


def test_a_no_is_told_and_the_next_text_asks_again(
    portal: ScriptedRemoteDesktop, desktop: PortalDesktop
) -> None:
    portal.agrees = False
    outcome = desktop.insert("may I?", None)
    assert outcome.result is Result.FAILED
    assert "not allowed" in outcome.message
    portal.agrees = True
    assert desktop.insert("thank you", None).is_delivered


def test_a_session_that_the_user_ended_is_begun_again(
    portal: ScriptedRemoteDesktop, desktop: PortalDesktop
) -> None:
    desktop.insert("one ", None)
    portal.end_session()
    wait_until(lambda: desktop._session is not None and not desktop._session.is_open, "the end")
    assert desktop.insert("two", None).is_delivered
    wait_until(lambda: portal.text == "one two", "both")


def test_without_the_portal_there_is_no_such_desktop(bus: MessageBus, token: Path) -> None:
    with pytest.raises(NoDesktopError):
        PortalDesktop(ActSettings(), token)
