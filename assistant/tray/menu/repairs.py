"""The part of the menu that mends what was typed: take back, replace, remember."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from assistant.tray.menu.lines import ends_of
from assistant.values.action import Result
from assistant.values.control import Control, Correct, Remember, Undo
from assistant.values.event import ActionPerformed, CorrectionMade, CorrectionOffered

SETTLE_MS = 200
"""The menu holds the keyboard until it is gone, and keys sent meanwhile would go to it."""
LONGEST = 80


class RepairMenu(QObject):
    """Shows what can be mended, and turns clicks into controls."""

    def __init__(self, menu: QMenu, post: Callable[[Control], None]) -> None:
        super().__init__()
        self._post = post
        self.undo = menu.addAction(self.tr("Take the last text back"), lambda: self._order(Undo()))
        self.undo.setEnabled(False)
        self.choices = menu.addMenu(self.tr("Replace the last text by"))
        self.choices.menuAction().setVisible(False)
        self.remember = menu.addAction("", lambda: self._order(Remember()))
        self.remember.setVisible(False)

    def follow(self, event: object) -> None:
        """Show what can be mended now."""
        match event:
            case CorrectionOffered(_, _, choices):
                self._offer(choices)
            case CorrectionMade(_, before, after):
                self._offer(())
                words = self.tr("From now on write “{after}” for “{before}”")
                self.remember.setText(ends_of(words.format(after=after, before=before), LONGEST))
                self.remember.setVisible(True)
            case ActionPerformed(_, _, outcome) if outcome.is_delivered:
                self.undo.setEnabled(True)
                self._offer(())
            case ActionPerformed(_, _, outcome) if outcome.result in {Result.TAKEN_BACK, Result.DONE}:
                self._offer(())
            case _:
                pass

    def _offer(self, choices: tuple[str, ...]) -> None:
        self.choices.clear()
        for number, text in enumerate(choices, 1):
            self.choices.addAction(ends_of(text, LONGEST), partial(self._order, Correct(number)))
        self.choices.menuAction().setVisible(bool(choices))
        self.remember.setVisible(False)

    def _order(self, control: Control) -> None:
        QTimer.singleShot(SETTLE_MS, lambda: self._post(control))
