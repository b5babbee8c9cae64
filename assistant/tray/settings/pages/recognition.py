"""Recognition: the model in use, another one on its way, and how speech becomes text."""

from PySide6.QtCore import Slot

from assistant.devices.store.store import ModelStore
from assistant.tray.errands import Errands
from assistant.tray.first_run.pages.model import ModelPage
from assistant.tray.first_run.pages.page import Means
from assistant.tray.first_run.parts.fetch import Fetch
from assistant.tray.looks.pieces import card, heading
from assistant.tray.settings.plain import PlainPage


class RecognitionPage(PlainPage):
    """Fetches models as the first run does: download with pause, import, licence."""

    def begin(self) -> None:
        """Add the models."""
        self.errands = Errands()
        self.fetch = Fetch(self.errands, lambda report: ModelStore(report=report))
        self.models = ModelPage(Means(self.desk, self.errands), self.fetch)
        self.models.enter()
        self.add(card(heading(self.tr("Models")), self.models))
        self.fetch.changed.connect(self.choices.look)
        self.choices.changed.connect(self.models.enter)
        self.desk.bridge.happened.connect(self._follow)

    def close_page(self) -> None:
        """Stop; what has arrived of a model stays."""
        self.fetch.close()
        self.errands.close()

    @Slot(object)
    def _follow(self, event: object) -> None:
        self.models.follow(event)
