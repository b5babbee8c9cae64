"""What this computer allows: the checks of `assistant doctor` that a first run needs, with what to do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.cli.commands.doctor import Finding, Health, findings
from assistant.tray.first_run.pages.page import Means, Sentence
from assistant.tray.looks.said import said
from assistant.values.settings import Settings

PARTS = ("desktop", "microphone", "folders")
LOOKS = {Health.WEAK: "warning", Health.BAD: "bad"}


class Checks(QWidget):
    """Lists findings; those that are well only count."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._summary = Sentence(self.tr("Checking what this computer allows…"), "note")
        self._column.addWidget(self._summary)
        self.findings: tuple[Finding, ...] = ()

    def look(self) -> None:
        """Check again, beside the window."""
        settings = self._means.desk.settings_file.read()
        self._means.errands.run(lambda: _look(settings), self._show)

    def _show(self, found: tuple[Finding, ...]) -> None:
        self.findings = found
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        wrong = [one for one in found if one.health is not Health.GOOD]
        good = len(found) - len(wrong)
        if wrong:
            some = self.tr("{count} checks are well; something is to be done:")
            self._summary.say(some.format(count=good), "note")
        else:
            told = self.tr("This computer allows everything that is needed ({count} checks).")
            self._summary.say(told.format(count=good), "good")
        for one in wrong:
            line = self.tr("{part}: {message}").format(part=self._name(one.part), message=said(one.message))
            self._column.addWidget(Sentence(line, LOOKS[one.health]))

    def _name(self, part: str) -> str:
        return {
            "desktop": self.tr("Desktop"),
            "microphone": self.tr("Microphone"),
            "folders": self.tr("Folders"),
        }[part]


def _look(settings: Settings) -> tuple[Finding, ...]:
    return tuple(one for part in PARTS for one in findings(part, settings))
