"""What the user can choose. Plain frozen dataclasses; the file that holds them is read elsewhere."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

from assistant.values.action import Method
from assistant.values.intent import Job, Mode


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
    eager_after_s: float = 3.0
    """Speech this long is decoded at its next pause, while the user goes on."""
    longest_segment_s: float = 10.0
    """Longest piece decoded as one; speech without a pause is cut at its quietest place."""
    microphone_use: Literal["warm", "on_demand"] = "warm"
    """Keep the microphone open, so that no word is missed, or open it when the key goes down."""
    close_on_lock: bool = True
    """Hear nothing while the screen is locked."""
    others: Literal["leave", "pause", "lower"] = "leave"
    """What becomes of other programs' sound while you speak."""
    sounds: bool = False
    """Play a short sound where recording begins and ends."""
    shortest_ms: int = 120
    """Shorter utterances are taken for a slip of the finger."""


@dataclass(frozen=True, slots=True)
class RecognizeSettings:
    """Which model, and how it runs."""

    model: Path | None = None
    """Folder of a model; None is the bundled demonstration model."""
    language: str = "auto"
    """auto, zh, en, yue, ja or ko."""
    languages: tuple[str, ...] = ()
    """The languages you speak, of zh, en, yue, ja and ko: nothing else is ever written. None: all of them."""
    hotwords: Path | None = None
    """File of names and terms that the model should know; None is hotwords.txt beside this file."""
    itn: bool = True
    """Numbers as digits, and punctuation, where the model can."""
    threads: int = 0
    """0 takes as many as a measurement found best, where the model was prepared, and else one."""
    device: Literal["auto", "cpu", "gpu", "cuda", "webgpu", "coreml"] = "auto"
    """What computes; auto takes a graphics processor where one was measured here to be right and faster."""
    unload_after_s: float = 0.0
    """Give the memory back after so much time without speech; the next key press loads it. 0: never."""
    prepare: bool = True
    """Make a large model faster on this processor, once, in the user's cache; false runs it as it is."""
    isolated: bool = True
    """Run the model in a child process, so that a crash of it costs one retry and not the app."""
    demo_confidence: float = 0.6
    """What the demonstration model is less sure of than this is kept and not typed."""


@dataclass(frozen=True, slots=True)
class Hotkey:
    """A key that starts a recording."""

    keys: str
    """X keysym name, mouse button or chord: `Control_R`, `Button8`, `Ctrl+Alt+space`."""
    job: Job = Job.DICTATE
    """What is said then is for."""


@dataclass(frozen=True, slots=True)
class ActSettings:
    """How text reaches a window."""

    hotkeys: tuple[Hotkey, ...] = (Hotkey("Control_R"),)
    """The keys that start a recording, and what each is for."""
    undo_key: str = ""
    """A key or chord that takes the newest text back: `Ctrl+Alt+z`. Empty: no key does."""
    hold_ms: int = 300
    """A key held longer records until it is let go; one tapped, until the next tap."""
    longest_recording_s: int = 600
    """A recording that nobody ended, ends after this."""
    evdev: bool = False
    """Wayland only: read the keyboards' own device files, which your user must have the right to read."""
    follow_focus: bool = False
    """Deliver into whichever window has the focus, not the one that had it at key-down."""
    restore_clipboard: bool = True
    terminal_lines: Literal["ask", "paste"] = "ask"
    """Text of several lines for a terminal, which may run each of them: keep it until confirmed, or not."""
    never_paste: tuple[str, ...] = ()
    """Applications that nothing is ever typed into."""


@dataclass(frozen=True, slots=True)
class KeepSettings:
    """What stays on disk."""

    journal: bool = True
    """Push-to-talk audio is on disk until its text is delivered."""
    history: bool = True
    private: bool = False
    """Keep nothing at all: no recording, no history."""
    never_store: tuple[str, ...] = ()
    """Applications of which nothing is kept."""
    audio_history: bool = False
    """Keep the audio of delivered utterances too."""
    history_days: int = 365
    """Older lines of history are forgotten; 0 keeps them for ever."""
    history_megabytes: int = 200
    """Beyond this the oldest lines of history are forgotten; 0 keeps them all."""
    folder: Path | None = None
    """Where; None is the user's own data folder."""


class SpokenMarks(StrEnum):
    """When a spoken `comma` or `句号` becomes the mark."""

    NEVER = "never"
    PAUSED = "paused"
    """Where it stands alone: between pauses, between marks of the model's own, or at the end."""
    ALWAYS = "always"
    """Wherever it is said; the model's own marks are taken away."""


class Numbers(StrEnum):
    """How numbers are written."""

    AS_HEARD = "as_heard"
    """As the model wrote them; `recognize.itn` tells it to write digits."""
    DIGITS = "digits"
    WORDS = "words"


class Script(StrEnum):
    """Which Chinese characters are written."""

    AS_HEARD = "as_heard"
    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    TAIWAN = "taiwan"
    """Traditional, with Taiwan's own words."""
    HONG_KONG = "hong_kong"


