"""The overlay: what is heard and done, over the other windows, without ever taking the focus."""

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from assistant.tray.desk import Desk
from assistant.tray.frame.announcing import announce
from assistant.tray.frame.session import obstacle
from assistant.tray.frame.wishes import Wishes
from assistant.tray.looks.palette import WIDE
from assistant.tray.overlay.buttons import Buttons
from assistant.tray.overlay.fading import Fading
from assistant.tray.overlay.panel import Panel
from assistant.tray.overlay.placing import Placing, place_on
from assistant.tray.overlay.story import LONGEST_MS, Choice, Page, Story
from assistant.tray.standing import Face
from assistant.values.audio import SpeechStarted
from assistant.values.control import Control, Correct, DeliverKept, Undo
from assistant.values.event import LevelMeasured

_ORDERS: dict[Choice, Control] = {
    Choice.KEEP: DeliverKept(),
    Choice.UNDO: Undo(),
    Choice.SWAP: Correct(1),
}


class Overlay(QObject):
    """Shows the newest utterance, wherever the user wants it and it can do no harm."""

    def __init__(self, desk: Desk, wishes: Wishes) -> None:
        super().__init__()
        self._desk = desk
        self._wishes = wishes
        self._story = Story(desk.about.mode)
        self._placing = Placing()
        self._screen: QScreen | None = None
        self.panel = Panel()
        self.buttons = Buttons(self._choose)
        self.buttons.reached.connect(self._wait)
        self._fading = Fading(self.panel, self.buttons)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self._fading.hide)
        self._page: Page | None = None
        screens = QGuiApplication.instance()
        if isinstance(screens, QGuiApplication):
            screens.screenRemoved.connect(self._move_over)
            screens.primaryScreenChanged.connect(self._move_over)

    @property
    def is_wanted(self) -> bool:
        """True where it is to be shown, and can be."""
        return self._wishes.settings.look.overlay != "off" and not obstacle()

    @Slot(object)
    def follow(self, event: object) -> None:
        """Show what happened."""
        if isinstance(event, LevelMeasured):
            if self.panel.isVisible():
                self.panel.level.show_level(event.decibels)
            return
        self._story.with_partial_text = self._wishes.settings.look.partial_text
        self._story.follow(event)
        if isinstance(event, SpeechStarted):
            self._screen = None  # the window that is written into may be on another one now
        if self._story.page != self._page:
            self._page = self._story.page
            self._turn(self._page)

    def hide(self) -> None:
        """Vanish at once."""
        self._leaving.stop()
        self._fading.vanish()

    def _turn(self, page: Page | None) -> None:
        is_shown = page is not None and self.is_wanted
        watchers = self._desk.bridge.level_watchers
        if watchers is not None:
            (watchers.add if is_shown and page and page.face is Face.HEARING else watchers.discard)("overlay")
        if page is None or not is_shown:
            self._leaving.stop()
            self._fading.hide()
            return
        look = self._wishes.settings.look
        room = self.buttons.offer(page.choices)
        self.panel.show_page(page, room)
        if self._screen is None:
            self._screen = self._placing.screen()
        where = place_on(self._screen, self.panel.size(), look.overlay_edge)
        self.panel.move(where.topLeft())
        middle = where.top() + (where.height() - self.buttons.height()) // 2
        self.buttons.move(QPoint(where.right() - room - WIDE, middle))
        self._fading.show(with_buttons=bool(page.choices), is_moving=not look.reduced_motion)
        if page.stays_ms:
            self._leaving.start(page.stays_ms)
            announce(self.panel, page.note, is_urgent=page.face is Face.TROUBLE)
        else:
            self._leaving.stop()

    @Slot(QScreen)
    def _move_over(self, _screen: QScreen) -> None:
        """Leave a screen that has gone: what Qt had for it is dead, and the overlay would be out of sight."""
        self._screen = None
        if self.panel.isVisible():
            self._turn(self._page)

    @Slot()
    def _wait(self) -> None:
        if self._leaving.isActive():
            self._leaving.start(LONGEST_MS)

    def _choose(self, choice: Choice) -> None:
        self._desk.post(_ORDERS[choice])
        self.hide()
