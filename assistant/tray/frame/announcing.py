"""Says through the screen reader what only eyes would notice."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_LEVELS = QAccessible.AnnouncementPoliteness


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have the screen reader say `words`; what is urgent interrupts what it says. Silent without one."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(_LEVELS.Assertive if is_urgent else _LEVELS.Polite)
    QAccessible.updateAccessibility(event)
