"""What the model store is doing, on one line of the terminal; or as JSON, one object a line."""

import json
import sys
from time import monotonic
from types import TracebackType
from typing import Self

from assistant.devices.store.progress import Progress, Step

_BAR = 24
_EVERY_S, _EVERY_JSON_S = 0.1, 1.0
_DONE_FOR_NOW = {Step.NOTE, Step.WAITING}


class StoreLine:
    """Shows progress: bytes, rate, time left. Sentences stay on the screen."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._is_drawn = False
        self._is_terminal = sys.stderr.isatty()
        self._next = 0.0
        self._told = ""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line."""
        self._wipe()

    def __call__(self, progress: Progress) -> None:
        """Show it, unless something was shown a moment ago."""
        if progress.step in _DONE_FOR_NOW:
            self._tell(progress)
            return
        is_end = progress.total > 0 and progress.done >= progress.total
        if monotonic() < self._next and not is_end:
            return
        self._next = monotonic() + (_EVERY_JSON_S if self._as_json else _EVERY_S)
        if self._as_json:
            self._write(progress)
        elif self._is_terminal:
            sys.stderr.write(f"\r\x1b[2K{in_words(progress)}")
            sys.stderr.flush()
            self._is_drawn = True

    def _tell(self, progress: Progress) -> None:
        if progress.message == self._told:
            return  # waiting says so again and again
        self._told = progress.message
        self._wipe()
        if self._as_json:
            self._write(progress)
        else:
            sys.stderr.write(f"assistant: {progress.message}\n")

    def _write(self, progress: Progress) -> None:
        known = {"event": str(progress.step), "what": progress.what, "message": progress.message}
        numbers = {"done": progress.done, "total": progress.total, "rate": round(progress.rate)}
        left = None if progress.left_s is None else round(progress.left_s, 1)
        sys.stdout.write(json.dumps(known | numbers | {"left_s": left}, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def _wipe(self) -> None:
        if self._is_drawn:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._is_drawn = False


def in_words(progress: Progress) -> str:
    """Return one line about `progress`."""
    head = f"{progress.step} {progress.what}"
    if not progress.total:
        return head
    share = min(1.0, progress.done / progress.total)
    line = f"{head} [{'#' * round(_BAR * share):<{_BAR}}] {share:4.0%} of {megabytes(progress.total)}"
    if progress.rate:
        line += f"  {megabytes(round(progress.rate))}/s"
    if progress.left_s is not None:
        minutes, seconds = divmod(round(progress.left_s), 60)
        line += f"  {minutes}:{seconds:02d} left"
    return line


def megabytes(size: int) -> str:
    """Return a size for people."""
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size / 1e3:,.1f} kB"  # noqa: PLR2004 - a tenth of a megabyte
