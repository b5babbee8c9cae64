"""What can I say: everything is there, found by a word, and what was asked for aloud replaces it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.devices.settings_file import SettingsFile
from assistant.tray.commands.groups import Groups, group_of
from assistant.tray.commands.window import CommandsWindow
from assistant.tray.desk import Desk
from assistant.values.commands.asked import HelpWanted
from assistant.values.commands.offer import Offer
from assistant.values.control import Mode
from assistant.wiring import load_router
from tests.support.waiting import wait_until

CLOSE = Offer("tabs.close", (("en", ("close tab", "close this tab")), ("zh", ("关闭标签页",))))
SHUT = Offer("power.off", (("en", ("shut down the computer",)),), danger=3)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def window(app: QApplication, tmp_path: Path, opened: list[str]) -> Iterator[CommandsWindow]:
    desk = Desk(
        lambda _control: None,
        settings_file=SettingsFile(tmp_path / "settings.toml"),
        open=opened.append,
        has=lambda name: name == "settings",
    )
    window = CommandsWindow(desk)
    window.show()
    yield window
    window.close()


def lines(window: CommandsWindow) -> list[str]:
    shown = [children for group, children in window.groups if not group.isHidden()]
    return [child.text(0) for children in shown for child in children if not child.isHidden()]


def test_all_commands_come_and_a_word_finds_some(window: CommandsWindow) -> None:
    def have_come() -> bool:
        QTest.qWait(20)
        return bool(lines(window))

    wait_until(have_come, "the commands")
    assert len(lines(window)) > 50
    QTest.keyClicks(window.search, "close tab")
    assert lines(window)
    assert all("close" in line or "tab" in line for line in lines(window))
    window.search.setText("nothing is like this")
    assert lines(window) == []


def test_what_works_here_replaces_the_rest(window: CommandsWindow) -> None:
    window.follow(HelpWanted("firefox", Mode.COMMAND, "en", (CLOSE, SHUT)))
    assert lines(window) == ["close tab", "shut down the computer (asks first)"]
    assert window.where.text() == "In firefox · Commands only"
    QTest.qWait(400)  # what was read meanwhile comes too late
    assert len(lines(window)) == 2


def test_it_speaks_the_language_that_was_asked_in(window: CommandsWindow) -> None:
    window.follow(HelpWanted("", Mode.HANDS_FREE, "zh", (CLOSE,)))
    assert lines(window) == ["关闭标签页"]


def test_more_is_in_the_settings_and_escape_closes(window: CommandsWindow, opened: list[str]) -> None:
    window.more.click()
    assert opened == ["settings:commands"]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_every_built_in_group_has_a_name(app: QApplication, tmp_path: Path) -> None:
    router = load_router(SettingsFile(tmp_path / "settings.toml").read())
    found = {group_of(offer.name) for _, offer in router.offers(Mode.COMMAND, "")}
    names = Groups()
    plain = {group for group in found if names.name(group) == group.capitalize()}
    assert plain <= {"keys", "microphone", "screen", "tabs"}
