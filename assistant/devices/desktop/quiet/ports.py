"""Who can make the sound of other programs stop, and bring it back."""

from collections.abc import Mapping
from typing import Protocol

Note = Mapping[str, str]
"""What was changed and how to change it back: plain words that go into a file."""


class Others(Protocol):
    """Other programs that play something."""

    kind: str
    """Which notes are its own: the word under `kind` in them."""

    def playing(self) -> list[Note]:
        """Return a note for everything that plays now. Never raises: what cannot be asked does not play."""

    def hush(self, note: Note) -> None:
        """Make what a note names quiet."""

    def give_back(self, note: Note) -> None:
        """Bring it back as the note says, unless somebody has changed it meanwhile."""


KIND_OF = {"pause": "player", "lower": "volume"}
"""What `hear.others` can say -> the kind of Others that does it."""
