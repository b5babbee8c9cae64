"""What the microphone posts, and the sentences that it tells the user."""

from time import monotonic

from assistant.hear.ports import Post
from assistant.values.audio import AudioChunk, Gap, GapReason, Samples
from assistant.values.event import (
    Fault,
    MicrophoneClosed,
    MicrophoneOpened,
    MicrophoneOpening,
    Recovered,
    Rest,
    Trouble,
)

SELDOM = 10.0
"""Seconds between two complaints about lost audio."""


class Reporter:
    """Posts audio and events; tells each trouble once, and its end once."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._name: str | None = None
        self._is_lost = False
        self._is_silent = False
        self._complained: float | None = None

    def audio(self, position: int, samples: Samples) -> None:
        """Post samples [n] that begin at `position`."""
        self._post(AudioChunk(position, samples))

    def gap(self, position: int, missing: int, why: GapReason) -> None:
        """Post that samples are missing; complain where that is nobody's doing."""
        self._post(Gap(position, missing, why))
        now = monotonic()
        if why is GapReason.REOPENED or (self._complained and now - self._complained < SELDOM):
            return
        self._complained = now
        self._trouble(
            Fault.AUDIO_LOST,
            "Some audio was lost because the computer was too busy. If words are missing, say them again.",
        )

    def opened(self, name: str) -> None:
        """Tell that audio comes from the microphone called `name` now."""
        before, self._name = self._name, name
        self._post(MicrophoneOpened(name))
        if self._is_lost:
            self._is_lost = False
            self._post(Recovered(Fault.MICROPHONE_LOST, f"Hearing through {name} again."))
        elif before is not None and before != name:
            self.replaced(before, name)

    def opening(self) -> None:
        """Tell that the microphone is being opened because somebody wants to speak."""
        self._post(MicrophoneOpening())

    def closed(self, position: int, why: Rest) -> None:
        """Tell that it is closed on purpose; what comes after `position` is of another time."""
        self._post(Gap(position, 0, GapReason.REOPENED))
        self._post(MicrophoneClosed(why))

    def moved(self, name: str) -> None:
        """Tell that the sound server took another microphone by itself."""
        before, self._name = self._name, name
        # what is lost in the move is not the computer's fault
        self._complained = monotonic()
        self._post(MicrophoneOpened(name))
        if before is not None and before != name:
            self.replaced(before, name)

    def replaced(self, before: str, name: str) -> None:
        """Tell that one microphone stands in for another."""
        self._trouble(
            Fault.MICROPHONE_CHANGED,
            f"Hearing through {name} now instead of {before}. Choose another microphone if that is wrong.",
        )

    def lost(self, why: str) -> None:
        """Tell that there is no audio, and why."""
        if self._is_lost:
            return
        self._is_lost = True
        if self._is_silent:
            self.heard_again()
        self._trouble(Fault.MICROPHONE_LOST, why)

    def silent(self) -> None:
        """Tell that the microphone gives nothing but zeros."""
        self._is_silent = True
        self._trouble(
            Fault.MICROPHONE_SILENT,
            f"{self._name or 'The microphone'} gives only silence: it is muted, unplugged or not permitted. "
            "Unmute it, or choose another one, in the sound settings.",
        )

    def heard_again(self) -> None:
        """Tell that it gives sound."""
        self._is_silent = False
        self._post(Recovered(Fault.MICROPHONE_SILENT, f"{self._name or 'The microphone'} gives sound again."))

    def _trouble(self, fault: Fault, message: str) -> None:
        self._post(Trouble(fault, message))
