"""Players, by MPRIS (specifications.freedesktop.org/mpris-spec)."""

from jeepney import DBusAddress, message_bus

from assistant.devices.desktop.dbus.bus import Bus, names_on_bus
from assistant.errors import BusError
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

PREFIX = "org.mpris.MediaPlayer2."
PLAYER = "org.mpris.MediaPlayer2.Player"
PATH = "/org/mpris/MediaPlayer2"
METHODS = {
    "media.play_pause": "PlayPause",
    "media.next": "Next",
    "media.previous": "Previous",
    "media.stop": "Stop",
}
ORDER = ("Playing", "Paused", "Stopped")
"""Which of several players is meant: the one that plays, else one that could go on."""


class MediaPlayers:
    """Implements act.ports.BuiltinExecutor for whatever plays."""

    names = frozenset(METHODS)

    @property
    def available(self) -> frozenset[str]:
        """All of it where a player is there to be told."""
        has_player = any(name.startswith(PREFIX) for name in names_on_bus())
        return self.names if has_player else frozenset()

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Tell the player that plays, or the one that last did."""
        try:
            with Bus() as bus:
                players = _players(bus)
                if not players:
                    return Outcome(Result.FAILED, "Nothing here plays anything.", "mpris")
                bus.call(DBusAddress(PATH, players[0], PLAYER), METHODS[deed.name])
        except BusError as error:
            return Outcome(Result.FAILED, f"The player does not answer. {error}", "mpris")
        return Outcome(Result.DONE, method="mpris")


def _players(bus: Bus) -> list[str]:
    """Return the names of all players, the one that is meant first."""
    (names,) = bus.call(message_bus, "ListNames")
    found = []
    for name in sorted(name for name in names if name.startswith(PREFIX)):
        status = _status(bus, name)
        if status in ORDER:
            found.append((ORDER.index(status), name))
    return [name for _, name in sorted(found)]


def _status(bus: Bus, name: str) -> str:
    """Return what a player does; nothing where it does not say."""
    address = DBusAddress(PATH, name, "org.freedesktop.DBus.Properties")
    try:
        ((_, status),) = bus.call(address, "Get", "ss", PLAYER, "PlaybackStatus")
    except (BusError, ValueError):
        return ""
    return str(status)
