"""Percentiles of real use: from the key's release, from the end of speech, and of each stage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.cli.bench.percentiles import percentile
from assistant.devices.latency import STAGES, Timing

LENGTHS = (
    ("up to 2 s", 0.0, 2.0),
    ("2 to 5 s", 2.0, 5.0),
    ("5 to 15 s", 5.0, 15.0),
    ("over 15 s", 15.0, 1e9),
)
"""How long was spoken: name, from, to (seconds)."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How some durations are spread, seconds."""

    count: int
    p50: float
    p95: float

    def as_object(self) -> dict[str, Any]:
        """Return plain data, in milliseconds."""
        return {"count": self.count, "p50_ms": round(1000 * self.p50, 1), "p95_ms": round(1000 * self.p95, 1)}


@dataclass(frozen=True, slots=True)
class Figures:
    """What some timings come to."""

    count: int
    after_release: Spread
    after_speech: Spread
    stages: dict[str, Spread]

    def as_object(self) -> dict[str, Any]:
        """Return plain data, in milliseconds."""
        return {
            "count": self.count,
            "after_release": self.after_release.as_object(),
            "after_speech": self.after_speech.as_object(),
            "stages": {name: spread.as_object() for name, spread in self.stages.items()},
        }


def figures(timings: Sequence[Timing]) -> Figures:
    """Return the percentiles of `timings`."""
    return Figures(
        len(timings),
        _spread(one.after_release for one in timings),
        _spread(one.after_speech for one in timings),
        {name: _spread(getattr(one.stages, name) for one in timings) for name in STAGES},
    )


def models(timings: Sequence[Timing]) -> list[str]:
    """Return the models that were used, the newest first."""
    return list(dict.fromkeys(one.model for one in reversed(timings)))


def by_length(timings: Sequence[Timing]) -> dict[str, Figures]:
    """Return the percentiles for each length of speech that there is."""
    groups = {
        name: [one for one in timings if shortest < one.audio <= longest]
        for name, shortest, longest in LENGTHS
    }
    return {name: figures(group) for name, group in groups.items() if group}


def _spread(durations: Iterable[float | None]) -> Spread:
    known = [each for each in durations if each is not None]
    return Spread(len(known), percentile(known, 50), percentile(known, 95))
