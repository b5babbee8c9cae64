"""A page of settings: a title, whatever belongs above them, the settings, and what belongs below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from assistant.devices.settings_file.catalogue import Page, SettingField
from assistant.tray.looks.palette import EDGE, GAP
from assistant.tray.looks.pieces import line, title
from assistant.tray.settings.choices import Choices
from assistant.tray.settings.fields.row import FieldRow

MEASURE = 620
"""Pixels that a line of text may be wide at most, to be read easily."""


class SettingsPage(QScrollArea):
    """Scrolls; subclasses say what is special about some settings, and what else belongs there."""

    SPECIAL: frozenset[str] = frozenset()
    """Settings that an editor of the page's own shows."""

    def __init__(self, page: Page, choices: Choices) -> None:
        super().__init__()
        self.page = page
        self.choices = choices
        self.rows: dict[str, FieldRow] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setMaximumWidth(MEASURE)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.column.setSpacing(GAP)
        self.column.addWidget(title(page.title))
        self.begin()
        for field in page.fields:
            if field.key not in self.SPECIAL:
                self.add_field(field)
        self.end()
        self.column.addStretch()
        self.setWidget(inside)

    def begin(self) -> None:
        """Add what belongs above the settings."""

    def end(self) -> None:
        """Add what belongs below them."""

    def row_for(self, field: SettingField) -> FieldRow:
        """Return the row of a setting."""
        return FieldRow(field, self.choices)

    def add_field(self, field: SettingField) -> None:
        """Add a setting."""
        if self.rows:
            self.column.addWidget(line())
        self.rows[field.key] = self.row_for(field)
        self.column.addWidget(self.rows[field.key])

    def add(self, widget: QWidget) -> None:
        """Add anything else."""
        self.column.addWidget(widget)

    def close_page(self) -> None:
        """Let go of what goes on beside the window."""
