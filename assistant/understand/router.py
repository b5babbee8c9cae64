"""Transcript -> Intent: what an utterance is for. Exactly one answer to everything that is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from assistant.understand.command_set import CommandSet
from assistant.understand.commander import Commander
from assistant.understand.decoded import decoded
from assistant.understand.gate import Gate
from assistant.understand.grammar.canonical import canonical
from assistant.understand.heard import Heard
from assistant.understand.interpreter import Interpreter
from assistant.understand.offers import offered
from assistant.understand.safety import Origin
from assistant.understand.selection import Surroundings, applies
from assistant.understand.sounds.guards import EchoGuard, has_background
from assistant.understand.sounds.wake import WINDOW, WakePhrases
from assistant.values.action import Window
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import Definition, SlotList
from assistant.values.commands.offer import Offer
from assistant.values.control import Job, Mode
from assistant.values.intent import Ask, Context, Dictate, Intent, Nothing, Suggest, Why
from assistant.values.phrases import Goal
from assistant.values.settings import CommandSettings
from assistant.values.transcript import Transcript

HUSH = frozenset({"assistant.quiet", "assistant.cancel", "assistant.sleep"})
"""What is heard even while the assistant speaks."""
_FREE = (Dictate, Suggest, Ask)
"""Intents that carry words of the recogniser's own, which an unsure model may have made up."""


@dataclass(frozen=True)
class _Known:
    """All that depends on the commands, so that they change all at once."""

    wakes: WakePhrases
    interpreter: Interpreter
    commander: Commander
    own_wakes: tuple[str, ...]

    @cached_property
    def expected(self) -> tuple[Goal, ...]:
        """All that may be said, with the wake phrase before it or not."""
        return tuple(self.interpreter.goals(self.own_wakes))


