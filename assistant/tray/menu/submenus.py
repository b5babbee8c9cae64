"""The submenus from which one of several is chosen; each says in its own label which one it is."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from assistant.devices.places import NANO
from assistant.errors import AssistantError
from assistant.tray.desk import Desk
from assistant.tray.frame.wishes import Wishes
from assistant.tray.looks.said import said
from assistant.tray.menu.lines import line
from assistant.tray.menu.sentences import Sentences
from assistant.tray.standing import Standing
from assistant.values.control import Mode, SetMode, UseMicrophone

MODES = (Mode.PUSH_TO_TALK, Mode.HANDS_FREE, Mode.WAKE_PHRASE, Mode.COMMAND, Mode.ASLEEP)
Key = TypeVar("Key")
LANGUAGES = ("auto", "zh", "en", "yue", "ja", "ko")


class Choosing(QObject):
    """Mode, microphone, model and language."""

    def __init__(self, menu: QMenu, desk: Desk, wishes: Wishes) -> None:
        super().__init__(menu)
        self._desk = desk
        self._wishes = wishes
        self._sentences = Sentences(self)
        self.failed: Callable[[str], None] = lambda _sentence: None
        """Is told in one sentence what could not be done."""
        self.modes: dict[Mode, QAction] = {}
        self.mode = menu.addMenu("")
        self.microphone = menu.addMenu("")
        self.model = menu.addMenu("")
        self.language = menu.addMenu("")
        # Some hosts show a submenu that is empty as no submenu at all.
        self._fill_modes()
        self._fill_microphones([])
        self._fill_models([])
        self._fill_languages()
        self.microphone.aboutToShow.connect(self._list_microphones)
        self.model.aboutToShow.connect(self._list_models)

    @property
    def all(self) -> tuple[QMenu, ...]:
        """Every submenu."""
        return self.mode, self.microphone, self.model, self.language

    def show(self, standing: Standing) -> None:
        """Say what is chosen now."""
        self.mode.setTitle(self.tr("Mode: {mode}").format(mode=self._sentences.mode(standing.mode)))
        if standing.mode in self.modes:
            self.modes[standing.mode].setChecked(True)
        name = standing.microphone_name or self._wishes.settings.hear.microphone or self._by_system()
        self.microphone.setTitle(line(self.tr("Microphone: {name}").format(name=name)))
        self.model.setTitle(
            line(self._sentences.model(standing)) if standing.model or standing.is_demo else self.tr("Model")
        )
        spoken = self._wishes.settings.recognize.language
        self.language.setTitle(
            self.tr("Spoken language: {name}").format(name=self._sentences.language(spoken))
        )

    def _fill_modes(self) -> None:
        names = {mode: self._sentences.mode(mode) for mode in MODES}
        for mode, action in _choices(self.mode, names.items(), Mode.PUSH_TO_TALK).items():
            self.modes[mode] = action
            action.triggered.connect(lambda _on=False, mode=mode: self._desk.post(SetMode(mode)))

    def _list_microphones(self) -> None:
        try:
            names = self._desk.microphones()
        except AssistantError:
            names = []  # the engine tells what is wrong with them
        self._fill_microphones(names)

    def _fill_microphones(self, names: list[str]) -> None:
        chosen = self._wishes.settings.hear.microphone
        gone = [] if chosen is None or chosen in names else [chosen]
        labels = {None: self._by_system()} | {name: line(name) for name in (*gone, *names)}
        for name, action in _choices(self.microphone, labels.items(), chosen).items():
            action.triggered.connect(lambda _on=False, name=name: self._use_microphone(name))

    def _use_microphone(self, name: str | None) -> None:
        self._desk.post(UseMicrophone(name))
        self._wish("hear.microphone", name)

    def _list_models(self) -> None:
        from assistant.devices.store.store import ModelStore  # heavy; the icon does not wait for it

        try:
            entries = ModelStore().entries()
        except (AssistantError, OSError):
            entries = []
        self._fill_models([(entry.name, entry.title) for entry in entries if entry.place is not None])

    def _fill_models(self, installed: list[tuple[str, str]]) -> None:
        used = self._wishes.settings.recognize.model
        labels = {NANO: self.tr("Demonstration (nano)")}
        labels |= {name: line(title) for name, title in installed if name != NANO}
        names = {used.name: line(used.name)} | labels if used is not None else labels
        chosen = used.name if used is not None else NANO
        for name, action in _choices(self.model, names.items(), chosen).items():
            action.triggered.connect(lambda _on=False, name=name: self._use_model(name))
        if self._desk.has("settings"):
            self.model.addSeparator()
            self.model.addAction(self.tr("More models…"), lambda: self._desk.open("settings:model"))

    def _use_model(self, name: str) -> None:
        from assistant.devices.store.store import ModelStore

        try:
            place = next((entry.place for entry in ModelStore().entries() if entry.name == name), None)
        except (AssistantError, OSError):
            return
        if name == NANO or place is not None:
            self._wish("recognize.model", None if name == NANO else place)

    def _fill_languages(self) -> None:
        names = {code: self._sentences.language(code) for code in LANGUAGES}
        chosen = self._wishes.settings.recognize.language
        for code, action in _choices(self.language, names.items(), chosen).items():
            action.triggered.connect(lambda _on=False, code=code: self._wish("recognize.language", code))

    def _wish(self, key: str, value: object) -> None:
        try:
            self._wishes.change(key, value)
        except (AssistantError, OSError) as error:
            self.failed(f"{self.tr('The settings could not be written:')} {said(error)}")

    def _by_system(self) -> str:
        return self.tr("System default")


def _choices(menu: QMenu, labels: Iterable[tuple[Key, str]], chosen: Key) -> dict[Key, QAction]:
    """Fill `menu` with these, one of them chosen."""
    menu.clear()
    group = QActionGroup(menu)
    actions = {}
    for key, label in labels:
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        group.addAction(action)
        actions[key] = action
    return actions
