"""The overlay in this process: when it is there, where, and what its buttons do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.devices.settings_file import SettingsFile
from assistant.tray.desk import Desk
from assistant.tray.frame.session import PLATFORM, prefer_xwayland
from assistant.tray.frame.wishes import Wishes
from assistant.tray.overlay import overlay as overlay_module
from assistant.tray.overlay.fading import FADE_MS
from assistant.tray.overlay.overlay import Overlay
from assistant.tray.overlay.placing import place_on
from assistant.tray.overlay.story import Choice
from assistant.values.action import InsertText, KeepText, Outcome, Result
from assistant.values.control import Control, Correct, DeliverKept, Undo
from assistant.values.event import ActionPerformed, CorrectionOffered, LevelMeasured, UtteranceDropped
from tests.support.waiting import wait_until
from tests.tray.overlay.test_story import BEGUN

TYPED = ActionPerformed(1, InsertText("words", None), Outcome(Result.DELIVERED))
KEPT = ActionPerformed(1, KeepText("words", "unsure"), Outcome(Result.KEPT))


class Scene:
    def __init__(self, folder: Path) -> None:
        self.controls: list[Control] = []
        self.file = SettingsFile(folder / "settings.toml")
        self.wishes = Wishes(self.file)
        self.overlay = Overlay(Desk(self.controls.append, settings_file=self.file), self.wishes)


@pytest.fixture
def scene(app: QApplication, tmp_path: Path) -> Iterator[Scene]:
    scene = Scene(tmp_path)
    yield scene
    scene.overlay.hide()


@pytest.mark.parametrize(
    ("event", "choice", "control"),
    [
        (KEPT, Choice.KEEP, DeliverKept()),
        (TYPED, Choice.UNDO, Undo()),
        (CorrectionOffered(1, 1, ("Rob",)), Choice.SWAP, Correct(1)),
    ],
)
def test_a_click_gives_the_order_and_it_is_gone(
    scene: Scene, event: object, choice: Choice, control: Control
) -> None:
    scene.overlay.follow(event)
    button = scene.overlay.buttons.each[choice]
    assert button.isVisible()
    button.click()
    assert scene.controls == [control]
    assert not scene.overlay.panel.isVisible()
    assert not scene.overlay.buttons.isVisible()


def test_the_buttons_stand_on_the_panel_and_are_there_only_with_something_to_choose(scene: Scene) -> None:
    scene.overlay.follow(BEGUN)
    assert scene.overlay.panel.isVisible()
    assert not scene.overlay.buttons.isVisible()
    scene.overlay.follow(KEPT)
    assert scene.overlay.panel.frameGeometry().contains(scene.overlay.buttons.frameGeometry())


def test_it_goes_by_itself(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.file.set("look.reduced_motion", True)
    scene.wishes._read()
    scene.overlay.follow(BEGUN)
    QTest.qWait(2 * FADE_MS)
    assert scene.overlay.panel.isVisible()  # as long as somebody speaks
    scene.overlay.follow(UtteranceDropped(1))
    assert not scene.overlay.panel.isVisible()  # at once, where nothing is to move


def test_it_fades_where_things_may_move(scene: Scene) -> None:
    scene.overlay.follow(BEGUN)
    scene.overlay.follow(UtteranceDropped(1))
    assert scene.overlay.panel.isVisible()

    def is_gone() -> bool:
        QTest.qWait(10)
        return not scene.overlay.panel.isVisible()

    wait_until(is_gone, "faded")


def test_it_can_be_switched_off_while_it_runs(scene: Scene) -> None:
    scene.file.set("look.overlay", "off")
    scene.wishes._read()
    scene.overlay.follow(BEGUN)
    assert not scene.overlay.panel.isVisible()
    scene.file.set("look.overlay", "on")
    scene.wishes._read()
    scene.overlay.follow(KEPT)
    assert scene.overlay.panel.isVisible()


@pytest.mark.parametrize("wish", ["auto", "on"])
def test_where_it_cannot_be_it_is_not_tried(scene: Scene, monkeypatch: pytest.MonkeyPatch, wish: str) -> None:
    scene.file.set("look.overlay", wish)
    scene.wishes._read()
    assert scene.overlay.is_wanted
    monkeypatch.setattr(overlay_module, "obstacle", lambda: "Wayland.")
    assert not scene.overlay.is_wanted


def test_levels_are_drawn_only_while_it_is_there(scene: Scene) -> None:
    scene.overlay.follow(LevelMeasured(-20.0))
    assert scene.overlay.panel.level._part == 0.0
    scene.overlay.follow(BEGUN)
    scene.overlay.follow(LevelMeasured(-20.0))
    assert scene.overlay.panel.level._part > 0.5


@pytest.mark.parametrize(("edge", "is_low"), [("bottom", True), ("top", False)])
def test_it_stands_at_the_edge_that_was_chosen(app: QApplication, edge: str, is_low: bool) -> None:
    screen = QGuiApplication.primaryScreen()
    where: QRect = place_on(screen, QSize(400, 60), edge)
    assert (where.center().y() > screen.geometry().center().y()) is is_low
    assert abs(where.center().x() - screen.geometry().center().x()) <= 1


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "xcb;wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"DISPLAY": ":0"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0", PLATFORM: "wayland"}, "wayland"),
    ],
)
def test_on_wayland_it_goes_through_xwayland_where_there_is_one(
    environment: dict[str, str], platform: str | None
) -> None:
    prefer_xwayland(environment)
    assert environment.get(PLATFORM) == platform
