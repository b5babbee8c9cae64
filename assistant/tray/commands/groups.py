"""What commands are about, in words: `tabs.close` is about tabs."""

from PySide6.QtCore import QObject


def group_of(command: str) -> str:
    """Return the first part of a command's id."""
    return command.partition(".")[0]


class Groups(QObject):
    """Names groups in the language of the application."""

    def name(self, group: str) -> str:
        """Return the group's name; a group of a user's own pack is called as it is."""
        return {
            "app": self.tr("Applications"),
            "assistant": self.tr("The assistant"),
            "case": self.tr("Capitals"),
            "clock": self.tr("Time and date"),
            "edit": self.tr("Editing"),
            "format": self.tr("Looks of text"),
            "keys": self.tr("Keys"),
            "media": self.tr("Music and video"),
            "microphone": self.tr("Microphone"),
            "move": self.tr("Moving the caret"),
            "note": self.tr("Notes"),
            "page": self.tr("Pages"),
            "power": self.tr("Shutting down"),
            "quiet": self.tr("Do not disturb"),
            "screen": self.tr("Screen"),
            "select": self.tr("Selecting"),
            "tabs": self.tr("Tabs"),
            "text": self.tr("What was typed"),
            "timer": self.tr("Timers and reminders"),
            "volume": self.tr("Sound"),
            "web": self.tr("Searching"),
            "window": self.tr("Windows"),
        }.get(group, group.replace("_", " ").capitalize())
