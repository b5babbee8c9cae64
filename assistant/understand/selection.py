"""Which of several matches is meant here: in this window, this mode, with this tag. A tie is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.understand.grammar.match import Match
from assistant.values.commands.definition import Definition, Scope, When
from assistant.values.transcript import Tag, Transcript

SURE = 0.7
"""Probability that a tag needs before a command may depend on it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a command may depend on besides the words."""

    app: str = ""
    """Of the window with the focus; empty where the desktop hides it."""
    language: str = ""
    emotion: Tag | None = None
    sounds: tuple[Tag, ...] = ()

    @classmethod
    def of(cls, transcript: Transcript, app: str) -> "Surroundings":
        """Return those of a transcript."""
        return cls(app, transcript.language.name, transcript.emotion, transcript.sounds)


@dataclass(frozen=True, slots=True)
class Selection:
    """What became of the matches."""

    match: Match | None = None
    rivals: tuple[Match, ...] = ()
    """Matches that fit equally well: nothing is done."""
    elsewhere: Match | None = None
    """What would match in another window or another mode."""


def select(matches: Iterable[Match], scope: Scope, around: Surroundings) -> Selection:
    """Return what is meant by the best of `matches`."""
    every = tuple(matches)
    here = [
        match for match in every if scope in match.definition.scopes and applies(match.definition, around)
    ]
    if not here:
        return Selection(elsewhere=every[0] if every else None)
    here.sort(key=_rank)
    tied = [match for match in here if _rank(match) == _rank(here[0])]
    return Selection(here[0]) if len(tied) == 1 else Selection(rivals=tuple(tied))


def applies(definition: Definition, around: Surroundings) -> bool:
    """Tell whether a command is for these surroundings."""
    when = definition.when
    app = around.app.casefold()
    return (
        (not when.apps or any(name in app for name in when.apps if app))
        and not any(name in app for name in when.not_apps if app)
        and (not when.languages or around.language in when.languages)
        and _is_heard(when, around)
    )


def _is_heard(when: When, around: Surroundings) -> bool:
    tag = around.emotion
    if when.emotions and (tag is None or tag.name not in when.emotions or tag.probability < SURE):
        return False
    loud = {sound.name for sound in around.sounds if sound.probability >= SURE}
    return not when.sounds or not loud.isdisjoint(when.sounds)


def _rank(match: Match) -> tuple[int, int]:
    """Most words of the template's own first; then what is made for this application."""
    return -match.literal, -len(match.definition.when.apps) and -1
