"""Where things are: the user's own folders, and what came with the program.

The environment variable ASSISTANT_HOME puts every folder of the user under one: for tests, and for
an assistant that lives on a stick.
"""

import os
from dataclasses import dataclass
from pathlib import Path

APP = "on-device-assistant"
APP_ID = "desktop.on_device_assistant.Assistant"
"""Names the desktop file, the icon and the autostart entry; a domain that nobody can own (D110)."""
NANO = "nano"
"""Name of the model that ships with the assistant."""
OVERRIDE = "ASSISTANT_HOME"
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one user. None of them has to exist yet."""

    data: Path
    """What the user would miss: models, history."""
    config: Path
    state: Path
    """What the program needs from one run to the next: journal, logs."""
    cache: Path
    """What can be made again."""

    @property
    def settings_file(self) -> Path:
        """The one settings file."""
        return self.config / "settings.toml"

    @property
    def hotwords_file(self) -> Path:
        """Names and terms that the model should know."""
        return self.config / "hotwords.txt"

    @property
    def commands(self) -> Path:
        """The user's own packs of commands."""
        return self.config / "commands"

    @property
    def history_file(self) -> Path:
        """What was said and what became of it."""
        return self.data / "history.sqlite"

    @property
    def journal(self) -> Path:
        """Audio whose text is not delivered yet."""
        return self.state / "journal"

    @property
    def models(self) -> Path:
        """Models that the user installed."""
        return self.data / "models"

    @property
    def prepared(self) -> Path:
        """Graphs made ready for this machine; each name begins with the model's SHA-256."""
        return self.cache / "prepared"

    @property
    def unfinished(self) -> Path:
        """Transcripts of recordings that are not read to their end."""
        return self.cache / "unfinished"


def places() -> Places:
    """Return the folders of this user, by the custom of the system, or all under ASSISTANT_HOME."""
    if home := os.environ.get(OVERRIDE):
        root = Path(home).expanduser().absolute()
        return Places(*(root / name for name in ("data", "config", "state", "cache")))
    from platformdirs import PlatformDirs  # `assistant --version` need not load it

    dirs = PlatformDirs(APP, appauthor=False)
    return Places(
        dirs.user_data_path,
        dirs.user_config_path,
        dirs.user_state_path,
        dirs.user_cache_path,
    )


def private_folder(folder: Path) -> Path:
    """Make `folder` where it is missing, readable by nobody else, and return it. Raises OSError.

    One that is there stays as it is: it may be a folder of the user's own choosing.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def bundled() -> Path:
    """Return the folder that holds `models/` and `resources/` as they were shipped.

    An installed wheel carries them inside the package; in a checkout they stand beside it.
    """
    inside = _PACKAGE / "bundled"
    return inside if inside.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """Return the folder of icons, recordings and word lists."""
    return bundled() / "resources"


def nano_model() -> Path:
    """Return the folder of the demonstration model that ships with the assistant."""
    return bundled() / "models" / "nano"
