"""Look: language, colours, overlay, sounds; and whether the session starts the assistant."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from assistant.devices.desktop import find_autostart
from assistant.tray.frame.session import obstacle
from assistant.tray.looks.pieces import line, note, verdict
from assistant.tray.looks.said import said
from assistant.tray.settings.choices import field_of
from assistant.tray.settings.plain import PlainPage


class LookPage(PlainPage):
    """Settings of the look, and autostart as the system has it."""

    def begin(self) -> None:
        """Say first what of it can't be had here."""
        if obstacle():
            self.add(verdict(obstacle(), "warning"))

    def end(self) -> None:
        """Add sounds, which belong here too, and autostart."""
        self.add_field(field_of("hear.sounds"))
        self.add(line())
        self._autostart = find_autostart()
        self.starts = QCheckBox(self.tr("Start with the session"))
        self.starts.clicked.connect(self._start)
        self.told = note()
        self.add(self.starts)
        self.add(self.told)
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what the system would do."""
        try:
            self.starts.setChecked(self._autostart.is_on())
            self.told.setText(self.tr("Kept in {place}").format(place=self._autostart.place))
        except OSError as error:
            self.starts.setEnabled(False)
            self.told.setText(self.tr("Not known: {why}").format(why=said(error)))

    def _start(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        try:
            self._autostart.set(on=is_on)
        except OSError as error:
            self.look()
            self.told.setText(self.tr("That could not be changed: {why}").format(why=said(error)))
        else:
            self.look()
