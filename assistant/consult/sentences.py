"""A growing answer -> sentences that can be said, each once."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…](?=\s)|[。！？；]|\n+")
_MARKUP = re.compile(r"[*_`#>|]+|\[([^\]]*)\]\([^)]*\)")
SHORTEST = 12
"""Characters; shorter sentences are said with the next one."""


class Sentences:
    """Follows one answer."""

    def __init__(self) -> None:
        self._said = 0

    def grown(self, text: str) -> Iterator[str]:
        """Yield the sentences that are whole in `text`, all of the answer until now."""
        if len(text) < self._said:
            return  # what was taken for an answer was a thought, and is gone
        for found in _END.finditer(text, self._said):
            if found.end() - self._said >= SHORTEST:
                yield from self._to(text, found.end())

    def rest(self, text: str) -> Iterator[str]:
        """Yield what is left once the answer is over."""
        yield from self._to(text, len(text))

    def _to(self, text: str, stop: int) -> Iterator[str]:
        piece = _MARKUP.sub(r"\1", text[self._said : stop]).strip()
        self._said = max(self._said, stop)
        if piece:
            yield piece
