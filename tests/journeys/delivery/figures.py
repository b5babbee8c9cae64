"""What a journey found, for people and for tests."""

from dataclasses import dataclass, field

SHOWN = 5


@dataclass(slots=True)
class Figures:
    """Counts tries; each fault is a sentence."""

    what: str
    tries: int = 0
    faults: list[str] = field(default_factory=list)
    numbers: dict[str, float] = field(default_factory=dict)
    """Further figures, by name."""

    def check(self, fault: str | None) -> None:
        """Count a try, and its fault if it has one."""
        self.tries += 1
        if fault is not None:
            self.faults.append(f"try {self.tries}: {fault}")

    def __str__(self) -> str:
        more = "".join(f", {name} {value:.4g}" for name, value in self.numbers.items())
        lines = [f"{self.what}: {self.tries - len(self.faults)} of {self.tries} right{more}"]
        return "\n    ".join([*lines, *self.faults[:SHOWN]])


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
