"""Which kind of session this is, and what its compositor lets a window do."""

import os
from collections.abc import Mapping, MutableMapping

from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtGui import QGuiApplication

PLATFORM = "QT_QPA_PLATFORM"
NOISE = "qt.qpa.wayland.textinput.warning=false"
"""Qt 6.11 complains of itself whenever a window of ours gains or loses the keyboard."""


def prefer_xwayland(environment: MutableMapping[str, str] = os.environ) -> None:
    """Let Qt go through XWayland where there is one: native Wayland lets nobody place a window."""
    if environment.get("WAYLAND_DISPLAY"):
        QLoggingCategory.setFilterRules(NOISE)
        if environment.get("DISPLAY") and not environment.get(PLATFORM):
            environment[PLATFORM] = "xcb;wayland"


def obstacle() -> str:
    """Return why nothing can be shown beside the focus here, in a sentence; empty where it can."""
    if not QGuiApplication.platformName().startswith("wayland"):
        return ""
    return QCoreApplication.translate(
        "Overlay",
        "There is no overlay here: Wayland lets no program place a window or leave the keyboard where it is. "
        "Install XWayland and start the assistant again.",
    )


def is_through_xwayland(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a Wayland compositor shows our windows, and takes them for those of X11."""
    return QGuiApplication.platformName() == "xcb" and bool(environment.get("WAYLAND_DISPLAY"))
