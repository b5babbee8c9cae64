"""What the recogniser heard: everything the model said, with its probabilities."""

from dataclasses import dataclass, field

from assistant.values.audio import seconds
from assistant.values.phrases import Candidate


@dataclass(frozen=True, slots=True)
class Tag:
    """One of the model's tags, without its brackets: `en`, `NEUTRAL`, `Speech`."""

    name: str
    probability: float
    """Softmax over the tags of its own kind, 0...1."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or one Chinese or Japanese character, with where it was said."""

    text: str = field(repr=False)
    start: int
    """Sample index since the source began."""
    stop: int
    """Sample index after its last frame."""
    score: float
    """Mean probability of its tokens at their best frames, 0...1."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that were put in the place of what the model wrote, so that it can be seen and undone."""

    before: str = field(repr=False)
    """As the model wrote it; empty where it wrote nothing there."""
    after: str = field(repr=False)
    start: int
    """Sample index where it was said."""
    stop: int
    """Sample index after it."""
    why: str
    """`lattice`: nearly as probable to the model; `sound`: sounds alike; `alias`: as the list says."""


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Another reading of the utterance."""

    text: str = field(repr=False)
    score: float
    """Log-probability relative to the best reading: 0 is as probable, -2 a seventh of it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What there was to hear, apart from the words: for whoever asks whether anything was said at all."""

    level: float = -96.0
    """RMS of the loudest fifth of a second, in decibels relative to full scale."""
    contrast: float = 0.0
    """How many decibels that is above the quietest fifth of a second."""
    voiced: float | None = None
    """Seconds that the detectors took for speech; None where none listened."""
    emitted: float = 0.0
    """Frames' worth of probability that was not blank: how much the model found worth writing."""
    frames: int = 0
    """Text frames in all, each 60 ms."""


@dataclass(frozen=True, slots=True)
class Timings:
    """Where the time went, in seconds."""

    audio: float = 0.0
    """Length of the utterance."""
    features: float = 0.0
    """After the end of speech; what was computed while the user spoke is not in it."""
    model: float = 0.0
    decode: float = 0.0

    def __add__(self, other: "Timings") -> "Timings":
        """Add stage by stage."""
        return Timings(
            self.audio + other.audio,
            self.features + other.features,
            self.model + other.model,
            self.decode + other.decode,
        )

    @property
    def work(self) -> float:
        """All stages together."""
        return self.features + self.model + self.decode


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in one utterance."""

    utterance: int
    start: int
    stop: int
    text: str = field(repr=False)
    language: Tag
    emotion: Tag
    sounds: tuple[Tag, ...]
    """Audio events, most probable first; `Speech` is one of them."""
    words: tuple[Word, ...] = field(repr=False, default=())
    is_final: bool = True
    model: str = ""
    is_demo: bool = False
    """True where a demonstration model, not a full SenseVoice, wrote this."""
    is_random: bool = False
    """True where a model with random weights wrote it, to measure speed: the words mean nothing."""
    timings: Timings = Timings()
    replacements: tuple[Replacement, ...] = ()
    """What the user's own words changed, in order."""
    runners_up: tuple[RunnerUp, ...] = ()
    """Other readings, most probable first."""
    withheld: str = field(repr=False, default="")
    """What was written in the script of a language that the user does not speak: never acted on."""
    evidence: Evidence = Evidence()
    candidate: Candidate | None = None
    """The command that fits best, where commands were listened for."""

    @property
    def score(self) -> float:
        """Mean score of the words, 0 where there are none."""
        return sum(word.score for word in self.words) / len(self.words) if self.words else 0.0

    @property
    def lowest_score(self) -> float:
        """Score of the word least sure of, 0 where there are none."""
        return min((word.score for word in self.words), default=0.0)

    def __repr__(self) -> str:
        """Show language and length, never content."""
        length = seconds(self.stop - self.start)
        kind = "" if self.is_final else ", partial"
        return f"Transcript({self.language.name}, {len(self.text)} chars, {length:.2f} s{kind})"
