"""What a repair needs of a desktop, standing by itself."""

from collections.abc import Sequence

from assistant.values.action import Insertion, Outcome, Result, Window
from tests.fakes.desktop import RecordingDesktop


class RecordingEraser:
    """Takes the newest text off a recording desktop; `refusals` are given first."""

    def __init__(self, desktop: RecordingDesktop, refusals: Sequence[Outcome] = ()) -> None:
        self._desktop = desktop
        self.refusals = list(refusals)

    def take_back(self, insertion: Insertion) -> Outcome:
        if self.refusals:
            return self.refusals.pop(0)
        if not self._desktop.texts or self._desktop.texts[-1] != insertion.text:
            return Outcome(Result.UNTOUCHED, "Something else stands there.", window=insertion.window)
        self._desktop.texts.pop()
        self._desktop.windows.pop()
        return Outcome(Result.TAKEN_BACK, window=insertion.window)


class ScriptedCaret:
    """Says what a test tells it to."""

    def __init__(self) -> None:
        self.text: str | None = None
        self.has_moved = False
        self.is_closed = False

    def before(self, window: Window | None) -> str | None:
        return self.text

    def has_moved_since(self, when: float) -> bool:
        return self.has_moved

    def close(self) -> None:
        self.is_closed = True


class RecordingWordKeeper:
    """Remembers words in memory; refuses where it is told to."""

    def __init__(self, refusal: OSError | None = None) -> None:
        self.refusal = refusal
        self.words: list[tuple[str, str]] = []

    def remember(self, before: str, after: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.words.append((before, after))


class RecordingMarker:
    """Remembers what was selected; refuses where it is told to."""

    def __init__(self, refusal: Outcome | None = None) -> None:
        self.refusal = refusal
        self.marked: list[tuple[str, str]] = []

    def mark(self, words: str, after: str, window: Window | None) -> Outcome:
        if self.refusal is not None:
            return self.refusal
        self.marked.append((words, after))
        return Outcome(Result.DONE, window=window)

    def erase(self, words: str, window: Window | None) -> Outcome:
        if self.refusal is not None or not self.marked or self.marked[-1][0] != words:
            return Outcome(Result.UNTOUCHED, "Something else is selected.", window=window)
        return Outcome(Result.TAKEN_BACK, window=window)
