"""The keys of the assistant: whatever a finger or a program for it does, in one order, to the ear."""

from collections.abc import Callable, Iterator
from threading import Lock

from assistant.engine.hotkeys.gestures import Gestures, KeyControl
from assistant.values.action import Window
from assistant.values.control import Job
from assistant.values.settings import ActSettings, Hotkey


class KeyFollower:
    """Implements act.ports.KeyListener. Callable from any thread; returns at once."""

    def __init__(self, gestures: Gestures, post: Callable[[KeyControl], None]) -> None:
        """Hand what `gestures` make of the keys to `post`, which must not block."""
        self._gestures = gestures
        self._post = post
        self._lock = Lock()
        self._was_recording = False
        self._tell: Callable[[bool], None] | None = None
        self._undo_key = ""
        self._undo: Callable[[], None] = lambda: None

    @property
    def is_recording(self) -> bool:
        """True while a key, or a program for it, has a recording going."""
        return self._gestures.is_recording

    @property
    def has_hotkeys(self) -> bool:
        """True where somebody watches hotkeys for us."""
        return self._tell is not None

    def telling(self, tell: Callable[[bool], None]) -> None:
        """Call `tell` whenever a recording begins (True) or ends (False); it must not block."""
        self._tell = tell

    def undoing(self, key: str, undo: Callable[[], None]) -> None:
        """Call `undo` each time `key` has been tapped: it records nothing."""
        self._undo_key, self._undo = key, undo

    def limit(self, settings: ActSettings) -> None:
        """Take other limits for what is held, tapped and too long."""
        with self._lock:
            self._gestures.limit(settings)

    def pressed(self, when: float, window: Window | None, hotkey: Hotkey) -> None:
        """Take a hotkey's word that it went down."""
        if hotkey.keys == self._undo_key:
            return  # what it does needs the keyboard, so it waits for the finger
        self._obey(lambda: self._gestures.pressed(when, window, hotkey))

    def released(self, when: float, hotkey: Hotkey) -> None:
        """Take a hotkey's word that it came up."""
        if hotkey.keys == self._undo_key:
            self._undo()
            return
        self._obey(lambda: self._gestures.released(when, hotkey))

    def chorded(self, when: float, hotkey: Hotkey) -> None:
        """Take a hotkey's word that it was part of a shortcut."""
        if hotkey.keys == self._undo_key:
            return
        self._obey(lambda: self._gestures.chorded(when, hotkey))

    def escaped(self, when: float) -> None:
        """Take Escape's word that it went down while it was ours."""
        self._obey(lambda: self._gestures.escaped(when))

    def toggled(self, when: float, window: Window | None, job: Job) -> None:
        """Begin where nothing is recorded, end where something is."""
        self._obey(lambda: self._gestures.toggled(when, window, job))

    def ended(self) -> None:
        """Note that what is being recorded was ended or called off elsewhere."""
        self._obey(self._gestures.ended)

    def passed(self, when: float) -> None:
        """Take the time, for a recording that has become too long."""
        if self._gestures.is_recording:
            self._obey(lambda: self._gestures.passed(when))

    def _obey(self, follow: Callable[[], Iterator[KeyControl]]) -> None:
        with self._lock:
            for control in follow():
                self._post(control)
            is_recording = self._gestures.is_recording
            if is_recording is not self._was_recording:
                self._was_recording = is_recording
                if self._tell is not None:
                    self._tell(is_recording)
