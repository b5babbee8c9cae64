"""Model: nano at once; SenseVoice-Small over the network, or from a folder or a file."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from assistant.cli.models.line import megabytes
from assistant.devices.store.catalogue import CatalogueModel
from assistant.devices.store.licence import POINT, licence_text
from assistant.devices.store.transfer.wishes import Wishes
from assistant.errors import AssistantError
from assistant.tray.first_run.pages.page import Means, Page, Sentence
from assistant.tray.first_run.parts.fetch import Fetch, Phase
from assistant.tray.first_run.parts.fetching_bar import FetchingBar
from assistant.tray.looks.pieces import button, card, heading
from assistant.tray.looks.said import said
from assistant.values.event import Fault, Recovered, Trouble

FILES = "*.onnx *.zip *.tar *.tar.bz2 *.tar.gz *.tgz"


class ModelPage(Page):
    """Says which model is in use, and how a better one comes."""

    def __init__(self, means: Means, fetch: Fetch) -> None:
        super().__init__(means)
        self.fetch = fetch
        self.model = _offered(fetch)
        self.used = Sentence()
        self.column.addWidget(self.used)
        self.name, self.about = heading(self.model.title if self.model else ""), Sentence(look="note")
        self.bar = FetchingBar(fetch)
        self.offer = card(self.name, self.about, self._consent(), self._buttons(), self.bar)
        self.offer.setVisible(self.model is not None)
        self.column.addWidget(self.offer)
        self.told = Sentence()
        self.column.addWidget(self.told)
        self.column.addStretch()
        fetch.changed.connect(self._follow_fetch)

    def enter(self) -> None:
        """Show what is there now."""
        self._show()

    def follow(self, event: object) -> None:
        """Hear that the assistant has taken up another model."""
        match event:
            case Recovered(Fault.MODEL) | Trouble(Fault.MODEL) if self.fetch.phase is Phase.INSTALLED:
                self.told.say(said(event.message), "good" if isinstance(event, Recovered) else "bad")
            case _:
                pass

    def _consent(self) -> QWidget:
        self.accept_box = QCheckBox(self.tr("I &accept its licence"))
        self.accept_box.toggled.connect(self._show)
        self.read = button(self.tr("Read the &licence…"))
        self.read.clicked.connect(self._read)
        return _row(self.accept_box, self.read)

    def _buttons(self) -> QWidget:
        self.get = button(self.tr("&Download"), "first")
        self.get.clicked.connect(self._download)
        self.bring = button(self.tr("&Import"))
        menu = QMenu(self.bring)
        menu.addAction(self.tr("From a folder or a stick…"), self._from_folder)
        menu.addAction(self.tr("From an archive or an ONNX file…"), self._from_file)
        self.bring.setMenu(menu)
        self.mirror = QLineEdit()
        self.mirror.setPlaceholderText(self.tr("Address of your own mirror (usually empty)"))
        self.mirror.setAccessibleName(self.tr("Mirror"))
        row = _row(self.get, self.bring, stretched=self.mirror)
        self.choices = row
        return row

    @Slot()
    def _show(self) -> None:
        used = next((one for one in self.fetch.store.entries() if one.is_used), None)
        name = used.name if used else str(self.means.desk.settings_file.read().recognize.model)
        is_demo = used is not None and used.name == "nano"
        self.used.say(
            self.tr("Now: nano, a small English demo model that came along. It knows short phrases only.")
            if is_demo
            else self.tr("Now: {name}").format(name=name)
        )
        if self.model is None:
            return
        is_there = any(one.name == self.model.id and one.place for one in self.fetch.store.entries())
        self.about.say(
            self.tr("{languages}. {size}, checked by SHA-256; it stays on this computer. {licence}.").format(
                languages=self._languages(self.model),
                size=megabytes(self.model.size),
                licence=self.model.licence,
            ),
            "note",
        )
        is_free = self.fetch.phase in {Phase.IDLE, Phase.FAILED}
        may_begin = self.accept_box.isChecked() and is_free
        self.get.setEnabled(may_begin)
        self.bring.setEnabled(may_begin)
        self.choices.setVisible(is_free and not is_there)
        self.finish(is_done=not is_demo)

    def _languages(self, model: CatalogueModel) -> str:
        names = {
            "zh": self.tr("Mandarin"),
            "en": self.tr("English"),
            "yue": self.tr("Cantonese"),
            "ja": self.tr("Japanese"),
            "ko": self.tr("Korean"),
        }
        return ", ".join(names.get(code, code) for code in model.languages)

    def _follow_fetch(self) -> None:
        self._show()
        match self.fetch.phase:
            case Phase.FAILED:
                self.told.say(self.fetch.message, "bad")
            case Phase.PAUSED:
                self.told.say(self.tr("Paused. What has arrived stays; you can also go on another day."))
            case Phase.INSTALLED:
                self._use()
            case _:
                self.told.say("")

    def _use(self) -> None:
        try:
            self.fetch.store.use(self.fetch.installed)
        except (AssistantError, OSError) as error:
            self.told.say(said(error), "bad")
            return
        self.told.say(self.tr("Installed. The assistant takes it up for the next words."), "good")
        self._show()

    def _download(self) -> None:
        if self.model is not None:
            own = self.mirror.text().strip()
            self.fetch.download(self.model.id, Wishes((own,) if own else ()))

    def _from_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder with a model"))
        if found:
            self.fetch.take_in(Path(found))

    def _from_file(self) -> None:
        found, _ = QFileDialog.getOpenFileName(
            self, self.tr("Archive or ONNX file"), "", self.tr("Models ({kinds})").format(kinds=FILES)
        )
        if found:
            self.fetch.take_in(Path(found))

    def _read(self) -> None:
        if self.model is None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Information, self.tr("Licence"), _in_words(licence_text(self.model)), parent=self
        )
        for label in box.findChildren(QLabel):
            label.setWordWrap(True)
        box.open()


def _offered(fetch: Fetch) -> CatalogueModel | None:
    """Return the first model of the catalogue that is not here by itself."""
    return next((one for one in fetch.store.catalogue.models if not one.is_bundled), None)


def _row(*widgets: QWidget, stretched: QWidget | None = None) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    if stretched is None:
        row.addStretch()
    else:
        row.addWidget(stretched, stretch=1)
    return whole


def _in_words(text: str) -> str:
    """Return a licence with those of its lines translated that are ours."""
    parts = (
        line.partition(POINT) if line.startswith(POINT) else ("", "", line) for line in text.splitlines()
    )
    return "\n".join(f"{point}{said(words)}" for _, point, words in parts)
