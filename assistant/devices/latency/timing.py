"""Where the time of one utterance went."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

STAGES = ("ending", "waiting", "features", "model", "decode", "route", "writing", "delivery")
"""What follows upon the key's release, or upon the end of speech, in order."""


@dataclass(frozen=True, slots=True)
class Stages:
    """Seconds of each stage; together they are the time from the key's release to the receipt."""

    ending: float = 0.0
    """Until it was known that the utterance had ended: its tail, and the audio on its way to us."""
    waiting: float = 0.0
    """For other work: an earlier utterance, a model that was still being loaded."""
    features: float = 0.0
    model: float = 0.0
    decode: float = 0.0
    route: float = 0.0
    """Finding out what it is for."""
    writing: float = 0.0
    """Making the text fit where it goes, and whatever else the hands did first."""
    delivery: float = 0.0
    """From the order to the receipt."""

    @property
    def total(self) -> float:
        """All of them together."""
        return sum(float(getattr(self, one.name)) for one in fields(self))


@dataclass(frozen=True, slots=True)
class Timing:
    """One utterance that was acted on."""

    at: str
    """When, UTC, ISO 8601."""
    model: str
    audio: float
    """Its length in seconds."""
    is_by_key: bool
    """True where a key ended it, so that `stages` begin at its release; else at the end of speech."""
    after_speech: float | None = None
    """Seconds from the end of speech to the receipt; None where the detector heard no speech."""
    stages: Stages = field(default_factory=Stages)

    @property
    def after_release(self) -> float | None:
        """Seconds from the key's release to the receipt; None where no key ended it."""
        return self.stages.total if self.is_by_key else None

    def as_object(self) -> dict[str, Any]:
        """Return plain data for JSON, to the tenth of a millisecond."""
        plain = asdict(self)
        plain["stages"] = {name: round(value, 4) for name, value in plain["stages"].items()}
        plain["audio"] = round(self.audio, 3)
        plain["after_speech"] = None if self.after_speech is None else round(self.after_speech, 4)
        return plain


def timing_from(plain: dict[str, Any]) -> Timing:
    """Return what `as_object` made plain. Raises KeyError, TypeError, ValueError."""
    after = plain["after_speech"]
    return Timing(
        at=str(plain["at"]),
        model=str(plain["model"]),
        audio=float(plain["audio"]),
        is_by_key=bool(plain["is_by_key"]),
        after_speech=None if after is None else float(after),
        stages=Stages(**{name: float(plain["stages"][name]) for name in STAGES}),
    )
