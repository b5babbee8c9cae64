"""The menu: what is going on, and everything that can be chosen."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from assistant.tray.desk import Desk
from assistant.tray.frame.wishes import Wishes
from assistant.tray.looks.said import said
from assistant.tray.menu.lines import line
from assistant.tray.menu.repairs import RepairMenu
from assistant.tray.menu.sentences import Sentences
from assistant.tray.menu.submenus import Choosing
from assistant.tray.standing import Standing
from assistant.values.control import Cancel, DeliverKept, SetPause, SetPrivacy
from assistant.values.event import State

LONGEST_PREVIEW = 28
SETTLE_MS = 200
"""The menu holds the keyboard until it is gone; text typed meanwhile would be lost."""
BUSY = {State.HEARING, State.THINKING, State.ACTING}


class Menu(QObject):
    """Shows how things stand, and turns clicks into controls."""

    def __init__(self, desk: Desk, standing: Standing, wishes: Wishes) -> None:
        super().__init__()
        self._desk = desk
        self._standing = standing
        self._sentences = Sentences(self)
        self.widget = QMenu()
        self.widget.setAccessibleName(self.tr("Assistant"))
        self._build(wishes)
        self.show()

    def follow(self, event: object) -> None:
        """Show what happened; `standing` knows of it already."""
        self.repairs.follow(event)
        self.show()

    def start_obeying(self) -> None:
        """Let the user choose: there is an engine now."""
        for action in self._obeying:
            action.setEnabled(True)

    def show(self) -> None:
        """Show how things stand."""
        standing = self._standing
        self.status.setText(line(self.sentence()))
        self.trouble.setText(line(said(standing.trouble)))
        self.trouble.setVisible(bool(standing.trouble))
        self.choosing.show(standing)
        self.pause.setChecked(standing.is_paused)
        self.private.setChecked(standing.is_private)
        self.copy.setEnabled(bool(standing.last))
        self.deliver.setEnabled(bool(standing.kept))
        what = self.tr("Type what was kept")
        kept = line(standing.kept, LONGEST_PREVIEW)
        self.deliver.setText(f"{what}: “{kept}”" if standing.kept else what)
        self.answer.setVisible(standing.has_answer)
        self.cancel.setEnabled(standing.state in BUSY)

    def sentence(self) -> str:
        """Say what the assistant is doing."""
        return self._sentences.face(self._standing)

    def microphone_sentence(self) -> str:
        """Say what the microphone is doing; empty where nobody knows yet."""
        return self._sentences.microphone(self._standing)

    def _build(self, wishes: Wishes) -> None:
        menu, post = self.widget, self._desk.post
        # They stay enabled although little happens on a click: greyed out they could hardly be read.
        self.status, self.trouble = menu.addAction(""), menu.addAction("")
        menu.addSeparator()
        self.choosing = Choosing(menu, self._desk, wishes)
        menu.addSeparator()
        self.pause = self._switch(self.tr("Pause: close the microphone"))
        self.pause.triggered.connect(lambda on: post(SetPause(is_paused=on)))
        self.private = self._switch(self.tr("Private: keep nothing"))
        self.private.triggered.connect(lambda on: post(SetPrivacy(is_private=on)))
        menu.addSeparator()
        self.copy = menu.addAction(self.tr("Copy last text"), self._copy)
        self.deliver = menu.addAction("", self._deliver)
        self.repairs = RepairMenu(menu, post)
        self.answer = menu.addAction(self.tr("Show the answer"), partial(self._desk.open, "answer"))
        self.cancel = menu.addAction(self.tr("Cancel"), lambda: post(Cancel()))
        menu.addSeparator()
        self.windows = self._openers(menu)
        self.about = menu.addAction(self.tr("About…"), partial(self._desk.open, "settings:about"))
        self.quit = menu.addAction(self.tr("Quit"), self._desk.leave)
        submenus = (submenu.menuAction() for submenu in self.choosing.all)
        self._obeying = (*submenus, *self.choosing.modes.values(), self.pause, self.private)
        for action in self._obeying:
            action.setEnabled(False)

    def _openers(self, menu: QMenu) -> dict[str, QAction]:
        """Add an entry for each window that there is."""
        labels = {
            "commands": self.tr("What can I say?"),
            "history": self.tr("History…"),
            "settings": self.tr("Settings…"),
            "transcribe": self.tr("Transcribe a file…"),
            "latency": self.tr("How fast it is…"),
            "first_run": self.tr("Set up again…"),
        }
        return {
            name: menu.addAction(label, partial(self._desk.open, name))
            for name, label in labels.items()
            if self._desk.has(name)
        }

    def _switch(self, name: str) -> QAction:
        action = self.widget.addAction(name)
        action.setCheckable(True)
        return action

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._standing.last)

    def _deliver(self) -> None:
        QTimer.singleShot(SETTLE_MS, lambda: self._desk.post(DeliverKept()))
