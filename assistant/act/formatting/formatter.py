"""From what was heard to what is written: one fold after the other.

The order matters. What was not meant goes first; the user's own words come before marks, numbers and spaces
are made, so that these apply to them too; what stands before the caret is looked at when the words are known;
snippets are last, since they are written exactly as the user wrote them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from assistant.act.formatting.about import About
from assistant.act.formatting.ending import end_text
from assistant.act.formatting.fillers import remove_fillers
from assistant.act.formatting.joining import join_caret
from assistant.act.formatting.numbers import write_numbers
from assistant.act.formatting.own.replacements import apply_replacements
from assistant.act.formatting.own.rules import apply_rules
from assistant.act.formatting.own.snippets import expand_snippets
from assistant.act.formatting.script import convert_script
from assistant.act.formatting.spacing import space_cjk
from assistant.act.formatting.spoken_marks import write_spoken_marks
from assistant.act.formatting.stutters import collapse_stutters
from assistant.act.profiles import profile_of, style_in
from assistant.values.action import Window
from assistant.values.glossary import Glossary
from assistant.values.settings import FormatSettings, Profile
from assistant.values.transcript import Transcript

Fold = Callable[[str, About], str]

FOLDS: tuple[Fold, ...] = (
    collapse_stutters,
    remove_fillers,
    apply_replacements,
    apply_rules,
    write_spoken_marks,
    write_numbers,
    space_cjk,
    join_caret,
    convert_script,
    end_text,
    expand_snippets,
)


def fold_all(text: str, about: About) -> str:
    """Return `text` after every fold."""
    for fold in FOLDS:
        text = fold(text, about)
    return text


@dataclass(frozen=True, slots=True)
class Formatter:
    """Writes down what was heard, as the user wants it in that window."""

    settings: FormatSettings = field(default_factory=FormatSettings)
    profiles: tuple[Profile, ...] = ()
    glossary: Callable[[], Glossary] = field(repr=False, default=Glossary)
    """Gives the user's words as they are at this moment."""
    variable: Callable[[str], str | None] = field(repr=False, default=About().variable)
    """Gives the value of a variable at this moment: `date`, `time`, `clipboard`."""

    def format(self, text: str, heard: Transcript, window: Window | None, before: str | None) -> str:
        """Return how `text` of `heard` is written in `window`, where `before` stands before the caret.

        Raises SettingsError where the style needs what is not installed.
        """
        style = style_in(self.settings, profile_of(window, self.profiles))
        about = About(style, heard.language, heard.words, before, bool(window and window.is_terminal))
        return fold_all(text, replace(about, glossary=self.glossary(), variable=self.variable))