class Ending(StrEnum):
    """What becomes of the mark at the very end."""

    KEEP = "keep"
    DROP_SHORT = "drop_short"
    """Nothing ends in a full stop that has fewer than eight words."""
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class FormatSettings:
    """How what was heard is written. Rules, replacements and snippets are files of their own."""

    stutters: bool = True
    """The same word three times or more is written once."""
    fillers: bool = True
    """`um` and `嗯` go, where the language is known in which they mean nothing."""
    spoken_marks: SpokenMarks = SpokenMarks.PAUSED
    numbers: Numbers = Numbers.AS_HEARD
    cjk_spacing: bool = True
    """A space between Chinese and Latin words."""
    joining: bool = True
    """Spaces and capitals fit the text that stands before the caret, where that is known."""
    script: Script = Script.AS_HEARD
    ending: Ending = Ending.KEEP
    read_caret: bool = True
    """Ask the application, by the system's accessibility, what stands before the caret."""
    offer_corrections: bool = True
    """Offer to replace a text that is said again, nearly the same, within 15 s."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is different in one application; None: as elsewhere. See also `never_store`, `never_paste`."""

    match: str
    """Name of the application; `*` stands for anything, `|` between several."""
    languages: tuple[str, ...] = ()
    """The languages you speak there; none: those of everywhere else."""
    spoken_marks: SpokenMarks | None = None
    numbers: Numbers | None = None
    cjk_spacing: bool | None = None
    joining: bool | None = None
    script: Script | None = None
    ending: Ending | None = None
    method: Method | None = None
    polish: bool | None = None
    """Let a language model go over the text, where one is set up."""


@dataclass(frozen=True, slots=True)
class CommandSettings:
    """How commands are heard."""

    wake_phrases: tuple[str, ...] = ()
    """Two words or more, or four Chinese characters or more; none: `hey computer` and 你好小助."""
    wake_by_sound: bool = True
    """Find the wake phrase in the sound itself, too, and not only in what was written down."""
    by_sound: bool = True
    """Recognise a command that was written wrong by its sound, where it was meant as a command."""
    dangerous: bool = False
    """Let commands of danger 3 be asked for (shut down the computer); each still has to be confirmed."""
    folder: Path | None = None
    """Where your own packs are; None is `commands` beside this file."""


@dataclass(frozen=True, slots=True)
class ConsultSettings:
    """Which language model is asked, and what it is told. Off, and nothing of it is loaded, by default."""

    is_on: bool = False
    server: str = ""
    """Address of an OpenAI-compatible server: `http://127.0.0.1:11434`."""
    model: str = ""
    """Its name on that server; empty: the only one it has."""
    is_remote_allowed: bool = False
    """The text, and what is ticked below, may leave this computer for the server named above."""
    sends_selection: bool = True
    """An instruction about the selected text may show the model that text; without, there is no editing."""
    sends_app: bool = False
    """The model may know the name of the application, never the title of its window."""
    on_a_miss: bool = False
    """What was meant as a command and is none goes to the model, which may pick one with `llm = true`."""
    polish: bool = False
    """Let the model go over dictated text; a profile may say otherwise."""
    polish_within_s: float = 3.0
    """After so long the text is typed as it was heard."""
    keeps_conversation: bool = False
    """Keep the conversation on disk; otherwise it is forgotten when the assistant ends."""
    longest_conversation: int = 12
    """Questions and answers that the model is reminded of at most."""
    tone: bool = False
    """The model may know how you may have sounded, where that is surer than the number below."""
    tone_from: float = 0.8
    """Probability, from 0 to 1, that a tone needs before the model is told of it."""
    speaks: bool = False
    """Say answers aloud."""
    logs_text: bool = False
    """The log of what was sent where holds the text too; otherwise when, where, how much and what kind."""
    voice: tuple[str, ...] = ()
    """Program that says what comes on its standard input, with its arguments; none: the system's voice."""


@dataclass(frozen=True, slots=True)
class LookSettings:
    """How the assistant looks."""

    language: str = "system"
    """Of menu and windows: a code like `en` or `zh_CN`, or `system`."""
    theme: Literal["system", "light", "dark"] = "system"
    overlay: Literal["auto", "on", "off"] = "auto"
    """Show level, text and what was done in a small panel; auto shows it where it can't take the focus."""
    overlay_edge: Literal["bottom", "top"] = "bottom"
    """Where on the screen the panel is."""
    partial_text: bool = True
    """Show in the panel, while you speak, the words that are known by then."""
    notifications: bool = True
    """Tell by a notification what went wrong, or needs an answer."""
    reduced_motion: bool = False
    """Let nothing move that need not."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user can choose."""

    mode: Mode = Mode.PUSH_TO_TALK
    hear: HearSettings = field(default_factory=HearSettings)
    recognize: RecognizeSettings = field(default_factory=RecognizeSettings)
    act: ActSettings = field(default_factory=ActSettings)
    format: FormatSettings = field(default_factory=FormatSettings)
    keep: KeepSettings = field(default_factory=KeepSettings)
    commands: CommandSettings = field(default_factory=CommandSettings)
    consult: ConsultSettings = field(default_factory=ConsultSettings)
    look: LookSettings = field(default_factory=LookSettings)
    profiles: tuple[Profile, ...] = ()
    """Applications in which something is different; the first that matches counts."""
