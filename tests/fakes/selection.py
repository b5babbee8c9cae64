"""A selection that gives what it is told, and remembers what took its place."""

from assistant.values.action import Outcome, Result, Window


class RecordingSelection:
    """Holds one selected text."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.replaced: list[str] = []
        self.windows: list[Window | None] = []

    def read(self, window: Window | None) -> str:
        self.windows.append(window)
        return self.text

    def replace(self, text: str, window: Window | None) -> Outcome:
        if not self.text:
            return Outcome(Result.UNTOUCHED, "Nothing is selected.", window=window)
        self.text = ""
        self.replaced.append(text)
        return Outcome(Result.DELIVERED, method="record", window=window)
