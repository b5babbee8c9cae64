"""Why nothing was typed, in words."""

from PySide6.QtCore import QObject

from assistant.tray.looks.said import said
from assistant.values.action import NO_LANGUAGE_MODEL
from assistant.values.intent import Why


class Reasons(QObject):
    """Says it in the language of the application."""

    def nothing(self, why: Why) -> str:
        """Say why an utterance came to nothing."""
        return {
            Why.NO_SPEECH: self.tr("No speech heard"),
            Why.NO_WORDS: self.tr("No words heard"),
            Why.UNSURE: self.tr("Not sure of it, so it was not typed"),
            Why.FOREIGN: self.tr("Not in a language you speak"),
            Why.CANCELLED: self.tr("Cancelled"),
            Why.NOT_ADDRESSED: self.tr("Not said to the assistant"),
            Why.BACKGROUND: self.tr("Music or voices in the background"),
            Why.ECHO: self.tr("That was the assistant itself"),
            Why.WOKEN: self.tr("Yes?"),
            Why.NO_COMMAND: self.tr("No command is like that"),
            Why.NOT_HERE: self.tr("That command does not work here"),
            Why.REFUSED: self.tr("Dangerous: say it by itself, word for word"),
            Why.SWITCHED_OFF: self.tr("Dangerous commands are switched off"),
        }.get(why, self.tr("Nothing done"))

    def kept(self, why: str) -> str:
        """Say why a text was kept and not typed; `why` may be a reason of ours or a sentence."""
        if why == NO_LANGUAGE_MODEL:
            return self.tr("No language model is switched on")
        return self.nothing(Why(why)) if why in set(Why) else said(why) or self.tr("Kept, not typed")
