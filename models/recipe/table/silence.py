"""Clips in which nobody speaks, as loud as they are and much quieter and louder."""

from models.recipe.table.hearing import NOISE, Hearing, hear

GAINS = (0, -30, -15, 12)
"""Decibels; louder ones are not clipped, since it is the features that are moved."""
PER_DECIBEL = 0.2302585
"""Natural logarithm of power per decibel: log-mel moves by this much."""
FLOOR = -15.9424


def speaking(hearing: Hearing) -> dict[int, tuple[int, int, int]]:
    """Return for each gain: clips that gave text, clips tagged as speech, clips."""
    found = {}
    for gain in GAINS:
        clips = [
            hear(hearing.model, (mel + gain * PER_DECIBEL).clip(FLOOR), entry)
            for entry, mel in hearing.mels(NOISE)
        ]
        texts = sum(bool(clip.text) for clip in clips)
        found[gain] = texts, sum(clip.tags[0] != "<|nospeech|>" for clip in clips), len(clips)
    return found
