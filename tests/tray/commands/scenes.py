"""What can I say: all of it, and as it was asked for aloud."""

from PySide6.QtWidgets import QWidget

from assistant.devices.settings_file import SettingsFile
from assistant.tray.commands.window import CommandsWindow
from assistant.tray.desk import Desk
from assistant.values.commands.asked import HelpWanted
from assistant.values.control import Mode
from assistant.wiring import load_router


def asked(desk: Desk) -> QWidget:
    window = CommandsWindow(desk)
    language = window._language
    router = load_router(SettingsFile().read())
    offers = tuple(offer for _, offer in router.offers(Mode.COMMAND, "firefox", language))
    window.follow(HelpWanted("firefox", Mode.COMMAND, language, offers))
    return window


SCENES = {"commands": asked}
