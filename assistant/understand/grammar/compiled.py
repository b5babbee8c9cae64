"""Packs as hassil's own structures: slot lists, rules and templates of one language."""

from collections.abc import Iterable

from hassil.expression import Sentence, TextChunk
from hassil.intents import (
    Intent,
    IntentData,
    Intents,
    IntentsSettings,
    RangeSlotList,
    TextSlotList,
    TextSlotValue,
    WildcardSlotList,
)
from hassil.intents import (
    SlotList as HassilList,
)

from assistant.understand.command_set import CommandSet, Saying
from assistant.understand.grammar.canonical import canonical
from assistant.understand.grammar.template import Known, TemplateError, lint, lint_rule, list_of_slots, parse
from assistant.values.commands.definition import Definition, Filling, SlotList

LANGUAGES_WITHOUT_SPACES = {"zh", "yue", "ja"}


class Compiled:
    """The templates of one language that can be used; what can't is left out, each by itself."""

    def __init__(self, language: str, commands: CommandSet) -> None:
        self.language = language
        self.lists: dict[str, dict[str, SlotList]] = {}
        """Lists by pack."""
        self.rules: dict[str, dict[str, Sentence]] = {}
        self.sentences: dict[tuple[str, str], list[tuple[Definition, Sentence]]] = {}
        """(pack, template) -> the commands that are said so."""
        self.slots: dict[tuple[str, str], dict[str, SlotList]] = {}
        """(pack, template) -> slot -> the list that fills it."""
        for saying in commands.sayings(language):
            self._add(saying, commands)
        self.intents = self._intents()

    def _add(self, saying: Saying, commands: CommandSet) -> None:
        pack = saying.pack
        if pack.name not in self.lists:
            self.lists[pack.name] = spoken_lists(commands.lists(pack), self.language)
            self.rules[pack.name] = parsed_rules(commands.rules(pack, self.language))
        for template in saying.phrasing.templates:
            try:
                sentence = parse(template)
            except TemplateError:
                continue  # `check` tells; here it must not disturb the others
            if not any(lint(sentence, known_of(self.lists[pack.name], self.rules[pack.name]))):
                key = pack.name, sentence.text or template
                self.sentences.setdefault(key, []).append((saying.definition, sentence))
                self.slots[key] = list_of_slots(sentence, self.lists[pack.name])

    def _intents(self) -> Intents:
        """Return everything as hassil takes it: one block a pack, since each costs time at every match."""
        blocks = []
        for pack in self.lists:
            texts = [text for name, text in self.sentences if name == pack]
            lists = {name: _hassil_list(each, self.language) for name, each in self.lists[pack].items()}
            free = {name for name, each in self.lists[pack].items() if each.filling is Filling.FREE}
            block = IntentData(
                texts,
                expansion_rules=self.rules[pack],
                slot_lists=lists,
                wildcard_list_names=free,
                metadata={"pack": pack},
            )
            _ = block.sentences  # parsed now, and not while somebody waits
            blocks.append(block)
        settings = IntentsSettings(ignore_whitespace=self.language in LANGUAGES_WITHOUT_SPACES)
        return Intents(self.language, {"commands": Intent("commands", blocks)}, settings=settings)


def known_of(lists: dict[str, SlotList], rules: dict[str, Sentence]) -> Known:
    """Return what the templates of a pack with these may refer to."""
    return Known(lists, {name for name, each in lists.items() if each.filling is Filling.FREE}, rules)


def spoken_lists(lists: dict[str, SlotList], language: str) -> dict[str, SlotList]:
    """Return the lists that can be filled in `language`."""
    return {
        name: each
        for name, each in lists.items()
        if each.filling is not Filling.CHOICE or any(choice.spoken(language) for choice in each.choices)
    }


def parsed_rules(rules: dict[str, str]) -> dict[str, Sentence]:
    """Return the rules that can be read."""
    parsed = {}
    for name, template in rules.items():
        try:
            sentence = parse(template)
        except TemplateError:
            continue
        if not any(lint_rule(sentence)):
            parsed[name] = sentence
    return parsed


def _hassil_list(each: SlotList, language: str) -> HassilList:
    match each.filling:
        case Filling.FREE:
            return WildcardSlotList(each.name)
        case Filling.NUMBER:
            return RangeSlotList(each.name, each.low, each.high, each.step)
        case Filling.CHOICE:
            return TextSlotList(each.name, list(_values(each, language)))


def _values(each: SlotList, language: str) -> Iterable[TextSlotValue]:
    seen = set()
    for choice in each.choices:
        for text in choice.spoken(language):
            said = canonical(text).text
            if said and said not in seen:  # the user's own choice of a word comes first
                seen.add(said)
                yield TextSlotValue(TextChunk(said), choice.out)
