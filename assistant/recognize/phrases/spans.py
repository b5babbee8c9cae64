"""A path through a network -> its words, with what each of them costs against free recognition."""

from dataclasses import dataclass, field
from itertools import groupby

from assistant.recognize import detokenize
from assistant.recognize.phrases.network import FREE
from assistant.recognize.phrases.search import Frames, Path, Searcher
from assistant.recognize.ports import Emissions
from assistant.recognize.vocabulary import Vocabulary


@dataclass(slots=True)
class Span:
    """One word of the grammar, or a stretch of free text."""

    text: str = field(default="", repr=False)
    is_free: bool = False
    loss: float = 0.0
    """Log-probability lost against the best token of each frame."""
    frames: list[int] = field(default_factory=list)


def spans(searcher: Searcher, path: Path, frames: Frames) -> list[Span]:
    """Part `path` into words; what blanks cost belongs to the word before, or to the first one."""
    network, found, before = searcher.network, [Span()], -1
    for time, arc in enumerate(path.arcs):
        said = frames.blank[time] if arc < 0 else frames.columns[time, searcher.column[arc]]
        if arc >= 0 and arc != before:
            if network.begins[arc]:
                found.append(Span(network.spelt[network.words[arc]], bool(network.tokens[arc] == FREE)))
            before = arc
        found[-1].loss += float(frames.best[time] - said)
        found[-1].frames.append(time)
    lead, *words = found
    if words:
        words[0].loss += lead.loss
    return words


def free_text(span: Span, emissions: Emissions, vocabulary: Vocabulary, blank: int) -> str:
    """Return what the model heard in a stretch of free text."""
    start, best = span.frames[0], emissions.best
    heard = [int(token) for token, _ in groupby(best[span.frames].tolist())]
    if start and heard and best[start - 1] == heard[0]:
        heard = heard[1:]  # the end of the word before
    silent = vocabulary.marks | {blank}
    return detokenize.text_of(vocabulary.pieces[token] for token in heard if token not in silent)
