"""The one bridge from the engine's threads to Qt's."""

from PySide6.QtCore import QObject, Signal

from assistant.values.event import Event, LevelMeasured


class Bridge(QObject):
    """Carries what happened to the main thread: `post` on any thread, slots of `happened` on Qt's.

    Connect QObjects only, which makes Qt queue the call for the thread that they live in.
    """

    happened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.level_watchers: set[object] | None = None
        """Who shows how loud it is at this moment; None: somebody may. Levels come twenty times a second,
        and waking Qt's thread for nobody is most of what an idle tray would cost."""

    def post(self, event: Event) -> None:
        """Hand over an event and return at once; never raises."""
        if self.level_watchers is not None and not self.level_watchers and isinstance(event, LevelMeasured):
            return
        self.happened.emit(event)
