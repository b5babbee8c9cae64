"""A panel with a tray, as far as D-Bus can tell: prints the name of every item that registers.

Run it inside dbus-run-session. `QDBusMessage` and friends are Qt's; no other library is needed.
"""

import signal
import sys

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

NAME = "org.kde.StatusNotifierWatcher"


@ClassInfo({"D-Bus Interface": NAME})  # type: ignore[call-arg]  # the stubs know no arguments
class StandInPanel(QObject):  # type: ignore[operator]  # nor that it decorates
    StatusNotifierItemRegistered = Signal(str)
    StatusNotifierHostRegistered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[str] = []

    @Slot(str)
    def RegisterStatusNotifierItem(self, service: str) -> None:  # noqa: N802 -- the protocol's name
        self._items.append(service)
        print("item", service, flush=True)
        self.StatusNotifierItemRegistered.emit(service)

    @Slot(str)
    def RegisterStatusNotifierHost(self, service: str) -> None:  # noqa: N802 -- the protocol's name
        self.StatusNotifierHostRegistered.emit()

    IsStatusNotifierHostRegistered = Property(bool, lambda _self: True)
    ProtocolVersion = Property(int, lambda _self: 0)
    RegisteredStatusNotifierItems = Property(list, lambda self: self._items)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    panel = StandInPanel()
    options = (
        QDBusConnection.RegisterOption.ExportAllSlots
        | QDBusConnection.RegisterOption.ExportAllSignals
        | QDBusConnection.RegisterOption.ExportAllProperties
    )
    if not bus.registerObject("/StatusNotifierWatcher", panel, options) or not bus.registerService(NAME):
        sys.exit(f"the session bus refused: {bus.lastError().message()}")
    print("ready", flush=True)
    QTimer.singleShot(60_000, app.quit)
    app.exec()
