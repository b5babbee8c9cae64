"""What every window of the tray may use."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.devices.settings_file import SettingsFile
from assistant.tray.bridge import Bridge
from assistant.values.control import Control, Mode


@dataclass(frozen=True, slots=True)
class About:
    """What the tray should know from the start."""

    model: str = ""
    """Name of the model; empty until a transcript tells it."""
    is_demo: bool = False
    hotkey: str = "Control_R"
    """X keysym name of the push-to-talk key."""
    mode: Mode = Mode.PUSH_TO_TALK
    microphone: str | None = None
    """The one chosen; None is the system's default."""


def _no_window(_name: str) -> None:
    """Open nothing: this desk has no windows yet."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every window of the tray may use."""

    post: Callable[[Control], None]
    """Gives the engine an order; returns at once."""
    bridge: Bridge = field(default_factory=Bridge)
    """Its `happened` carries every event of the engine to Qt's thread."""
    settings_file: SettingsFile = field(default_factory=SettingsFile)
    about: About = field(default_factory=About)
    open: Callable[[str], None] = _no_window
    """Opens the window of this name, or brings it to the front; `settings:commands` names a page too."""
    has: Callable[[str], bool] = lambda _name: False
    """Tells whether there is a window of this name."""
    leave: Callable[[], None] = lambda: None
    """Quits."""
    microphones: Callable[[], list[str]] = list
    """Names of the microphones there are now. Raises AssistantError."""
