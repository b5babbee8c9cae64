"""The lock screen, sleep, power and notifications, by the services of the session and of logind."""

from collections.abc import Callable

from jeepney import DBusAddress

from assistant.devices.desktop.dbus.bus import Bus, names_on_bus
from assistant.errors import BusError
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

LOGIN = DBusAddress("/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager")
SAVERS = (
    DBusAddress("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver"),
    DBusAddress("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "org.gnome.ScreenSaver"),
    DBusAddress("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver", "org.cinnamon.ScreenSaver"),
    DBusAddress("/org/mate/ScreenSaver", "org.mate.ScreenSaver", "org.mate.ScreenSaver"),
)
"""Lock screens that are asked, in this order."""
NOTIFIER = DBusAddress(
    "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.DBus.Properties"
)
POWER = {"power.suspend": "Suspend", "power.off": "PowerOff", "power.restart": "Reboot"}
DUNST = "org.dunstproject.cmd0"


class SystemServices:
    """Implements act.ports.BuiltinExecutor for what the system does on request."""

    names = frozenset({"screen.lock", "notifications.quiet", *POWER})

    @property
    def available(self) -> frozenset[str]:
        """What a service here is known for."""
        here, system = names_on_bus(), names_on_bus(is_system=True)
        has_login = LOGIN.bus_name in system
        can_lock = has_login or not here.isdisjoint(each.bus_name for each in SAVERS)
        can_hush = NOTIFIER.bus_name in here and _has_dunst()
        found = set(POWER) if has_login else set()
        found |= {"screen.lock"} if can_lock else set()
        return frozenset(found | ({"notifications.quiet"} if can_hush else set()))

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Ask the service for it."""
        match deed.name:
            case "screen.lock":
                return _first(_lockers(), "No lock screen answers on this desktop.")
            case "notifications.quiet":
                is_quiet = bool(deed.value("on", 1))
                return _first([lambda: _quiet(is_quiet=is_quiet)], "These notifications can't be silenced.")
            case _:
                return _first([lambda: _power(POWER[deed.name])], "The system does not allow that.")


def _first(ways: list[Callable[[], None]], failure: str) -> Outcome:
    """Try one way after the other."""
    for way in ways:
        try:
            way()
        except BusError:
            continue
        return Outcome(Result.DONE, method="message bus")
    return Outcome(Result.FAILED, failure, "message bus")


def _lockers() -> list[Callable[[], None]]:
    def by(address: DBusAddress) -> Callable[[], None]:
        def lock() -> None:
            with Bus() as bus:
                bus.call(address, "Lock")

        return lock

    def by_login() -> None:
        with Bus(is_system=True) as bus:
            bus.call(LOGIN, "LockSessions")

    return [*map(by, SAVERS), by_login]


def _power(method: str) -> None:
    with Bus(is_system=True) as bus:
        bus.call(LOGIN, method, "b", False)


def _has_dunst() -> bool:
    """Tell whether who shows notifications here can hold them back."""
    try:
        with Bus() as bus:
            bus.call(NOTIFIER, "Get", "ss", DUNST, "paused")
    except BusError:
        return False
    return True


def _quiet(*, is_quiet: bool) -> None:
    """Hold notifications back: dunst has a property for it."""
    with Bus() as bus:
        bus.call(NOTIFIER, "Set", "ssv", DUNST, "paused", ("b", is_quiet))
