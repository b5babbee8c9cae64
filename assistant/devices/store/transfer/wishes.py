"""What the user wants of the network."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Region(StrEnum):
    """Which mirrors come first."""

    AUTO = "auto"
    """By the language of the system."""
    CHINA = "china"
    WORLD = "world"


@dataclass(frozen=True, slots=True)
class TransferSettings:
    """How to behave on the network."""

    proxy: str = ""
    """Address of a proxy; empty for those that the environment names, if any."""
    stall_s: float = 20.0
    """Longest time without news."""
    slowest: int = 1024
    """Bytes a second below which a transfer counts as stalled."""
    pause_s: float = 1.0
    """Before another try."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Whom to ask, and how."""

    mirrors: Sequence[str] = ()
    """The user's own, asked instead of the catalogue's."""
    region: Region = Region.AUTO
    transfer: TransferSettings = field(default_factory=TransferSettings)
