"""Applications: what is different in some, and those in which nothing is typed or kept."""

from assistant.tray.looks.pieces import card, heading, note
from assistant.tray.settings.choices import field_of
from assistant.tray.settings.editors.profiles import ProfileEditor
from assistant.tray.settings.plain import PlainPage


class ApplicationsPage(PlainPage):
    """Edits profiles."""

    SPECIAL = frozenset({"profiles"})

    def begin(self) -> None:
        """Add the editor."""
        field = field_of("profiles")
        self.profiles = ProfileEditor(self.choices)
        self.add(card(heading(field.title), note(field.sentence), self.profiles))

    def close_page(self) -> None:
        """Let go of the desktop."""
        self.profiles.close_editor()
