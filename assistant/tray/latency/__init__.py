"""The latency panel: how long dictation really takes here."""
