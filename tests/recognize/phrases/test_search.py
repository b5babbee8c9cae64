"""The search finds what trying every phrase and every alignment would find."""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.recognize.features import Floats
from assistant.recognize.phrases.network import FREE, compile_network
from assistant.recognize.phrases.rival import rival_score
from assistant.recognize.phrases.search import NEVER, TOKEN_GAIN, Frames, Searcher
from assistant.recognize.phrases.spelling import Speller
from assistant.values.phrases import Anything, Either, Goal, InTurn, Phrase, Words

PIECES = ("<blank>", "\u2581a", "\u2581b", "a", "b", "\u2581ab")
"""Ways to write a, b, ab, aa, ba ...; id 0 is the blank."""

words = st.sampled_from(["a", "b", "ab", "aa", "ba", ""]).map(Words)
phrases = st.recursive(
    words,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda some: Either(tuple(some)))
        | st.lists(inner, min_size=1, max_size=3).map(lambda some: InTurn(tuple(some)))
    ),
    max_leaves=6,
)


def readings(phrase: Phrase) -> set[tuple[str, ...]]:
    """Return every sequence of words of a phrase without free text."""
    match phrase:
        case Words(text):
            return {tuple(text.split())}
        case Either(options):
            return set().union(*map(readings, options))
        case InTurn(parts):
            several = itertools.product(*map(readings, parts))
            return {tuple(itertools.chain.from_iterable(one)) for one in several}
        case Anything():
            raise AssertionError


def spellings(word: str) -> Iterator[tuple[int, ...]]:
    """Yield the token ids of every spelling that the speller listens for."""
    spelling = Speller(PIECES).spell(word)
    assert spelling is not None

    def on_from(place: int) -> Iterator[tuple[int, ...]]:
        if place == spelling.length:
            yield ()
        for step in spelling.steps:
            if step.begin == place:
                yield from ((step.token, *rest) for rest in on_from(step.end))

    return on_from(0)


def viterbi(tokens: Sequence[int], scores: Floats) -> float:
    """Return the log-probability of the best CTC alignment of `tokens`, the textbook way, with their gain."""
    labels = [0, *itertools.chain.from_iterable((token, 0) for token in tokens)]
    row = np.full(len(labels), NEVER, np.float64)
    row[: 2 if tokens else 1] = [scores[0, label] for label in labels[:2]]
    for frame in scores[1:]:
        before = row.copy()
        for place, label in enumerate(labels):
            ways = [before[place], *before[max(0, place - 1) : place]]
            if place > 1 and label and label != labels[place - 2]:
                ways.append(before[place - 2])
            row[place] = max(ways) + frame[label]
    return float(max(row[-2:]) + TOKEN_GAIN * len(tokens))


def best_of(said: tuple[str, ...], scores: Floats) -> float:
    """Return the best score of one reading over all its spellings."""
    several = itertools.product(*map(spellings, said))
    return max(viterbi(tuple(itertools.chain.from_iterable(one)), scores) for one in several)


def random_scores(seed: int, length: int) -> Floats:
    """Return log-probabilities [T, V]."""
    odds = np.random.default_rng(seed).dirichlet(np.full(len(PIECES), 0.5), length)
    return np.log(odds + 1e-6).astype(np.float32)


def frames_of(searcher: Searcher, scores: Floats) -> Frames:
    """Return what the searcher asks of a model's scores."""
    columns = np.concatenate([scores[:, searcher.tokens], scores.max(axis=1, keepdims=True)], axis=1)
    return Frames(columns, scores[:, 0].copy(), scores.max(axis=1))


def is_sure_silence(scores: Floats) -> bool:
    """Say whether some frame is so surely blank that the search takes a short cut."""
    return bool((scores[:, 0] > -0.01).any())


