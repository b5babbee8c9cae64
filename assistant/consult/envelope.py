"""What the model is told of one utterance: one JSON object, so that data is visibly data."""

import json
from dataclasses import dataclass, field, replace

from assistant.values.action import Window
from assistant.values.settings import ConsultSettings
from assistant.values.transcript import Transcript

TONES = {"HAPPY": "happy", "SAD": "sad", "ANGRY": "angry"}
"""Tones that the recogniser was ever measured on; no other is told. Neutral is no news."""
SURE = 0.7
"""Probability from which on a sound is told of."""
NOT_SOUNDS = {"Speech", "BGM", "Event_UNK"}
LONGEST_SELECTION = 24_000
"""Characters of selected text that are shown."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """One utterance with what may be known about it. What is empty is left out."""

    utterance: str = field(repr=False)
    language: str = ""
    tone: str = ""
    """How the speaker may have sounded."""
    sounds: tuple[str, ...] = ()
    app: str = ""
    selection: str | None = field(default=None, repr=False)
    """Text of a window: whoever wrote it is not the user."""
    capabilities: tuple[str, ...] = ()
    """Names of the tools that are offered."""

    @property
    def is_tainted(self) -> bool:
        """True where it holds text that the user did not say: no tools then."""
        return self.selection is not None

    @property
    def shows(self) -> tuple[str, ...]:
        """What it holds besides the words, for the log of what was sent."""
        named = (("selection", self.selection is not None), ("app", self.app), ("tone", self.tone))
        return tuple(name for name, is_there in named if is_there)

    def json(self) -> str:
        """Return it as the model gets it."""
        whole: dict[str, object] = {"utterance": self.utterance, "language": self.language}
        if self.tone:
            whole["tone"] = f"may sound {self.tone}"
        more = {"sounds": self.sounds, "app": self.app, "capabilities": self.capabilities}
        whole |= {name: value for name, value in more.items() if value}
        if self.selection is not None:
            whole["selection"] = self.selection[:LONGEST_SELECTION]
        return json.dumps(whole, ensure_ascii=False)

    def with_selection(self, text: str) -> "Envelope":
        """Return it with the text that is selected."""
        return replace(self, selection=text)


def envelope(heard: Transcript, prompt: str, window: Window | None, settings: ConsultSettings) -> Envelope:
    """Return what `settings` let the model know of an utterance that asks for `prompt`."""
    tone = TONES.get(heard.emotion.name, "") if settings.tone else ""
    return Envelope(
        utterance=prompt,
        language=heard.language.name,
        tone=tone if heard.emotion.probability >= settings.tone_from else "",
        sounds=tuple(
            each.name.lower()
            for each in heard.sounds
            if settings.tone and each.probability >= SURE and each.name not in NOT_SOUNDS
        ),
        app=window.app if settings.sends_app and window is not None else "",
    )
