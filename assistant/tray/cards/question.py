"""The card that asks before something is done that cannot be taken back."""

from PySide6.QtCore import QTimer, Slot

from assistant.tray.cards.card import Card, afterwards
from assistant.tray.commands.orders import Orders
from assistant.tray.desk import Desk
from assistant.tray.frame.announcing import announce
from assistant.tray.looks.pieces import button, heading, note
from assistant.values.action import AskFirst
from assistant.values.control import Job, Say
from assistant.values.event import ActionPerformed, UtteranceDropped

WIDTH = 420
PATIENCE_MS = 8000
"""As long as the router waits for the phrase that confirms."""
CONFIRM, CALL_OFF = "yes I am sure", "cancel"
"""What a click says; both are commands of the English pack, which is always there."""


class QuestionCard(Card):
    """Shows the question, and turns clicks into what could be said as well."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", WIDTH)
        self._desk = desk
        self._orders = Orders(self)
        self.setWindowTitle(self.tr("Are you sure?"))
        self.question = heading("")
        self.question.setWordWrap(True)
        self.column.addWidget(self.question)
        self.column.addWidget(note(self.tr("Say “yes, I am sure”, or click. Anything else calls it off.")))
        self.refuse = button(self.tr("Cancel"))
        self.refuse.clicked.connect(lambda: self._answer(CALL_OFF))
        self.confirm = button(self.tr("Do it"), "danger")
        self.confirm.clicked.connect(lambda: self._answer(CONFIRM))
        self.row(self.refuse, self.confirm)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.close)

    @Slot(object)
    def follow(self, event: object) -> None:
        """Ask, and go once the question is answered."""
        match event:
            case ActionPerformed(_, AskFirst(steps, literal), _):
                question = self._orders.question(steps) or literal
                self.question.setText(question)
                self._patience.start(PATIENCE_MS)
                announce(self, question, is_urgent=True)
                self.come()
            case ActionPerformed() | UtteranceDropped():
                self._patience.stop()
                self.close()
            case _:
                pass

    def _answer(self, phrase: str) -> None:
        self._patience.stop()
        afterwards(self, lambda: self._desk.post(Say(phrase, job=Job.COMMAND)))
