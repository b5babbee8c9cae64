"""The pages of the settings window."""

from importlib import import_module

from assistant.devices.settings_file.catalogue import Page
from assistant.tray.desk import Desk
from assistant.tray.settings.choices import Choices
from assistant.tray.settings.page import SettingsPage
from assistant.tray.settings.plain import PlainPage

SHELF = {
    "microphone": "microphone:MicrophonePage",
    "keys": "keys:KeysPage",
    "recognition": "recognition:RecognitionPage",
    "text": "text:TextPage",
    "commands": "commands:CommandsPage",
    "language_model": "language_model:LanguageModelPage",
    "applications": "applications:ApplicationsPage",
    "privacy": "privacy:PrivacyPage",
    "look": "look:LookPage",
    "about": "about:AboutPage",
}
"""Name of each page that has more than its settings -> where its class is."""


def make_page(page: Page, choices: Choices, desk: Desk) -> SettingsPage:
    """Return a page; one that has nothing but settings is plain."""
    if page.name not in SHELF:
        return PlainPage(page, choices, desk)
    module, _, name = SHELF[page.name].partition(":")
    made: SettingsPage = getattr(import_module(f"{__name__}.{module}"), name)(page, choices, desk)
    return made
