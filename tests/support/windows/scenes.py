"""Every window of the tray in every state worth a look: one list for screenshots, the walk and the soak.

A folder `tests/tray/WINDOW/` registers its own in a module `scenes.py`:

    SCENES: dict[str, Scene] = {"history": history, "history-empty": empty_history}

where each takes the desk and returns the window, filled with what it shows and not yet shown itself.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from assistant.tray.desk import Desk

Scene = Callable[[Desk], QWidget]
_ROOT = Path(__file__).resolve().parents[3]


def scenes() -> dict[str, Scene]:
    """Return every scene by its name."""
    found: dict[str, Scene] = {}
    for file in sorted((_ROOT / "tests" / "tray").rglob("scenes.py")):
        module = import_module(".".join(file.relative_to(_ROOT).with_suffix("").parts))
        for name, scene in module.SCENES.items():
            assert name not in found, f"two scenes are called {name}"
            found[name] = scene
    return found
