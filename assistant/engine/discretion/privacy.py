"""What may be kept of an utterance: nothing in private mode, nothing of applications that the user named."""

from assistant.values.action import Window
from assistant.values.settings import KeepSettings


class Privacy:
    """Answers, for each utterance when it begins, whether anything of it may be kept."""

    def __init__(self, settings: KeepSettings | None = None) -> None:
        """Begin as `settings` say; None: keep what is said."""
        keep = settings or KeepSettings()
        self.is_private = keep.private
        """True while nothing at all is kept; set by the ear, in the order of its inbox."""
        self.never_store(keep.never_store)

    def never_store(self, apps: tuple[str, ...]) -> None:
        """Keep nothing of these applications from now on."""
        self._unstored = frozenset(app.casefold() for app in apps)

    def stores(self, window: Window | None) -> bool:
        """Return whether what is said for `window` may be written to disk."""
        return not self.is_private and (window is None or window.app.casefold() not in self._unstored)
