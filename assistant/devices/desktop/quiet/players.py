"""Media players that speak MPRIS: paused while the user speaks, and only those that played go on."""

from jeepney import DBusAddress, message_bus

from assistant.devices.desktop.dbus.bus import Bus
from assistant.devices.desktop.quiet.ports import Note
from assistant.errors import BusError

PREFIX = "org.mpris.MediaPlayer2."
PATH = "/org/mpris/MediaPlayer2"
PLAYER = f"{PREFIX[:-1]}.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"


class MprisPlayers:
    """Implements Others on the session's message bus."""

    kind = "player"

    def playing(self) -> list[Note]:
        """Return the players that play."""
        try:
            with Bus() as bus:
                (names,) = bus.call(message_bus, "ListNames")
                players = [name for name in names if name.startswith(PREFIX)]
                return [
                    {"kind": self.kind, "name": name} for name in players if _status(bus, name) == "Playing"
                ]
        except BusError:
            return []

    def hush(self, note: Note) -> None:
        """Pause a player."""
        self._tell(note["name"], "Pause", "Playing")

    def give_back(self, note: Note) -> None:
        """Let a player go on, if it is still paused: who stopped or started it meanwhile meant that."""
        self._tell(note["name"], "Play", "Paused")

    def _tell(self, name: str, method: str, expected: str) -> None:
        try:
            with Bus() as bus:
                if _status(bus, name) == expected:
                    bus.call(DBusAddress(PATH, name, PLAYER), method)
        except BusError:
            return  # it has gone, or does not want to


def _status(bus: Bus, name: str) -> str:
    """Return what a player does, or nothing where it does not say."""
    try:
        ((_, status),) = bus.call(DBusAddress(PATH, name, PROPERTIES), "Get", "ss", PLAYER, "PlaybackStatus")
    except BusError:
        return ""
    return str(status)