class Router:
    """Sends every utterance where it belongs. Used by one thread; `use` may be called by any."""

    def __init__(
        self,
        gate: Gate,
        commands: CommandSet | None = None,
        settings: CommandSettings | None = None,
        *,
        asks_on_a_miss: bool = False,
    ) -> None:
        """Route with `commands` (None: dictation is all there is).

        `asks_on_a_miss`: what was said to the assistant and is no command is for the language model.
        """
        self._asks_on_a_miss = asks_on_a_miss
        self._gate = gate
        self._settings = settings or CommandSettings()
        self._echo = EchoGuard()
        self._open_until = -1
        self._now = 0
        self.use(commands or CommandSet())

    def use(self, commands: CommandSet) -> None:
        """Understand these commands from the next utterance on; what waited to be confirmed is called off."""
        self._commands = commands
        settings: CommandSettings | None = None
        # Commands may come on one thread while settings come on another: the last word is of both.
        while commands is not self._commands or settings is not self._settings:
            commands, settings = self._commands, self._settings
            interpreter = Interpreter(commands)
            wakes = WakePhrases(commands.wakes(settings.wake_phrases))
            commander = Commander(interpreter, settings)
            self._known = _Known(wakes, interpreter, commander, settings.wake_phrases)

    def fit(self, gate: Gate, settings: CommandSettings, *, asks_on_a_miss: bool) -> None:
        """Understand as other settings say from the next utterance on."""
        self._gate, self._asks_on_a_miss = gate, asks_on_a_miss
        if settings != self._settings:
            self._settings = settings
            self.use(self._commands)

    def expected(self) -> Sequence[Goal]:
        """Return all that may be said as a command: the same object until other commands are used."""
        return self._known.expected

    def warm(self) -> None:
        """Make ready what the first utterance would have to wait for; any thread may do this."""
        self._known.interpreter.warm()

    def find(self, name: str) -> Definition | None:
        """Return the command with this id."""
        return self._known.interpreter.commands.find(name)

    def offers(self, mode: Mode, app: str, language: str = "") -> list[tuple[Definition, Offer]]:
        """Return what can be said in a window of `app`."""
        commands = self._known.interpreter.commands
        around = Surroundings(app, language)
        return list(offered(commands, mode, around, dangerous=self._settings.dangerous))

    def spoke(self, text: str, start: int, stop: int) -> None:
        """Take note of what the assistant said aloud from sample `start` to `stop`."""
        self._echo.spoke(text, start, stop)
        self._known.commander.asked_until(stop)

    def speaks(self, text: str, start: int) -> Callable[[int], None]:
        """Take note that the assistant begins to say `text`; what is returned is told where it ended."""
        end = self._echo.speaks(text, start)

        def ended(stop: int) -> None:
            end(stop)
            self._known.commander.asked_until(stop)

        return ended

    def unwaking(self, text: str) -> str:
        """Return `text` without any wake phrase, so that the assistant never wakes itself."""
        return self._known.wakes.without(text)

    def offered(self, window: Window | None) -> tuple[tuple[Definition, dict[str, SlotList]], ...]:
        """Return the commands of this window that a language model may be offered, with their lists."""
        around = Surroundings(window.app if window is not None else "")
        commands = self._known.interpreter.commands
        return tuple(
            (each, commands.slots(each.name))
            for each in commands.definitions()
            if each.is_tool and applies(each, around)
        )

    def admit(self, name: str, slots: tuple[Slot, ...], origin: Origin) -> Intent:
        """Return what becomes of a command that a language model or a hook wants."""
        return self._known.commander.admit(name, slots, origin)

    def route(self, transcript: Transcript, context: Context) -> Intent:
        """Return what `transcript` means in its `context`.

        Text that is not acted on stays in the answer, but for what was said hands-free and not to the
        assistant: of that nothing is left.
        """
        objection = self._gate.objection(transcript)
        is_private = context.job is None and context.mode is not Mode.HANDS_FREE
        if objection not in {None, Why.UNSURE}:
            return Nothing(objection, "" if is_private else transcript.text or transcript.withheld)
        heard = self._heard(transcript, context)
        if context.job is None:
            intent = self._unannounced(heard, context.mode)
        else:
            intent = self._announced(heard, context.job)
        is_dictation = context.job is Job.DICTATE or (context.job is None and not is_private)
        if objection is not None and (isinstance(intent, _FREE) or is_dictation):
            return Nothing(objection, "" if is_private else transcript.text)
        return intent

    def _announced(self, heard: Heard, job: Job) -> Intent:
        answer = self._known.commander.answer(heard)
        if answer is not None:
            return answer
        match job:
            case Job.DICTATE:
                return self._dictation(heard)
            case Job.COMMAND:
                return self._or_ask(self._known.commander.command(heard), heard)
            case Job.ASK:
                return self._known.commander.word_for_word(heard) or Ask(heard.transcript.text)
            case Job.EDIT:
                asked = self._known.commander.word_for_word(heard)
                return asked or Ask(heard.transcript.text, is_edit=True)
            case _:
                assert_never(job)

    def _unannounced(self, heard: Heard, mode: Mode) -> Intent:
        if self._echo.overlaps(heard.transcript):
            return self._known.commander.among(heard, HUSH) or Nothing(Why.ECHO)
        rest = self._after_wake(heard)
        if mode is Mode.ASLEEP:
            return self._known.commander.asleep(rest or heard) or Nothing(Why.NOT_ADDRESSED)
        if self._echo.is_copy(heard.transcript):
            return Nothing(Why.ECHO)
        if rest is not None:
            return self._addressed(rest)
        if has_background(heard.transcript):
            return Nothing(Why.BACKGROUND, heard.transcript.text if mode is Mode.HANDS_FREE else "")
        return self._unaddressed(heard, mode)

    def _after_wake(self, heard: Heard) -> Heard | None:
        """Return what follows the wake phrase, as it was written or as it was decoded."""
        written = self._known.wakes.addressed(heard.text)
        by_sound = heard.decoded if self._settings.wake_by_sound else None
        decoded = self._known.wakes.addressed(by_sound) if by_sound is not None else None
        if written is None and decoded is None:
            return None
        found = decoded.rest if decoded is not None else heard.decoded
        text = written.rest if written is not None else found
        return heard.rest(text or heard.text, found)

    def _addressed(self, heard: Heard) -> Intent:
        if not heard.text.text:
            self._open_until = heard.stop + WINDOW
            return Nothing(Why.WOKEN)
        self._open_until = -1
        answer = self._known.commander.answer(heard)
        if answer is not None:
            return answer
        is_literal = has_background(heard.transcript)
        intent = self._known.commander.command(heard, is_literal=is_literal)
        return intent if is_literal else self._or_ask(intent, heard)

    def _unaddressed(self, heard: Heard, mode: Mode) -> Intent:
        is_open, self._open_until = heard.start <= self._open_until, -1
        answer = self._known.commander.answer(heard)
        if answer is not None:
            return answer
        if is_open:
            return self._or_ask(self._known.commander.command(heard), heard)
        if mode is Mode.WAKE_PHRASE:
            return Nothing(Why.NOT_ADDRESSED)
        if mode is Mode.COMMAND:
            intent = self._known.commander.command(heard)
            # Whoever else is in the room is heard here too: what is no command leaves no trace.
            return Nothing(Why.NO_COMMAND) if isinstance(intent, Suggest | Nothing) else intent
        return self._dictation(heard)

    def _or_ask(self, intent: Intent, heard: Heard) -> Intent:
        """Return `intent`, or a question where it is no command and the user lets the model have those."""
        said = heard.text.cut(0, len(heard.text.text))
        is_miss = isinstance(intent, Suggest) or (
            isinstance(intent, Nothing) and intent.why is Why.NO_COMMAND and intent.text
        )
        return Ask(said, may_act=True) if is_miss and self._asks_on_a_miss else intent

    def _dictation(self, heard: Heard) -> Intent:
        return self._known.commander.between_dictation(heard) or Dictate(heard.transcript.text)

    def _heard(self, transcript: Transcript, context: Context) -> Heard:
        was_audio = transcript.stop > transcript.start
        start, stop = (transcript.start, transcript.stop) if was_audio else (max(self._now, context.at),) * 2
        self._now = max(self._now, stop)
        app = context.window.app if context.window else ""
        around = Surroundings.of(transcript, app)
        return Heard(transcript, canonical(transcript.text), around, start, stop, decoded(transcript))
