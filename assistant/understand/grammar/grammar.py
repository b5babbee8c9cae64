"""What was said -> which commands it may be, literally."""

from collections.abc import Iterator
from functools import cached_property

from hassil.recognize import RecognizeResult, recognize_all

from assistant.understand.command_set import CommandSet
from assistant.understand.grammar.amounts import with_whole_amounts
from assistant.understand.grammar.canonical import Canonical, canonical, is_chinese
from assistant.understand.grammar.compiled import LANGUAGES_WITHOUT_SPACES, Compiled
from assistant.understand.grammar.expansion import Expander
from assistant.understand.grammar.match import Match
from assistant.understand.grammar.prefilter import Prefilter
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import Definition, Filling, SlotList
from assistant.values.commands.letters import spelt
from assistant.values.phrases import Goal

LONGEST_SENTENCE = 300
"""Characters; nothing longer is taken for a command, and nothing longer is searched."""


class Grammar:
    """The commands of one language. Everything is read when it is made; matching takes no lock."""

    def __init__(self, language: str, commands: CommandSet) -> None:
        self.language = language
        self._compiled = Compiled(language, commands)
        self._expander = Expander(self._compiled)
        self._prefilter = Prefilter(self._compiled.intents)

    def matches(self, text: Canonical) -> tuple[Match, ...]:
        """Return the best match of each command, best first; those beside the first fit as well or worse."""
        if len(text.text) > LONGEST_SENTENCE:
            return ()
        found = tuple(self._read(text))
        if not found:
            whole = with_whole_amounts(text)
            found = tuple(self._read(whole)) if whole.text != text.text else ()
        best: dict[str, Match] = {}
        for match in sorted(found, key=lambda each: -each.literal):
            best.setdefault(match.name, match)
        return tuple(best.values())

    @property
    def is_spaceless(self) -> bool:
        """True where words are written without spaces between them."""
        return self.language in LANGUAGES_WITHOUT_SPACES

    def goals(self) -> Iterator[Goal]:
        """Yield every command as phrases, for a recogniser that decodes with the grammar in hand."""
        return (goal for goal, _ in self._expander.goals())

    def goals_with_definitions(self) -> Iterator[tuple[Goal, Definition]]:
        """Yield the same with the command of each."""
        return self._expander.goals()

    @cached_property
    def phrases(self) -> tuple[tuple[str, Definition], ...]:
        """Everything without numbers and free words that can be said, spelt out, and the command it is."""
        return tuple(self._expander.phrases())

    def _read(self, text: Canonical) -> Iterator[Match]:
        intents = self._prefilter.narrowed(text.text)
        for result in recognize_all(text.text, intents, language=self.language):
            pack = str((result.intent_data.metadata or {})["pack"])
            template = str(result.intent_sentence.text if result.intent_sentence else "")
            slots = self._slots(self._compiled.slots[pack, template], result, text)
            if slots is None:
                continue
            free = sum(len(str(slot.value)) for slot in slots if slot.is_free)
            for definition, _ in self._compiled.sentences[pack, template]:
                yield Match(definition, slots, self.language, len(text.text) - free, text.raw)

    def _slots(
        self, lists: dict[str, SlotList], result: RecognizeResult, text: Canonical
    ) -> tuple[Slot, ...] | None:
        """Return the slots in the order they were said; None where one can't be what it would have to be."""
        slots = []
        for entity in sorted(result.entities_list, key=lambda each: each.text_span or (0, 0)):
            each = lists[entity.name]
            if each.filling is Filling.FREE:
                start, stop = _place(text.text, str(entity.text), entity.text_span or (0, 0))
                words = text.cut(start, stop)
                if not words or self._length(words) > each.longest or (each.is_spelt and not spelt(words)):
                    return None
                slots.append(Slot(entity.name, words, is_free=True))
            elif each.filling is Filling.NUMBER:
                if entity.value != int(entity.value):
                    return None
                slots.append(Slot(entity.name, int(entity.value)))
            else:
                slots.append(Slot(entity.name, entity.value))
        return tuple(slots)

    def _length(self, words: str) -> int:
        if self.language in LANGUAGES_WITHOUT_SPACES and is_chinese(words):
            return len(canonical(words).text)
        return len(words.split())


def _place(text: str, words: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return where `words` stand: hassil's own span is too far to the right behind a number in words."""
    start, stop = span
    if not words or text[start:stop] == words:
        return span
    at = text.rfind(words, 0, start + len(words))
    return (at, at + len(words)) if at >= 0 else span
