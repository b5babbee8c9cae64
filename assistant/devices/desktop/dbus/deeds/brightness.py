"""How bright the screen is, by whoever keeps it here: GNOME, KDE, or the system's login manager."""

from collections.abc import Callable, Iterator
from pathlib import Path

from jeepney import DBusAddress

from assistant.devices.desktop.dbus.bus import Bus, names_on_bus
from assistant.errors import BusError
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

GNOME = DBusAddress(
    "/org/gnome/SettingsDaemon/Power",
    "org.gnome.SettingsDaemon.Power",
    "org.freedesktop.DBus.Properties",
)
GNOME_SCREEN = "org.gnome.SettingsDaemon.Power.Screen"
KDE = DBusAddress(
    "/org/kde/Solid/PowerManagement/Actions/BrightnessControl",
    "org.kde.Solid.PowerManagement",
    "org.kde.Solid.PowerManagement.Actions.BrightnessControl",
)
SESSION = DBusAddress(
    "/org/freedesktop/login1/session/auto", "org.freedesktop.login1", "org.freedesktop.login1.Session"
)
LIGHTS = Path("/sys/class/backlight")
"""Where Linux shows the lights of screens."""
DARKEST = 5
"""Percent; nobody finds the way back from a black screen."""
NOBODY = "This screen's brightness can't be changed from here."

Change = Callable[[Bus, int], int]
"""Changes the brightness by some percent and returns what it is then. Raises BusError."""


class Brightness:
    """Implements act.ports.BuiltinExecutor for the brightness of the screen."""

    names = frozenset({"screen.brightness"})

    def __init__(self, lights: Path = LIGHTS) -> None:
        self._lights = lights

    @property
    def available(self) -> frozenset[str]:
        """Nothing where no screen here has a light that can be changed."""
        is_kept = bool({GNOME.bus_name, KDE.bus_name} & names_on_bus())
        return self.names if is_kept or any(self._lamps()) else frozenset()

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Change it by so many percent of the whole."""
        step = int(deed.value("step", 0))
        for change, is_system in ((_gnome, False), (_kde, False), (self._login, True)):
            try:
                with Bus(is_system=is_system) as bus:
                    percent = change(bus, step)
            except BusError:
                continue
            return Outcome(Result.DONE, f"Brightness {percent} percent.", "message bus")
        return Outcome(Result.FAILED, NOBODY, "message bus")

    def _lamps(self) -> Iterator[Path]:
        if self._lights.is_dir():
            yield from (each for each in sorted(self._lights.iterdir()) if (each / "brightness").exists())

    def _login(self, bus: Bus, step: int) -> int:
        for lamp in self._lamps():
            try:
                now, most = (int((lamp / name).read_text()) for name in ("brightness", "max_brightness"))
            except (OSError, ValueError):
                continue
            percent = _within(round(100 * now / max(1, most)) + step)
            bus.call(SESSION, "SetBrightness", "ssu", "backlight", lamp.name, most * percent // 100)
            return percent
        raise BusError("No screen here has a light.")


def _gnome(bus: Bus, step: int) -> int:
    ((_, now),) = bus.call(GNOME, "Get", "ss", GNOME_SCREEN, "Brightness")
    if not isinstance(now, int) or now < 0:
        raise BusError("This screen has no light.")
    percent = _within(now + step)
    bus.call(GNOME, "Set", "ssv", GNOME_SCREEN, "Brightness", ("i", percent))
    return percent


def _kde(bus: Bus, step: int) -> int:
    (most,) = bus.call(KDE, "brightnessMax")
    (now,) = bus.call(KDE, "brightness")
    percent = _within(round(100 * now / max(1, most)) + step)
    bus.call(KDE, "setBrightness", "i", most * percent // 100)
    return percent


def _within(percent: int) -> int:
    return max(DARKEST, min(100, percent))
