"""The tray application: Qt has the main thread, the engine its own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from assistant.devices.places import APP, APP_ID
from assistant.tray.bridge import Bridge
from assistant.tray.cards.answer import AnswerCard
from assistant.tray.cards.question import QuestionCard
from assistant.tray.desk import About, Desk
from assistant.tray.first_run.stamp import is_first_run
from assistant.tray.frame.session import prefer_xwayland
from assistant.tray.frame.wishes import Wishes
from assistant.tray.looks.icon import app_icon
from assistant.tray.looks.language import Speech
from assistant.tray.looks.theme import theme
from assistant.tray.overlay.overlay import Overlay
from assistant.tray.running.caretaker import NOT_HERE, Caretaker, StartEngine
from assistant.tray.running.interrupts import Interrupts
from assistant.tray.running.sweeper import Sweeper
from assistant.tray.tray import Tray
from assistant.tray.windows import Following, Windows
from assistant.values.commands.asked import HelpWanted, HistoryWanted, WindowWanted


class Front(QObject):
    """Everything there is to see, dressed and worded as the user wants it."""

    def __init__(self, application: QApplication, desk: Desk) -> None:
        super().__init__()
        self._application = application
        self._speech = Speech(application)
        self._wishes = Wishes(desk.settings_file)
        self._dress()
        self.windows = Windows(desk)
        self.tray = Tray(self.windows.desk, self._wishes)
        self.overlay = Overlay(self.windows.desk, self._wishes)
        self.answer, self.question = AnswerCard(self.windows.desk), QuestionCard(self.windows.desk)
        self.windows.cards = {"answer": self.answer.take_keyboard, "question": self.question.take_keyboard}
        self._wishes.changed.connect(self._follow_wishes)
        desk.bridge.level_watchers = set()  # they add themselves
        desk.bridge.happened.connect(self.tray.follow)
        for each in (self.overlay, self.answer, self.question):
            desk.bridge.happened.connect(each.follow)
        desk.bridge.happened.connect(self._follow)

    def show(self) -> None:
        """Appear."""
        self.tray.show()

    def hide(self) -> None:
        """Vanish."""
        self.windows.close_all()
        for each in (self.overlay, self.answer, self.question):
            each.hide()
        self.tray.hide()

    def _dress(self) -> bool:
        look = self._wishes.settings.look
        theme().use(look.theme)
        is_other_language = self._speech.use(look.language)
        theme().speak(self._speech.code)
        self._application.setApplicationDisplayName(self.tr("Assistant"))
        return is_other_language

    @Slot()
    def _follow_wishes(self) -> None:
        if self._dress():
            self.tray.furnish_anew()
            self.windows.make_anew()

    @Slot(object)
    def _follow(self, event: object) -> None:
        match event:
            case WindowWanted(name) if self.windows.has(name):
                self.windows.open(name)
            case WindowWanted():
                self.tray.come_forward()
            case HelpWanted():  # the next words are still for the window that has the keyboard
                self.windows.open("commands", takes_focus=False)
                window = self.windows.opened()["commands"]
                if isinstance(window, Following):
                    window.follow(event)
            case HistoryWanted():
                self.windows.open("history", takes_focus=False)
            case _:
                pass


def run_tray(
    start_engine: StartEngine, microphones: Callable[[], list[str]], about: About | None = None
) -> int:
    """Show the tray until somebody quits, and return the exit code.

    `start_engine` gets the observer to report to, on a thread of its own; `microphones` gives their names.
    """
    prefer_xwayland()
    app = QApplication([APP])
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    bridge = Bridge()

    def leave(code: int) -> None:
        # Not before the loop runs: an exit that comes too early is not heard.
        QTimer.singleShot(0, app, partial(app.exit, code))

    caretaker = Caretaker(start_engine, bridge, leave)

    def quit_now() -> None:
        front.hide()
        caretaker.leave()

    desk = Desk(caretaker.post, bridge, about=about or About(), leave=quit_now, microphones=microphones)
    front = Front(app, desk)
    front.windows.level_is_shown = caretaker.watch_level
    interrupts, sweeper = Interrupts(quit_now), Sweeper()
    front.show()
    caretaker.begin()
    if is_first_run():
        front.windows.open("first_run")
    try:
        code = app.exec()
        return 0 if interrupts.is_wanted and code == NOT_HERE else code  # nobody waits for what comes instead
    finally:
        caretaker.end()
        sweeper.close()
        interrupts.close()
        front.hide()
