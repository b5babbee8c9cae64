"""A source that plays a script."""

from collections.abc import Iterable
from threading import Thread

from assistant.hear.ports import Heard, Post


class ScriptedSource:
    """Posts what it was given, from a thread of its own, as fast as it is taken."""

    name = "scripted"

    def __init__(self, script: Iterable[Heard]) -> None:
        self._script = list(script)
        self._is_stopped = False
        self._thread: Thread | None = None

    def start(self, post: Post) -> None:
        """Begin to post."""
        self._thread = Thread(target=self._play, args=(post,), name="scripted source")
        self._thread.start()

    def position(self, when: float) -> int | None:
        """Nobody knows what time it is."""
        return None

    def stop(self) -> None:
        """End."""
        self._is_stopped = True
        if self._thread is not None:
            self._thread.join()

    def _play(self, post: Post) -> None:
        for item in self._script:
            if self._is_stopped:
                return
            post(item)
