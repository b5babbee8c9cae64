"""The one bridge from the engine's threads to Qt's."""

from PySide6.QtCore import QObject, Signal

from assistant.values.event import Event


class Bridge(QObject):
    """Carries what happened to the main thread: `post` on any thread, slots of `happened` on Qt's.

    Connect QObjects only, which makes Qt queue the call for the thread that they live in.
    """

    happened = Signal(object)

    def post(self, event: Event) -> None:
        """Hand over an event and return at once; never raises."""
        self.happened.emit(event)
