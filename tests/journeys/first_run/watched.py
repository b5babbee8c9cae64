"""`assistant run`, whose first run tells the test what it shows and where its buttons are. Changes nothing.

usage: python -m tests.journeys.first_run.watched
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from assistant.cli import main
from assistant.tray import windows
from assistant.tray.desk import Desk
from assistant.tray.first_run.pages.page import Sentence
from assistant.tray.first_run.wizard import FirstRun


class WatchedFirstRun(FirstRun):
    """Prints a line of JSON whenever something has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told = ""
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._tell)
        self._watch.start(30)

    def _tell(self) -> None:
        line = json.dumps(
            {
                "page": self.pages.index(self.page),
                "done": [page.is_done for page in self.pages],
                "said": [one.text() for one in self.page.findChildren(Sentence) if one.isVisible()],
                "phase": self.fetch.phase.value,
                "box": self.trial.box.toPlainText(),
                "places": dict(self._places()),
                "is_active": self.isActiveWindow(),
            }
        )
        if line != self._told:
            self._told = line
            print(line, flush=True)

    def _places(self) -> "list[tuple[str, tuple[int, int]]]":
        found = []
        for each in [*self.findChildren(QAbstractButton), *self.findChildren(QLineEdit)]:
            if each.isVisible() and each.isEnabled():
                name = (
                    each.text().replace("&", "")
                    if isinstance(each, QAbstractButton)
                    else each.accessibleName()
                )
                middle = each.mapToGlobal(each.rect().center())
                at = (
                    middle.x()
                    if isinstance(each, QLineEdit)
                    else each.mapToGlobal(each.rect().topLeft()).x() + 12
                )
                found.append((name, (at, middle.y())))
        return found


if __name__ == "__main__":
    windows.SHELF["first_run"] = f"{__spec__.name}:WatchedFirstRun"
    sys.modules[__spec__.name] = sys.modules["__main__"]
    sys.exit(main(["run"]))
