"""One setting in the window: its name, its control, a plain sentence, and the way back to how it was."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from assistant.devices.settings_file.catalogue import Kind, SettingField
from assistant.tray.looks.palette import GAP, NEAR
from assistant.tray.looks.pieces import button, note, verdict
from assistant.tray.settings.choices import Choices
from assistant.tray.settings.fields.control import Show, make_control

MakeControl = Callable[[SettingField, Callable[[object], None]], tuple[QWidget, Show]]


class FieldRow(QWidget):
    """Shows a setting as the file has it, and changes it there at once."""

    def __init__(self, field: SettingField, choices: Choices, make: MakeControl = make_control) -> None:
        super().__init__()
        self.field = field
        self._choices = choices
        self.control, self._show = make(field, self._chosen)
        self.marker = QLabel("●")
        self.marker.setProperty("look", "good")
        self.marker.setToolTip(QCoreApplication.translate("Settings", "Changed by you"))
        self.reset = button(QCoreApplication.translate("Settings", "Reset"))
        again = QCoreApplication.translate("Settings", "Reset: {title}").format(title=field.title)
        self.reset.setAccessibleName(again)
        self.reset.clicked.connect(lambda: choices.reset(field.key))
        self.wrong = verdict("", "bad")
        self.wrong.hide()
        self._lay_out()
        choices.changed.connect(self.look)
        choices.failed.connect(self._failed)
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what the setting is."""
        self._show(self._choices.value(self.field.key))
        is_chosen = self.field.key in self._choices.chosen
        self.marker.setVisible(is_chosen)
        self.reset.setVisible(is_chosen)
        self.wrong.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(NEAR)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        if self.field.kind is Kind.SWITCH:
            head.addWidget(self.control)
        else:
            title = QLabel(self.field.title)
            title.setBuddy(self.control)
            head.addWidget(title)
        head.addWidget(self.marker)
        head.addStretch()
        head.addWidget(self.reset)
        column.addLayout(head)
        if self.field.kind is not Kind.SWITCH:
            line = QHBoxLayout()
            line.addWidget(self.control)
            if self.control.sizePolicy().horizontalPolicy() is not self.control.sizePolicy().Policy.Expanding:
                line.addStretch()
            column.addLayout(line)
        column.addWidget(note(self.field.sentence))
        column.addWidget(self.wrong)

    def _chosen(self, value: object) -> None:
        if not self._choices.set(self.field.key, value):
            self._show(self._choices.value(self.field.key))

    @Slot(str, str)
    def _failed(self, key: str, why: str) -> None:
        if key == self.field.key:
            self.wrong.setText(why)
            self.wrong.show()
