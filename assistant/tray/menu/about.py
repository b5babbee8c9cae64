"""The About window: what this is, and whose work is in it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from assistant import __version__


def about_window(credits_text: str) -> QMessageBox:
    """Return a window with the version and the licences; `credits_text` goes behind "Show Details"."""
    window = QMessageBox()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setIcon(QMessageBox.Icon.Information)
    window.setWindowTitle(QCoreApplication.translate("About", "About the assistant"))
    window.setTextFormat(Qt.TextFormat.PlainText)
    window.setText(QCoreApplication.translate("About", "On-device assistant {0}").format(__version__))
    window.setInformativeText(
        QCoreApplication.translate(
            "About",
            "Hears, recognises, understands and acts on this machine; nothing you say leaves it.\n"
            "The program is under the Apache License 2.0. The models and their data have licences of "
            "their own: see the details.",
        )
    )
    window.setDetailedText(credits_text)
    window.setStandardButtons(QMessageBox.StandardButton.Close)
    return window
