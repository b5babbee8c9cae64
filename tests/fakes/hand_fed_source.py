"""A source that hears what the test hands it."""

from assistant.hear.ports import Heard, Post


class HandFedSource:
    """Posts what `hear` is given; its clock is the samples it has posted."""

    name = "hand-fed"

    def __init__(self) -> None:
        self.post: Post | None = None
        self.is_stopped = False

    def start(self, post: Post) -> None:
        """Begin."""
        self.post = post

    def hear(self, item: Heard) -> None:
        """Post the next item."""
        assert self.post is not None, "start the source first"
        self.post(item)

    def position(self, when: float) -> int | None:
        """Nobody knows what time it is."""
        return None

    def stop(self) -> None:
        """End."""
        self.is_stopped = True
