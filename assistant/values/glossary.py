"""What the user wrote down about writing: rules, replacements and snippets. Read from files elsewhere."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular expression and what takes the place of each match; a backslash and 1 is its first group."""

    pattern: re.Pattern[str] = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words, and what is written for them; `{date}` and the like stand for a value of that moment."""

    before: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Glossary:
    """Everything of one user."""

    rules: tuple[Rule, ...] = ()
    replacements: tuple[Wording, ...] = ()
    """Wherever the words stand."""
    snippets: tuple[Wording, ...] = ()
    """Only where the words are all that was said."""
