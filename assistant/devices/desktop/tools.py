"""Everything that commands can act with on this desktop."""

from dataclasses import replace
from pathlib import Path

from assistant.act.ports import BuiltinExecutor, Desktop, Executor, Tools
from assistant.devices import places
from assistant.devices.deeds.applications import Installed
from assistant.devices.deeds.clock import Clock
from assistant.devices.deeds.loudness import Loudness
from assistant.devices.deeds.notes import NoteKeeper
from assistant.devices.deeds.page import PageFinder
from assistant.devices.deeds.programs import AddressOpener, ProgramRunner
from assistant.devices.deeds.timers.keeper import Ring, TimerKeeper
from assistant.devices.deeds.timers.ledger import Ledger
from assistant.devices.desktop import has_message_bus
from assistant.devices.desktop.mending import X11
from assistant.values.commands.deed import TypeText


class Toolbox:
    """The tools, and what of them has to be started and stopped."""

    def __init__(
        self,
        desktop: Desktop,
        ring: Ring,
        text: Executor[TypeText],
        more: tuple[BuiltinExecutor, ...] = (),
    ) -> None:
        """Collect what `desktop` offers; `ring` is told when a timer rings.

        `text` types, and `more` are deeds of others.
        """
        where = places.places()
        self._timers = TimerKeeper(Ledger(where.state / "timers.json"), ring)
        common: tuple[BuiltinExecutor, ...] = (
            Clock(text),
            Loudness(),
            NoteKeeper(where.data / "notes.txt"),
            self._timers,
        )
        services = _services() if has_message_bus() else ()
        tools = Tools(
            text=text,
            urls=AddressOpener(),
            programs=ProgramRunner(),
            builtins=(*more, *common, *services),
        )
        self.tools = _on_x11(desktop, tools) or tools

    def start(self) -> None:
        """Ring what came due while nobody was there, and watch the clock."""
        self._timers.start()

    def stop(self) -> None:
        """Watch nothing any more. May be called twice."""
        self._timers.stop()


def _services() -> tuple[BuiltinExecutor, ...]:
    """Return what services on the message bus do, on X11 and on Wayland."""
    from assistant.devices.desktop.dbus.deeds.brightness import Brightness
    from assistant.devices.desktop.dbus.deeds.media import MediaPlayers
    from assistant.devices.desktop.dbus.deeds.system import SystemServices

    return MediaPlayers(), SystemServices(), Brightness()


def _on_x11(desktop: Desktop, common: Tools) -> Tools | None:
    if desktop.name != X11:
        return None
    from assistant.devices.desktop.x11.deeds.applications import X11Applications, X11RunningApplications
    from assistant.devices.desktop.x11.deeds.keys import X11Keys
    from assistant.devices.desktop.x11.deeds.picture import X11Camera
    from assistant.devices.desktop.x11.deeds.windows import X11Windows
    from assistant.devices.desktop.x11.desktop import X11Desktop

    if not isinstance(desktop, X11Desktop):
        return None
    keys, known = X11Keys(desktop), Installed()
    own: tuple[BuiltinExecutor, ...] = (
        X11Windows(desktop),
        X11RunningApplications(desktop, known),
        X11Camera(desktop, Path.home() / "Pictures"),
        PageFinder(desktop, keys),
    )
    apps = X11Applications(desktop, known)
    return replace(common, keys=keys, apps=apps, builtins=(*common.builtins, *own))
