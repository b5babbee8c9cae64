"""What was meant as a command -> the intent: done, asked about, refused, or "did you mean"."""

from dataclasses import replace

from assistant.understand.grammar.canonical import canonical
from assistant.understand.grammar.match import Match
from assistant.understand.heard import Heard
from assistant.understand.interpreter import Interpreter
from assistant.understand.safety import Confirmation, Origin, Verdict, judge
from assistant.understand.selection import Selection
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import CONFIRMED, Filling, Scope, SlotList
from assistant.values.intent import Ask, Command, Commands, Intent, Nothing, Suggest, Why
from assistant.values.settings import CommandSettings

CONFIRM, CANCEL, LITERAL = "assistant.confirm", "assistant.cancel", "text.literal"
ASK, REWRITE = "assistant.ask", "assistant.rewrite"
"""Commands of the built-in packs that mean something to the router itself."""


class Commander:
    """Holds the commands, and the one that waits to be confirmed."""

    def __init__(self, interpreter: Interpreter, settings: CommandSettings) -> None:
        self._interpreter = interpreter
        self._settings = settings
        self._confirmation = Confirmation()

    def between_dictation(self, heard: Heard) -> Intent | None:
        """Return the command that dictated text is as a whole, word for word; None where it is text."""
        match = self._interpreter.literal(heard.text, Scope.DICTATION, heard.around).match
        if match is None or (match.name == LITERAL and not self._is_escaped(match, heard)):
            return None
        return self._commit(match, heard)

    def asleep(self, heard: Heard) -> Intent | None:
        """Return the command that wakes the assistant, where it is one."""
        match = self._interpreter.literal(heard.text, Scope.SLEEP, heard.around).match
        return None if match is None else self._commit(match, heard)

    def among(self, heard: Heard, names: frozenset[str]) -> Intent | None:
        """Return the command where it is one of `names`, word for word."""
        match = self._interpreter.literal(heard.text, Scope.COMMAND, heard.around).match
        return self._commit(match, heard) if match is not None and match.name in names else None

    def word_for_word(self, heard: Heard) -> Intent | None:
        """Return the command that this is as a whole; None where a language model is to have it."""
        match = self._interpreter.literal(heard.text, Scope.COMMAND, heard.around).match
        return None if match is None or match.name in {ASK, LITERAL, REWRITE} else self._commit(match, heard)

    def command(self, heard: Heard, *, is_literal: bool = False) -> Intent:
        """Return what was meant; `is_literal` takes nothing but a whole command, word for word."""
        selection = self._interpreter.literal(heard.text, Scope.COMMAND, heard.around)
        match = selection.match
        if match is not None and (match.name != LITERAL or self._is_escaped(match, heard)):
            return self._commit(match, heard)
        if selection.rivals:
            return Suggest(heard.text.raw, tuple(sorted(each.name for each in selection.rivals)))
        if is_literal:
            return Nothing(Why.NO_COMMAND)
        found = self._chain(heard) or self._decoded(heard) or self._by_sound(heard)
        return found or self._at_a_loss(heard, selection)

    def _decoded(self, heard: Heard) -> Intent | None:
        if heard.decoded is None:
            return None
        match = self._interpreter.literal(heard.decoded, Scope.COMMAND, heard.around).match
        return None if match is None else self._commit(match, heard, Origin.DECODED, heard.decoded.text)

    def _by_sound(self, heard: Heard) -> Intent | None:
        if not self._settings.by_sound:
            return None
        found = self._interpreter.misheard(heard.text, heard.around)
        return self._commit(found.match, heard, Origin.MISHEARD, found.phrase) if found is not None else None

    def _at_a_loss(self, heard: Heard, selection: Selection) -> Intent:
        if selection.elsewhere is not None:
            return Nothing(Why.NOT_HERE, heard.text.raw)
        phrases = self._interpreter.suggestions(heard.text, heard.around)
        return Suggest(heard.text.raw, phrases) if phrases else Nothing(Why.NO_COMMAND, heard.text.raw)

    def answer(self, heard: Heard) -> Intent | None:
        """Return what becomes of the command that waits; None where none does, or something else was said.

        Whatever is said, nothing waits any longer: the default is to cancel.
        """
        waiting = self._confirmation.take(heard.start)
        if waiting is None:
            return None
        match = self._interpreter.literal(heard.text, Scope.COMMAND, heard.around).match
        if match is not None and match.name == CONFIRM:
            return replace(waiting, is_confirmed=True)
        return Nothing(Why.CANCELLED) if match is not None and match.name == CANCEL else None

    def admit(self, name: str, slots: tuple[Slot, ...], origin: Origin) -> Intent:
        """Return what becomes of a command that no voice gave: a language model's, or a hook's.

        It passes the same gate as speech does, and never one of danger 2 or 3.
        """
        definition = self._interpreter.commands.find(name)
        if definition is None or definition.recipe is None:
            return Nothing(Why.NO_COMMAND)
        if judge(definition, origin, dangerous=False) is not Verdict.DO:
            return Nothing(Why.REFUSED)
        lists = self._interpreter.commands.slots(name)
        filled = tuple(_filled(slot, lists.get(slot.name)) for slot in slots)
        known = tuple(slot for slot in filled if slot is not None)
        return Command(name, known) if len(known) == len(slots) else Nothing(Why.REFUSED)

    def asked_until(self, stop: int) -> None:
        """Let the time for the answer begin at `stop`, where the question ended."""
        self._confirmation.extend(stop)

    def _chain(self, heard: Heard) -> Intent | None:
        links = self._interpreter.chained(heard.text, heard.around)
        matches = [link.selection.match for link in links if link.selection.match is not None]
        if not matches:
            return None
        if any(match.definition.danger >= CONFIRMED for match in matches):
            return Nothing(Why.REFUSED, heard.text.raw)  # it has to be said alone
        return Commands(tuple(_command(match) for match in matches))

    def _commit(
        self, match: Match, heard: Heard, origin: Origin = Origin.LITERAL, taken_for: str = ""
    ) -> Intent:
        command = replace(_command(match, taken_for), said=heard.text.raw)
        match judge(match.definition, origin, dangerous=self._settings.dangerous):
            case Verdict.SWITCHED_OFF:
                return Nothing(Why.SWITCHED_OFF, heard.text.raw)
            case Verdict.REFUSE:
                return Nothing(Why.REFUSED, heard.text.raw)
            case Verdict.ASK:
                return self._confirmation.ask(command, heard.stop)
            case Verdict.DO:
                return _meant(command)

    def _is_escaped(self, match: Match, heard: Heard) -> bool:
        """Tell whether the words would be a command but for the "literal" before them."""
        words = canonical(str(match.slots[0].value)) if match.slots else canonical("")
        scopes = (Scope.DICTATION, Scope.COMMAND)
        return any(self._interpreter.literal(words, each, heard.around).match for each in scopes)


def _filled(slot: Slot, each: SlotList | None) -> Slot | None:
    """Return a slot as speech would have filled it; None where speech could not."""
    match each:
        case SlotList(filling=Filling.FREE):
            return Slot(slot.name, str(slot.value), is_free=True)
        case SlotList(filling=Filling.NUMBER, low=low, high=high):
            is_number = isinstance(slot.value, int) and low <= slot.value <= high
            return slot if is_number else None
        case SlotList(choices=choices):
            meant = (one.out for one in choices if slot.value == one.out or one.is_said(str(slot.value)))
            out = next(meant, None)
            return None if out is None else Slot(slot.name, out)
        case _:
            return None


def _command(match: Match, taken_for: str = "") -> Command:
    return Command(match.name, match.slots, match.said, taken_for, match.language)


def _meant(command: Command) -> Intent:
    if command.name == CONFIRM:
        return Nothing(Why.NO_COMMAND)  # nothing waits
    if command.name in {ASK, REWRITE}:
        return Ask(str(command.slots[0].value), is_edit=command.name == REWRITE)
    return command
