"""Applications in which something is different: a list, and a form for the one that is chosen."""

from dataclasses import fields, replace
from enum import StrEnum
from functools import partial
from typing import get_args, get_type_hints

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.act.profiles import profile_of
from assistant.tray.looks.palette import GAP
from assistant.tray.looks.pieces import button, note
from assistant.tray.settings.choices import Choices, field_of
from assistant.tray.settings.editors.picking import Picking
from assistant.tray.settings.fields.control import Show, choice, in_row
from assistant.values.action import Method, Window
from assistant.values.settings import Profile

LIST_HEIGHT = 130


class ProfileEditor(QWidget):
    """Edits `profiles`."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._shows: dict[str, Show] = {}
        self.list = QListWidget()
        self.list.setMaximumHeight(LIST_HEIGHT)
        self.list.setAccessibleName(self.tr("Applications"))
        self.list.currentRowChanged.connect(self._fill)
        self.add = button(self.tr("Add"))
        self.pick = button(self.tr("Pick a window…"))
        self.up = button(self.tr("Up"))
        self.remove = button(self.tr("Remove"))
        self.told = note()
        self.picking = Picking(choices)
        self.picking.told.connect(self._tell)
        self.picking.picked.connect(self._picked)
        self.form = self._form()
        self._lay_out()
        self.add.clicked.connect(lambda: self._put_up("*"))
        self.pick.clicked.connect(self._pick)
        self.up.clicked.connect(self._rise)
        self.remove.clicked.connect(self._drop)
        choices.changed.connect(self.look)
        self.look()

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The profiles as they are."""
        return self._choices.settings.profiles

    @Slot()
    def look(self) -> None:
        """Show the profiles as they are."""
        row = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([one.match for one in self.profiles])
        self.list.setCurrentRow(min(row, len(self.profiles) - 1))
        self.list.blockSignals(False)
        self._fill(self.list.currentRow())

    def close_editor(self) -> None:
        """Let go of the desktop."""
        self.picking.close()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list)
        column.addWidget(in_row(self.add, self.pick, self.up, self.remove))
        column.addWidget(self.told)
        column.addWidget(self.form)

    def _form(self) -> QWidget:
        """Return a control for each thing that can be different."""
        whole = QWidget()
        form = QFormLayout(whole)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.match = QLineEdit()
        self.match.editingFinished.connect(lambda: self._set("match", self.match.text().strip() or "*"))
        self.match.setPlaceholderText(self.tr("* for anything, | between several"))
        form.addRow(self.tr("Application"), self.match)
        hints = get_type_hints(Profile)
        for field in fields(Profile):
            if field.name == "match":
                continue
            widget, self._shows[field.name] = self._control(field.name, hints[field.name])
            form.addRow(self._name(field.name), widget)
            widget.setAccessibleName(self._name(field.name))
        return whole

    def _control(self, name: str, hint: object) -> tuple[QWidget, Show]:
        if name == "languages":
            return self._languages()
        kind = next((each for each in get_args(hint) if each is not type(None)), None)
        everywhere = (self.tr("As everywhere"), None)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            labels = self._labels(name)
            offers = [(labels.get(one.value, one.value.replace("_", " ")), one) for one in kind]
            return choice([everywhere, *offers], partial(self._set, name))
        yes_no = [(self.tr("Yes"), True), (self.tr("No"), False)]
        return choice([everywhere, *yes_no], partial(self._set, name))

    def _languages(self) -> tuple[QWidget, Show]:
        options = field_of("recognize.languages").options
        boxes = {str(one.value): QCheckBox(one.label) for one in options}

        def tell() -> None:
            self._set("languages", tuple(code for code, box in boxes.items() if box.isChecked()))

        def show(value: object) -> None:
            for code, box in boxes.items():
                box.setChecked(isinstance(value, tuple) and code in value)

        for box in boxes.values():
            box.clicked.connect(tell)
        return in_row(*boxes.values()), show

    def _labels(self, name: str) -> dict[str, str]:
        if name == "method":
            return {
                Method.AUTO: self.tr("What is best for it"),
                Method.SHIFT_INSERT: self.tr("Paste with Shift+Insert"),
                Method.CTRL_V: self.tr("Paste with Ctrl+V"),
                Method.CTRL_SHIFT_V: self.tr("Paste with Ctrl+Shift+V"),
                Method.KEYS: self.tr("Key by key"),
            }
        try:
            return {str(one.value): one.label for one in field_of(f"format.{name}").options}
        except KeyError:
            return {}

    def _name(self, name: str) -> str:
        if name == "method":
            return self.tr("How text is put in")
        if name == "polish":
            return field_of("consult.polish").title
        return field_of("recognize.languages" if name == "languages" else f"format.{name}").title

    @Slot(int)
    def _fill(self, row: int) -> None:
        is_there = 0 <= row < len(self.profiles)
        self.form.setEnabled(is_there)
        self.remove.setEnabled(is_there)
        self.up.setEnabled(is_there and row > 0)
        self.form.setVisible(is_there)
        if is_there:
            profile = self.profiles[row]
            self.match.setText(profile.match)
            for name, show in self._shows.items():
                show(getattr(profile, name))
        if self.picking.is_waiting:
            return
        if not self.profiles:
            self.told.setText(self.tr("None yet: everything is as everywhere."))
        elif not self.told.text().startswith("✓"):
            self.told.setText("")

    def _set(self, name: str, value: object) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.profiles):
            changed = replace(self.profiles[row], **{name: value})  # type: ignore[arg-type]  # of the control's own type
            self._write([*self.profiles[:row], changed, *self.profiles[row + 1 :]])

    def _put_up(self, match: str) -> None:
        self._write([*self.profiles, Profile(match)])
        self.list.setCurrentRow(len(self.profiles) - 1)
        self.match.setFocus()
        self.match.selectAll()

    def _rise(self) -> None:
        row = self.list.currentRow()
        order = list(self.profiles)
        order[row - 1], order[row] = order[row], order[row - 1]
        self._write(order)
        self.list.setCurrentRow(row - 1)

    def _drop(self) -> None:
        row = self.list.currentRow()
        self._write([*self.profiles[:row], *self.profiles[row + 1 :]])

    def _write(self, profiles: list[Profile]) -> None:
        self._choices.set("profiles", tuple(profiles))

    @Slot()
    def _pick(self) -> None:
        if self.picking.is_waiting:
            self.picking.stop()
        else:
            self.picking.start()

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.pick.setText(self.tr("Call off") if self.picking.is_waiting else self.tr("Pick a window…"))

    @Slot(object)
    def _picked(self, window: Window) -> None:
        known = profile_of(window, self.profiles)
        if known is not None:
            self.list.setCurrentRow(self.profiles.index(known))
        else:
            self._put_up(window.app)
        self.told.setText(self.tr("✓ {app}").format(app=window.app))
        self.window().raise_()
        self.window().activateWindow()
