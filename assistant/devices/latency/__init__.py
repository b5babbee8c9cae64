"""How long real use takes on this machine, stage by stage. No words, and no more than the last thousands."""

from assistant.devices.latency.keeper import LatencyKeeper
from assistant.devices.latency.ledger import LatencyLedger
from assistant.devices.latency.timing import STAGES, Timing

__all__ = ["STAGES", "LatencyKeeper", "LatencyLedger", "Timing"]
