"""The hotkeys that drive an engine, and others when the user chooses others."""

from dataclasses import replace
from threading import Lock

from assistant.act.ports import Desktop, Hotkeys
from assistant.engine.engine import Engine
from assistant.errors import HotkeyError
from assistant.values.control import Undo
from assistant.values.event import Fault, Recovered, Trouble
from assistant.values.settings import ActSettings, Hotkey


class HotkeyKeeper:
    """Has the hotkeys of a desktop watched for an engine. Callable from any thread."""

    def __init__(self, engine: Engine, desktop: Desktop) -> None:
        self._engine = engine
        self._desktop = desktop
        self._lock = Lock()
        self._hotkeys: Hotkeys | None = None
        self._is_stopped = False
        self._is_troubled = False

    def use(self, settings: ActSettings) -> None:
        """Watch these hotkeys instead of those before; a key that can't be watched is a Trouble."""
        from assistant.devices.desktop import find_hotkeys

        with self._lock:
            self._let_go()
            if self._is_stopped:
                return
            try:
                self._engine.keys.undoing(settings.undo_key, lambda: self._engine.post(Undo()))
                hotkeys = find_hotkeys(_with_undo(settings), self._desktop)
                if hotkeys is not None:
                    hotkeys.start(self._engine.keys, self._engine.report)
            except HotkeyError as error:
                self._is_troubled = True
                self._engine.report(Trouble(Fault.HOTKEY, str(error)))
                return
            self._hotkeys = hotkeys
            if hotkeys is not None:
                self._engine.keys.telling(lambda is_recording: hotkeys.take_escape(is_taken=is_recording))
            if self._is_troubled:
                self._is_troubled = False
                self._engine.report(Recovered(Fault.HOTKEY, "The hotkeys are watched again."))

    def stop(self) -> None:
        """Watch no more. May be called twice."""
        with self._lock:
            self._is_stopped = True
            self._let_go()

    def _let_go(self) -> None:
        hotkeys, self._hotkeys = self._hotkeys, None
        if hotkeys is not None:
            hotkeys.stop()


def _with_undo(settings: ActSettings) -> ActSettings:
    """Return `settings` with the key watched, too, that takes texts back."""
    if not settings.undo_key:
        return settings
    return replace(settings, hotkeys=(*settings.hotkeys, Hotkey(settings.undo_key)))
