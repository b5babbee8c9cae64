"""How small and how large a number may be, where 0 or more says too little."""

BOUNDS: dict[str, tuple[float, float]] = {
    "hear.pre_roll_ms": (0, 2000),
    "hear.onset_ms": (20, 1000),
    "hear.end_silence_ms": (100, 5000),
    "hear.tail_quiet_ms": (20, 1000),
    "hear.tail_silence_ms": (20, 1000),
    "hear.tail_max_ms": (0, 2000),
    "hear.eager_after_s": (1, 30),
    "hear.longest_segment_s": (2, 30),
    "hear.shortest_ms": (0, 2000),
    "recognize.threads": (0, 64),
    "recognize.unload_after_s": (0, 86_400),
    "recognize.demo_confidence": (0, 1),
    "act.hold_ms": (50, 2000),
    "act.longest_recording_s": (5, 7200),
    "consult.polish_within_s": (0.2, 30),
    "consult.longest_conversation": (0, 1000),
    "consult.tone_from": (0, 1),
    "keep.history_days": (0, 36_500),
    "keep.history_megabytes": (0, 100_000),
}
"""Key -> the least and the most, both allowed."""


LANGUAGES = ("zh", "en", "yue", "ja", "ko")
WORDS: dict[str, tuple[str, ...]] = {
    "recognize.language": ("auto", *LANGUAGES),
    "recognize.languages": LANGUAGES,
    "languages": LANGUAGES,
}
"""Key (of a profile: name) -> the only texts that mean something."""


def bounds_of(key: str) -> tuple[float, float] | None:
    """Return the least and the most of a setting; None where any number from 0 on will do."""
    return BOUNDS.get(key)
