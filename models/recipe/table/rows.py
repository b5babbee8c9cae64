"""The rows of the table, each with what the feasibility study reached and what is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from models.recipe.corpus import phrases
from models.recipe.table import hearing as sets
from models.recipe.table import silence, speed
from models.recipe.table.closed import ClosedList, Fit
from models.recipe.table.counting import Score, sounds_alike
from models.recipe.table.hearing import Hearing
from models.recipe.table.rejection import MEASURES, Rejection, reject
from models.recipe.train.pieces import load

UNITS = Path(__file__).resolve().parent.parent / "nano.bpe.model"
CLOSED = 300
"""Candidates of the closed list of sentences, and clips scored against a list of other speech."""


@dataclass(frozen=True)
class Row:
    """One line: what is measured, what the study had, what is wanted, what came out."""

    title: str
    value: str
    study: str = ""
    wanted: str = ""


@dataclass
class Examination:
    """Everything that is measured on one graph."""

    graph: Path
    folder: Path
    """The corpus features."""
    closed: dict[str, list[tuple[str, Fit]]] = field(default_factory=dict)

    @cached_property
    def heard(self) -> Hearing:
        """All test clips."""
        return Hearing.of(self.graph, self.folder)

    @cached_property
    def every(self) -> ClosedList:
        """The same and the assistant's own examples, which hold its slots filled."""
        return ClosedList(sorted({*self.phrases.texts, *phrases.product_examples()}), load(UNITS))

    @cached_property
    def phrases(self) -> ClosedList:
        """Every command without an open slot."""
        return ClosedList(phrases.fixed_commands(), load(UNITS))

    def rows(self) -> Iterator[Row]:
        """Measure, row by row."""
        yield from self.greedy()
        yield from self._lists()
        yield from self._rejections()
        yield from self._silence()
        yield from self._tags()
        yield from self._cost()

    def greedy(self) -> Iterator[Row]:
        """Measure what needs no list: each clip's most likely text."""
        for title, name, study, wanted in GREEDY:
            score = Score()
            for clip in self.heard.clips[name]:
                score.add(clip.reference, clip.text)
            yield Row(f"{title}, {score.clips} clips: word error %", f"{score.word_error:.1f}", study, wanted)

    def _fits(self, name: str, known: ClosedList, texts: set[str]) -> list[tuple[str, Fit]]:
        """Score clips whose words are among `texts` against the list."""
        clips = [clip for clip in self.heard.clips[name] if clip.reference in texts][:CLOSED]
        return [(clip.reference, known.fit(clip.frames)) for clip in clips]

    def _lists(self) -> Iterator[Row]:
        learners = sorted({clip.reference for clip in self.heard.clips[sets.LEARNERS]})[:CLOSED]
        words = sorted({clip.reference for clip in self.heard.clips[sets.WORDS]})
        sentences, ten = (ClosedList(texts, load(UNITS)) for texts in (learners, words))
        every = len(self.phrases.texts)
        for title, name, known, study, wanted in (
            (f"fixed commands among all {every}", sets.COMMANDS, self.phrases, "90", "98"),
            (
                f"the assistant's own examples among all {len(self.every.texts)}",
                sets.PRODUCT,
                self.every,
                "",
                "98",
            ),
            (f"learners' sentences among {len(learners)}", sets.LEARNERS, sentences, "80", "90"),
            (f"people's command words among all {every}", sets.WORDS, self.phrases, "94", ""),
            ("people's command words among ten", sets.WORDS, ten, "94", ""),
            ("people's digits among ten", sets.DIGITS, ClosedList(phrases.ONES[:10], load(UNITS)), "94", ""),
        ):
            fits = self._fits(name, known, set(known.texts))
            self.closed[title] = fits
            right = 100 * float(np.mean([sounds_alike(said, fit.text) for said, fit in fits]))
            yield Row(f"closed list: {title}, {len(fits)} clips: right %", f"{right:.1f}", study, wanted)

    def _rejections(self) -> Iterator[Row]:
        commands = next(fits for title, fits in self.closed.items() if title.startswith("fixed commands"))
        others = {}
        for title, name in (("synthetic", sets.SENTENCES), ("learners", sets.LEARNERS)):
            unlisted = {clip.reference for clip in self.heard.clips[name]} - set(self.phrases.texts)
            others[title] = [fit for _, fit in self._fits(name, self.phrases, unlisted)]
        tried = [reject(commands, others, measure) for measure in MEASURES]
        for each in tried:
            yield Row(
                f"ordinary sentences rejected % (commands accepted %) by {each.measure}",
                told(each),
                "93 (78)",
                "99 (95)",
            )

    def _silence(self) -> Iterator[Row]:
        for gain, (texts, spoken, clips) in silence.speaking(self.heard).items():
            title = f"silence, noise, ESC-10 at {gain:+d} dB, {clips} clips: with text / tagged as speech"
            yield Row(title, f"{texts} / {spoken}", "0" if not gain else "", "0")

    def _tags(self) -> Iterator[Row]:
        def share(name: str, slot: int, tag: str, label: str | None = None) -> str:
            clips = [c for c in self.heard.clips[name] if label in (None, c.entry.facts["speaker"])]
            return f"{sum(clip.tags[slot] == f'<|{tag}|>' for clip in clips)} of {len(clips)}"

        yield Row("Mandarin words and digits tagged zh", share(sets.CHINESE, 0, "zh"))
        yield Row("learners' sentences tagged en", share(sets.LEARNERS, 0, "en"))
        yield Row("learners' sentences tagged Speech", share(sets.LEARNERS, 2, "Speech"))
        for tag, label in (("Cry", "Baby cry"), ("Sneeze", "Person sneeze"), ("Applause", "applause")):
            yield Row(f"{label} tagged {tag}", share(sets.NOISE, 2, tag, label))

    def _cost(self) -> Iterator[Row]:
        cost = speed.measure(self.graph)
        yield Row("size, MB", f"{cost.megabytes:.2f}", "2.9", "≤ 10")
        yield Row("load, one thread, ms", f"{cost.load:.0f}", "75", "≤ 100")
        yield Row("real-time factor with the front-end, one thread", f"{cost.factor:.4f}", "0.0025", "≤ 0.01")


