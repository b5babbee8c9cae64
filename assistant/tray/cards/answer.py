"""The card of the language model: its answer as it comes, or an edit with before and after."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from assistant.tray.cards.card import Card, afterwards
from assistant.tray.desk import Desk
from assistant.tray.frame.announcing import announce
from assistant.tray.looks.palette import WIDE
from assistant.tray.looks.pieces import button, note, relook
from assistant.tray.looks.said import said
from assistant.values.control import AcceptEdit, RejectEdit, StopAnswer
from assistant.values.event import (
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    AnswerStarted,
    EditOffered,
    UtteranceDropped,
)

WIDTH, HEIGHT = 520, 150


class AnswerCard(Card):
    """Follows the events of one answer after the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", WIDTH)
        self._desk = desk
        self._utterance = 0
        self.setWindowTitle(self.tr("Answer"))
        self.before, before = self._pane(self.tr("Before"))
        self.after, self._after_label = self._pane(self.tr("Answer"))
        panes = QHBoxLayout()
        panes.setSpacing(WIDE)
        for label, pane in ((before, self.before), (self._after_label, self.after)):
            column = QVBoxLayout()
            column.addWidget(label)
            column.addWidget(pane)
            panes.addLayout(column)
        self._before_label = before
        self.column.addLayout(panes)
        self.state = note()
        self.column.addWidget(self.state)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(lambda: desk.post(StopAnswer()))
        self.copy = button(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        self.reject = button(self.tr("Leave it as it is"))
        self.reject.clicked.connect(partial(self._decide, RejectEdit()))
        self.accept = button(self.tr("Replace"), "first")
        self.accept.clicked.connect(partial(self._decide, AcceptEdit()))
        self.done = button(self.tr("Close"))
        self.done.clicked.connect(self.close)
        self.row(self.stop, self.copy, self.reject, self.accept, self.done)

    @Slot(object)
    def follow(self, event: object) -> None:
        """Show what the model says, as it says it."""
        match event:
            case AnswerStarted(utterance, is_edit):
                self._utterance = utterance
                self._begin(is_edit=is_edit)
            case AnswerGrew(utterance, text) if utterance == self._utterance:
                self._show_text(text)
            case AnswerEnded(utterance) if utterance == self._utterance:
                self._end(event)
            case EditOffered(utterance, before, after) if utterance == self._utterance:
                self._offer(before, after)
            case UtteranceDropped(utterance) if utterance == self._utterance:
                self.close()
            case _:
                pass

    def _begin(self, *, is_edit: bool) -> None:
        self.before.clear()
        self.after.clear()
        self._split(is_edit=False)
        self.setWindowTitle(self.tr("Suggested edit") if is_edit else self.tr("Answer"))
        self._say(self.tr("The model thinks…"), "note")
        self._allow(is_running=True, is_edit=False)
        self.come()

    def _show_text(self, text: str) -> None:
        """Add what is new; what is there stays selected as it is."""
        shown = self.after.toPlainText()
        bar = self.after.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum()
        if text.startswith(shown):
            mark = self.after.textCursor()
            if mark.hasSelection():  # or it would grow with the text
                mark.setKeepPositionOnInsert(True)
                self.after.setTextCursor(mark)
            end = QTextCursor(self.after.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            end.insertText(text[len(shown) :])
        else:
            self.after.setPlainText(text)
        self.copy.setEnabled(bool(text))
        if is_at_end:
            bar.setValue(bar.maximum())

    def _end(self, event: AnswerEnded) -> None:
        self._show_text(event.text)
        sentences = {
            AnswerResult.COMPLETE: "",
            AnswerResult.CUT_OFF: self.tr("Cut off: it reached the longest that was asked for."),
            AnswerResult.STOPPED: self.tr("Stopped."),
            AnswerResult.FAILED: said(event.message) or self.tr("It failed."),
        }
        self._say(sentences[event.result], "bad" if event.result is AnswerResult.FAILED else "note")
        if self.accept.isHidden():  # an edit may have been offered already
            self._allow(is_running=False, is_edit=False)
        announce(self, self.state.text() or self.after.toPlainText())

    def _offer(self, before: str, after: str) -> None:
        self.before.setPlainText(before)
        self.after.setPlainText(after)
        self._split(is_edit=True)
        self._say(
            self.tr(
                "This would replace the selected text. Or say “accept the change” or “reject the change”."
            ),
            "note",
        )
        self._allow(is_running=False, is_edit=True)
        announce(self, self.tr("An edit is offered."))
        self.come()

    def _split(self, *, is_edit: bool) -> None:
        self.before.setVisible(is_edit)
        self._before_label.setVisible(is_edit)
        self._after_label.setText(self.tr("After") if is_edit else self.tr("Answer"))

    def _allow(self, *, is_running: bool, is_edit: bool) -> None:
        self.stop.setVisible(is_running)
        self.copy.setEnabled(bool(self.after.toPlainText()))
        for each in (self.reject, self.accept):
            each.setVisible(is_edit)
        self.done.setVisible(not is_edit)

    def _say(self, sentence: str, look: str) -> None:
        relook(self.state, look)
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def _decide(self, order: AcceptEdit | RejectEdit, _on: bool = False) -> None:  # noqa: FBT001, FBT002 -- `clicked` hands it over
        afterwards(self, lambda: self._desk.post(order))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.after.toPlainText())

    def _pane(self, name: str) -> tuple[QPlainTextEdit, QLabel]:
        pane = QPlainTextEdit()
        pane.setReadOnly(True)
        pane.setTabChangesFocus(True)
        pane.setAccessibleName(name)
        pane.setMinimumHeight(HEIGHT)
        label = note(name)
        label.setBuddy(pane)
        return pane, label