@settings(deadline=None, max_examples=60)
@given(st.lists(phrases, min_size=1, max_size=3), st.integers(0, 10**6), st.integers(1, 7))
def test_the_best_path_is_the_best_of_all_phrases(some: list[Phrase], seed: int, length: int) -> None:
    goals = [Goal(str(number), phrase) for number, phrase in enumerate(some)]
    network = compile_network(goals, Speller(PIECES))
    scores = random_scores(seed, length)
    searcher = Searcher(network) if network.tokens.size else None
    if searcher is None or is_sure_silence(scores):
        return
    frames = frames_of(searcher, scores)
    trellis = searcher.run(frames)
    for number, phrase in enumerate(some):
        known = {said: best_of(said, scores) for said in readings(phrase) if said}
        found = trellis.score(number)
        best = max(known.values(), default=float(NEVER))
        if best < -1e6:
            assert found < -1e6
            continue
        assert found == pytest.approx(best, abs=1e-3)
        path = searcher.trace(trellis, number)
        heard = [
            frames.blank[t] if arc < 0 else frames.columns[t, searcher.column[arc]]
            for t, arc in enumerate(path.arcs)
        ]
        tokens = sum(arc >= 0 and arc != before for before, arc in itertools.pairwise((-1, *path.arcs)))
        assert sum(map(float, heard)) + TOKEN_GAIN * tokens == pytest.approx(best, abs=1e-3), (
            "the path is worth what it says"
        )


@settings(deadline=None, max_examples=40)
@given(phrases, st.integers(0, 10**6), st.integers(3, 7))
def test_a_goal_alone_scores_as_it_does_among_others(phrase: Phrase, seed: int, length: int) -> None:
    goals = [Goal("one", InTurn((Words("a b"), phrase))), Goal("other", InTurn((Words("a"), phrase)))]
    network = compile_network(goals, Speller(PIECES))
    scores = random_scores(seed, length)
    among = Searcher(network)
    together = among.run(frames_of(among, scores))
    for number in range(2):
        alone = Searcher(network.of(number), among.tokens)
        assert alone.run(frames_of(alone, scores)).score(0) == pytest.approx(together.score(number), abs=1e-3)


def test_the_rival_is_the_best_reading_with_another_word() -> None:
    phrase = Either((Words("a b"), Words("a ab"), Words("a")))
    searcher = Searcher(compile_network([Goal("it", phrase)], Speller(PIECES)))
    scores = random_scores(3, 6)
    frames = frames_of(searcher, scores)
    mine = {searcher.network.spelt.index(word) for word in ("a", "b")}
    assert rival_score(searcher, frames, mine) == pytest.approx(best_of(("a", "ab"), scores), abs=0.5)
    everything = set(range(len(searcher.network.spelt)))
    assert rival_score(searcher, frames, everything) == NEVER


def test_a_longer_phrase_is_not_lost_to_surer_blanks() -> None:
    searcher = Searcher(compile_network([Goal("a", Words("a")), Goal("a b", Words("a b"))], Speller(PIECES)))
    scores = np.full((4, len(PIECES)), -9.0, np.float32)
    scores[0, 1] = -0.1
    scores[1:, 0] = -0.4
    scores[2, 2] = -1.5  # the second word, half heard
    trellis = searcher.run(frames_of(searcher, scores))
    assert trellis.score(1) > trellis.score(0)
    scores[2, 2] = -6.0  # and not heard at all
    trellis = searcher.run(frames_of(searcher, scores))
    assert trellis.score(1) < trellis.score(0)


def test_free_text_takes_whatever_scores_best() -> None:
    network = compile_network([Goal("it", InTurn((Words("a"), Anything())))], Speller(PIECES))
    assert FREE in network.tokens
    searcher = Searcher(network)
    scores = np.full((4, len(PIECES)), -9.0, np.float32)
    for time, token in enumerate((1, 0, 5, 3)):
        scores[time, token] = -0.1
    trellis = searcher.run(frames_of(searcher, scores))
    assert trellis.score(0) == pytest.approx(-0.4 + TOKEN_GAIN, abs=1e-5), "free text gains nothing"
