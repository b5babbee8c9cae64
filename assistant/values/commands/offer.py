"""What can be said here and now, for whoever lists it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A command that works in this window and mode, and that this desktop can carry out."""

    name: str
    """Its id: `tabs.close`."""
    phrases: tuple[tuple[str, tuple[str, ...]], ...]
    """Language -> ways to say it, best first."""
    danger: int = 0
    is_for_dictation: bool = False
    """Heard between dictated text too, with no key and no wake phrase."""

    def spoken(self, language: str) -> tuple[str, ...]:
        """Return the ways to say it in `language`; in any, where there is none."""
        known = dict(self.phrases)
        return known.get(language) or next(iter(known.values()), ())
