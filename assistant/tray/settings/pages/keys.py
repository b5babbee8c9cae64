"""Keys: those that record, and what held and tapped mean."""

from PySide6.QtWidgets import QLineEdit

from assistant.tray.looks.pieces import card, heading, line, note
from assistant.tray.settings.choices import field_of
from assistant.tray.settings.editors.capture import Capture
from assistant.tray.settings.editors.hotkeys import HotkeyList
from assistant.tray.settings.fields.control import in_row
from assistant.tray.settings.plain import PlainPage


class KeysPage(PlainPage):
    """Edits the keys by pressing them."""

    SPECIAL = frozenset({"act.hotkeys"})

    def begin(self) -> None:
        """Add the keys that record."""
        field = field_of("act.hotkeys")
        self.hotkeys = HotkeyList(self.choices)
        self.add(card(heading(field.title), note(field.sentence), self.hotkeys))

    def end(self) -> None:
        """Add a way to press the key that takes text back."""
        self.add(line())
        self.undo_key = Capture()
        self.undo_key.setAccessibleName(self.tr("Press the key that takes text back"))
        self.undo_key.captured.connect(lambda name: self.choices.set("act.undo_key", name))
        row = self.rows["act.undo_key"]
        layout = row.layout()
        if layout is not None and isinstance(row.control, QLineEdit):
            layout.addWidget(in_row(self.undo_key))
