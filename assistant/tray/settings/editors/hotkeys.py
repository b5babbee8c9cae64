"""The keys that record: a line for each, with its job; another one is pressed and not typed."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from assistant.tray.first_run.parts.keys import spelled
from assistant.tray.looks.palette import GAP
from assistant.tray.looks.pieces import button, verdict
from assistant.tray.settings.choices import Choices
from assistant.tray.settings.editors.capture import Capture
from assistant.tray.settings.fields.control import choice, in_row
from assistant.values.control import Job
from assistant.values.settings import Hotkey


class HotkeyList(QWidget):
    """Edits `act.hotkeys`."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._lines: list[QWidget] = []
        self.add = Capture()
        self.add.captured.connect(self._add)
        self.told = verdict("", "warning")
        self._column.addWidget(in_row(self.add))
        self._column.addWidget(self.told)
        choices.changed.connect(self.look)
        self.look()

    @property
    def hotkeys(self) -> tuple[Hotkey, ...]:
        """The keys as they are."""
        return self._choices.settings.act.hotkeys

    @Slot()
    def look(self) -> None:
        """Show the keys as they are."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [self._line(place, one) for place, one in enumerate(self.hotkeys)]
        for place, line in enumerate(self._lines):
            self._column.insertWidget(place, line)
        self.told.setText(self.conflicts())
        self.told.setVisible(bool(self.told.text()))

    def conflicts(self) -> str:
        """Say which keys get into each other's way, or into that of other programs."""
        keys = [one.keys for one in self.hotkeys]
        undo = self._choices.settings.act.undo_key
        lines = [
            self.tr("{key} is there twice; only the first one counts.").format(key=spelled(key))
            for key in sorted({key for key in keys if keys.count(key) > 1})
        ]
        if undo and undo in keys:
            takes = self.tr("{key} also takes text back; it can't do both.")
            lines.append(takes.format(key=spelled(undo)))
        known = self._known()
        for key in keys:
            if key in known:
                means = self.tr("{key} means something in most programs: {what}.")
                lines.append(means.format(key=spelled(key), what=known[key]))
        if not keys:
            lines.append(self.tr("No key records: only `assistant toggle` and hands-free do."))
        return "\n".join(lines)

    def _known(self) -> dict[str, str]:
        """Return what keys mean in most programs."""
        return {
            "Ctrl+c": self.tr("copy"),
            "Ctrl+v": self.tr("paste"),
            "Ctrl+x": self.tr("cut"),
            "Ctrl+z": self.tr("undo"),
            "Ctrl+s": self.tr("save"),
            "Alt+F4": self.tr("close a window"),
            "Alt+Tab": self.tr("change windows"),
            "Super_L": self.tr("the menu of most desktops"),
        }

    def _line(self, place: int, hotkey: Hotkey) -> QWidget:
        jobs = [
            (self.tr("writes what you say"), Job.DICTATE),
            (self.tr("takes commands"), Job.COMMAND),
            (self.tr("asks the language model"), Job.ASK),
            (self.tr("edits the selected text"), Job.EDIT),
        ]
        label = QLabel(spelled(hotkey.keys))
        label.setMinimumWidth(130)
        job, show = choice([(text, one) for text, one in jobs], lambda job: self._give(place, job))
        show(hotkey.job)
        job.setAccessibleName(self.tr("What {key} does").format(key=spelled(hotkey.keys)))
        remove = button(self.tr("Remove"))
        remove.setAccessibleName(self.tr("Remove {key}").format(key=spelled(hotkey.keys)))
        remove.clicked.connect(lambda: self._set([*self.hotkeys[:place], *self.hotkeys[place + 1 :]]))
        return in_row(label, job, remove)

    def _give(self, place: int, job: object) -> None:
        keys = list(self.hotkeys)
        keys[place] = replace(keys[place], job=Job(str(job)))
        self._set(keys)

    @Slot(str)
    def _add(self, name: str) -> None:
        if all(one.keys != name for one in self.hotkeys):
            self._set([*self.hotkeys, Hotkey(name)])

    def _set(self, keys: list[Hotkey]) -> None:
        self._choices.set("act.hotkeys", tuple(keys))