def told(rejection: Rejection) -> str:
    """Write one measure's outcome."""
    shares = ", ".join(f"{name} {100 * share:.1f}" for name, share in rejection.rejected.items())
    accepted, right = 100 * rejection.accepted, 100 * rejection.right
    return f"{shares} ({accepted:.1f}, right {right:.1f}; bar {rejection.bar:.2f})"


GREEDY = (
    ("ten command words, unseen people (Speech Commands)", sets.WORDS, "6.8", "≤ 4"),
    ("digits, 6 unseen people, 8 kHz (FSDD)", sets.DIGITS, "7.3", "≤ 4"),
    ("other single words, unseen people", sets.OTHERS, "", ""),
    ("fixed commands, unseen synthetic voices", sets.COMMANDS, "28", "≤ 8"),
    ("commands with slots, unseen synthetic voices", sets.SLOTS, "25", "≤ 8"),
    ("the assistant's own examples, unseen synthetic voices", sets.PRODUCT, "", "≤ 8"),
    ("read books, unseen speaker (LibriSpeech)", sets.BOOKS, "71", "≤ 45"),
    ("sentences, 40 unseen learners (speechocean762)", sets.LEARNERS, "68", ""),
    ("numbers, unseen synthetic voices", "tts number", "", ""),
    ("times and dates, unseen synthetic voices", "tts date", "", ""),
    ("spelled letters, unseen synthetic voices", "tts letters", "", ""),
    ("plain sentences, unseen synthetic voices", sets.SENTENCES, "73", ""),
    ("assorted clips of other projects", sets.ASSORTED, "", ""),
)
"""Title, set, the study's figure, the one wanted."""
