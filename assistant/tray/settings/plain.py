"""A page with nothing but settings; those whose values only this computer knows are offered in lists."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from assistant.devices.settings_file.catalogue import Kind, Page, SettingField
from assistant.devices.store.store import ModelStore
from assistant.errors import AssistantError
from assistant.tray.desk import Desk
from assistant.tray.looks.language import languages
from assistant.tray.looks.pieces import button
from assistant.tray.settings.choices import Choices
from assistant.tray.settings.fields.control import Show, choice, make_control
from assistant.tray.settings.fields.row import FieldRow
from assistant.tray.settings.page import SettingsPage

EDITORS = {"act.hotkeys": "keys", "profiles": "applications"}
"""Settings that are edited on a page of their own."""


class PlainPage(SettingsPage):
    """Any page, and what a search has found."""

    def __init__(self, page: Page, choices: Choices, desk: Desk) -> None:
        self.desk = desk
        super().__init__(page, choices)

    def row_for(self, field: SettingField) -> FieldRow:
        """Return the row of a setting."""
        return FieldRow(field, self.choices, self._control)

    def _control(self, field: SettingField, chosen: Callable[[object], None]) -> tuple[QWidget, Show]:
        offers = self._offers(field.key)
        if offers:
            widget, show = choice(offers, chosen)
            widget.setAccessibleName(field.title)
            widget.setAccessibleDescription(field.sentence)
            return widget, show
        if field.kind is Kind.TABLES:
            return self._way(field)
        return make_control(field, chosen)

    def _way(self, field: SettingField) -> tuple[QWidget, Show]:
        """Return a button that leads to the page where a setting is edited."""
        way = button(QCoreApplication.translate("Settings", "Edit…"))
        way.setAccessibleName(field.title)
        way.clicked.connect(lambda: self.desk.open(f"settings:{EDITORS.get(field.key, 'general')}"))
        return way, lambda _value: None

    def _offers(self, key: str) -> list[tuple[str, object]]:
        system = QCoreApplication.translate("Settings", "As the system")
        match key:
            case "hear.microphone":
                try:
                    names = self.desk.microphones()
                except AssistantError:
                    names = []
                default = QCoreApplication.translate("Settings", "The system's default")
                return [(default, None), *((name, name) for name in names)]
            case "look.language":
                return [(system, "system"), *((name, code) for code, name in languages().items())]
            case "recognize.model":
                models = [one for one in ModelStore().entries() if one.place is not None]
                bundled = [("nano", None)]
                return [*bundled, *((one.name, one.place) for one in models if one.name != "nano")]
            case _:
                return []
