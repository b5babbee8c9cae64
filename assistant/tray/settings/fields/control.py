"""The control of one setting: a box to tick, a number, a choice, a text, a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from assistant.devices.settings_file.catalogue import Kind, SettingField
from assistant.tray.looks.palette import GAP
from assistant.tray.looks.pieces import button
from assistant.tray.settings.fields.calm import CalmCombo, CalmDouble, CalmSpin

Chosen = Callable[[object], None]
"""Is called with what the user chose."""
Show = Callable[[object], None]
"""Shows a value without telling anybody."""
LARGEST = 1_000_000_000


def make_control(field: SettingField, chosen: Chosen) -> tuple[QWidget, Show]:
    """Return the control of a setting, and what shows a value in it; `chosen` is told what the user wants."""
    match field.kind:
        case Kind.SWITCH:
            widget, show = _switch(field, chosen)
        case Kind.NUMBER:
            widget, show = _number(field, chosen)
        case Kind.CHOICE:
            offers = [(option.label, option.value) for option in field.options]
            widget, show = choice(offers, chosen)
        case Kind.LIST if field.options:
            return _ticks(field, chosen)
        case Kind.LIST:
            widget, show = _text(lambda text: chosen(_split(text)), lambda value: ", ".join(_texts(value)))
        case Kind.PLACE:
            return _place(field, chosen)
        case _:
            widget, show = _text(chosen, lambda value: "" if value is None else str(value))
    widget.setAccessibleName(field.title)
    widget.setAccessibleDescription(field.sentence)
    return widget, show


def choice(offers: list[tuple[str, object]], chosen: Chosen) -> tuple[CalmCombo, Show]:
    """Return a list of (label, value) to choose from."""
    box = CalmCombo()
    for label, value in offers:
        box.addItem(label, value)
    values = [value for _, value in offers]

    def show(value: object) -> None:
        if value not in values:  # what is set by hand, and not on offer here
            values.append(value)
            box.addItem(str(value), value)
        box.setCurrentIndex(values.index(value))

    box.activated.connect(lambda index: chosen(values[index]))
    return box, show


def _switch(field: SettingField, chosen: Chosen) -> tuple[QWidget, Show]:
    box = QCheckBox(field.title)
    box.clicked.connect(lambda is_on: chosen(bool(is_on)))
    return box, lambda value: box.setChecked(bool(value))


def _number(field: SettingField, chosen: Chosen) -> tuple[QWidget, Show]:
    box = CalmSpin() if field.is_whole else CalmDouble()
    low, high = field.bounds or (0, LARGEST)
    if isinstance(box, CalmSpin):
        box.setRange(round(low), round(high))
        box.setSingleStep(10 if field.unit == "ms" else 1)
    else:
        box.setRange(low, high)
        box.setDecimals(2 if high <= 1 else 1)
        box.setSingleStep(0.05 if high <= 1 else 0.5)
    box.setSuffix(f" {_unit(field.unit)}" if field.unit else "")
    box.setMinimumWidth(140)

    def show(value: object) -> None:
        box.blockSignals(True)
        box.setValue(value)  # type: ignore[arg-type]  # a number, as the field says
        box.blockSignals(False)

    box.valueChanged.connect(chosen)
    return box, show


def _unit(unit: str) -> str:
    units = {"days": QCoreApplication.translate("Settings", "days")}
    return units.get(unit, unit)


def _text(chosen: Callable[[str], None], shown: Callable[[object], str]) -> tuple[QLineEdit, Show]:
    edit = QLineEdit()
    edit.setMinimumWidth(260)
    edit.editingFinished.connect(lambda: chosen(edit.text().strip()))

    def show(value: object) -> None:
        if edit.text().strip() != shown(value):
            edit.setText(shown(value))

    return edit, show


def _place(field: SettingField, chosen: Chosen) -> tuple[QWidget, Show]:
    edit, show = _text(lambda text: chosen(text or None), lambda value: "" if value is None else str(value))
    edit.setAccessibleName(field.title)
    edit.setAccessibleDescription(field.sentence)
    browse = button(QCoreApplication.translate("Settings", "Choose…"))
    choose = QCoreApplication.translate("Settings", "Choose: {title}").format(title=field.title)
    browse.setAccessibleName(choose)

    def ask() -> None:
        dialog = QFileDialog(edit.window(), choose, str(Path(edit.text()).parent) if edit.text() else "")
        is_file = field.key == "recognize.hotwords"
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile if is_file else QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.fileSelected.connect(chosen)
        dialog.show()

    browse.clicked.connect(ask)
    return in_row(edit, browse), show


def _ticks(field: SettingField, chosen: Chosen) -> tuple[QWidget, Show]:
    """Return a box for each of the words that a list may have."""
    boxes = {str(one.value): QCheckBox(one.label) for one in field.options}

    def tell() -> None:
        chosen(tuple(value for value, box in boxes.items() if box.isChecked()))

    for box in boxes.values():
        box.setAccessibleDescription(field.title)
        box.clicked.connect(tell)

    def show(value: object) -> None:
        for each, box in boxes.items():
            box.setChecked(each in _texts(value))

    return in_row(*boxes.values()), show


def in_row(*widgets: QWidget) -> QWidget:
    """Return a widget with these beside each other."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return row


def _split(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()
