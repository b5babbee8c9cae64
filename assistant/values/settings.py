"""What the user can choose. Plain frozen dataclasses; the file that holds them is read elsewhere."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from assistant.values.control import Mode


@dataclass(frozen=True, slots=True)
class HearSettings:
    """How speech is found in audio."""

    microphone: str | None = None
    """Name of the input device; None is the system's default."""
    vad_mode: Literal[0, 1, 2, 3] = 2
    """webrtcvad's aggressiveness: 3 takes the least for speech."""
    silero: bool = True
    """Let Silero confirm, in hands-free, what webrtcvad takes for speech."""
    pre_roll_ms: int = 300
    """Audio kept from before the key press, or before the onset."""
    onset_ms: int = 60
    """Speech needed before a hands-free utterance begins."""
    end_silence_ms: int = 700
    """Silence that ends a hands-free utterance."""
    tail_quiet_ms: int = 100
    """A release after this much silence ends the utterance at once."""
    tail_silence_ms: int = 80
    """Otherwise it ends after this much silence..."""
    tail_max_ms: int = 250
    """...or after this much time, whichever is first."""
    longest_segment_s: float = 28.0
    """Longest piece decoded as one; longer speech is cut at its quietest pause."""
    shortest_ms: int = 120
    """Shorter utterances are taken for a slip of the finger."""


@dataclass(frozen=True, slots=True)
class RecognizeSettings:
    """Which model, and how it runs."""

    model: Path | None = None
    """Folder of a model; None is the bundled demonstration model."""
    language: str = "auto"
    """auto, zh, en, yue, ja or ko."""
    itn: bool = True
    """Numbers as digits, and punctuation, where the model can."""
    threads: int = 1
    """0 takes as many as a measurement found best, where the model was prepared."""
    prepare: bool = True
    """Make a large model faster on this processor, once, in the user's cache; false runs it as it is."""
    isolated: bool = True
    """Run the model in a child process, so that a crash of it costs one retry and not the app."""
    demo_confidence: float = 0.6
    """What the demonstration model is less sure of than this is kept and not typed."""


@dataclass(frozen=True, slots=True)
class ActSettings:
    """How text reaches a window."""

    hotkey: str = "Control_R"
    """X keysym name of the push-to-talk key."""
    follow_focus: bool = False
    """Deliver into whichever window has the focus, not the one that had it at key-down."""
    restore_clipboard: bool = True


@dataclass(frozen=True, slots=True)
class KeepSettings:
    """What stays on disk."""

    journal: bool = True
    """Push-to-talk audio is on disk until its text is delivered."""
    history: bool = True
    audio_history: bool = False
    """Keep the audio of delivered utterances too."""
    folder: Path | None = None
    """Where; None is the user's own data folder."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user can choose."""

    mode: Mode = Mode.PUSH_TO_TALK
    hear: HearSettings = field(default_factory=HearSettings)
    recognize: RecognizeSettings = field(default_factory=RecognizeSettings)
    act: ActSettings = field(default_factory=ActSettings)
    keep: KeepSettings = field(default_factory=KeepSettings)
