"""One text on its way to the voice, and how far it got: shared by the thread that waits and Qt's."""

from threading import Condition


class Saying:
    """What is to be said. `repr` shows no word of it."""

    def __init__(self, text: str, language: str) -> None:
        """Take a text, and the code of its language or nothing."""
        self.text, self.language = text, language
        self.problem = ""
        """A sentence, where it could not be said."""
        self.is_called_off = False
        self.is_over = False
        self._moved = Condition()

    def call_off(self) -> None:
        """Say no more of it; the voice is silent a moment later."""
        with self._moved:
            self.is_called_off = True
            self._moved.notify_all()

    def finish(self, problem: str = "") -> None:
        """Note that it is said, or why it is not."""
        with self._moved:
            if not self.is_over:
                self.is_over, self.problem = True, problem
            self._moved.notify_all()

    def wait(self, longest: float, last: float) -> bool:
        """Return once it is over, or after `longest` seconds; `last` seconds after it was called off.

        True if it was said, called off or given up in that time.
        """
        with self._moved:
            moved = self._moved.wait_for(lambda: self.is_over or self.is_called_off, longest)
            self._moved.wait_for(lambda: self.is_over, last if moved else 0)
            return moved
