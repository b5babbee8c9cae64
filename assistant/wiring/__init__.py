"""The composition root: the only place that knows which adapter stands behind which port.

Every front of the assistant - tests, command line, headless, tray - calls `build` with other arguments.
"""

from assistant.wiring.building import build, build_chain, build_text_engine
from assistant.wiring.followers import SettingsFollower, offer_recordings, watch_hotkey, watch_screen
from assistant.wiring.keepers import build_keepers, journal_folder, open_history
from assistant.wiring.recognizers import RecognizerLoader, load_acoustic_model
from assistant.wiring.rooms import (
    build_endpointer,
    build_repairer,
    build_rooms,
    build_sections,
    load_router,
    pack_shelf,
)

__all__ = [
    "RecognizerLoader",
    "SettingsFollower",
    "build",
    "build_chain",
    "build_endpointer",
    "build_keepers",
    "build_repairer",
    "build_rooms",
    "build_sections",
    "build_text_engine",
    "journal_folder",
    "load_acoustic_model",
    "load_router",
    "offer_recordings",
    "open_history",
    "pack_shelf",
    "watch_hotkey",
    "watch_screen",
]
