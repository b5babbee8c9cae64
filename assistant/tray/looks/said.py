"""What other rooms say, for the user to read."""

from PySide6.QtCore import QCoreApplication

ENGINE = "Engine"
"""Qt's context for sentences of engine, devices and child processes."""


def said(sentence: object) -> str:
    """Return a sentence, or what an error says, in the user's language; in English where it is not known."""
    text = str(sentence)
    return QCoreApplication.translate(ENGINE, text) if text else ""
