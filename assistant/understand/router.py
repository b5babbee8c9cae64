"""Transcript -> Intent: what an utterance is for. Exactly one answer to everything that is said."""

from typing import assert_never

from assistant.understand.command_set import CommandSet
from assistant.understand.commander import Commander
from assistant.understand.gate import Gate
from assistant.understand.grammar.canonical import Canonical, canonical
from assistant.understand.heard import Heard
from assistant.understand.interpreter import Interpreter
from assistant.understand.safety import Origin
from assistant.understand.selection import Surroundings
from assistant.understand.sounds.guards import EchoGuard, has_background
from assistant.understand.sounds.wake import WINDOW, WakePhrases
from assistant.values.commands.deed import Slot
from assistant.values.control import Job, Mode
from assistant.values.intent import Ask, Context, Dictate, Intent, Nothing, Suggest, Why
from assistant.values.settings import CommandSettings
from assistant.values.transcript import Transcript

HUSH = frozenset({"assistant.quiet", "assistant.cancel", "assistant.sleep"})
"""What is heard even while the assistant speaks."""
_FREE = (Dictate, Suggest, Ask)
"""Intents that carry words of the recogniser's own, which an unsure model may have made up."""


class Router:
    """Sends every utterance where it belongs. Used by one thread; `use` may be called by any."""

    def __init__(
        self, gate: Gate, commands: CommandSet | None = None, settings: CommandSettings | None = None
    ) -> None:
        """Route with `commands` (None: dictation is all there is)."""
        self._gate = gate
        self._settings = settings or CommandSettings()
        self._echo = EchoGuard()
        self._open_until = -1
        self._now = 0
        self.use(commands or CommandSet())

    def use(self, commands: CommandSet) -> None:
        """Understand these commands from the next utterance on; what waited to be confirmed is called off."""
        self._wakes = WakePhrases(commands.wakes(self._settings.wake_phrases))
        self._interpreter = Interpreter(commands)
        self._commander = Commander(self._interpreter, self._settings)

    def warm(self) -> None:
        """Make ready what the first utterance would have to wait for."""
        self._interpreter.warm()

    def spoke(self, text: str, start: int, stop: int) -> None:
        """Take note of what the assistant said aloud from sample `start` to `stop`."""
        self._echo.spoke(text, start, stop)
        self._commander.asked_until(stop)

    def admit(self, name: str, slots: tuple[Slot, ...], origin: Origin) -> Intent:
        """Return what becomes of a command that a language model or a hook wants."""
        return self._commander.admit(name, slots, origin)

    def route(self, transcript: Transcript, context: Context) -> Intent:
        """Return what `transcript` means in its `context`.

        Text that is not acted on stays in the answer, but for what was said hands-free and not to the
        assistant: of that nothing is left.
        """
        objection = self._gate.objection(transcript)
        is_private = context.job is None and context.mode is not Mode.HANDS_FREE
        if objection not in {None, Why.UNSURE}:
            return Nothing(objection, "" if is_private else transcript.text)
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
        answer = self._commander.answer(heard)
        if answer is not None:
            return answer
        match job:
            case Job.DICTATE:
                return self._dictation(heard)
            case Job.COMMAND:
                return self._commander.command(heard)
            case Job.ASK:
                return Ask(heard.transcript.text)
            case Job.EDIT:
                return Ask(heard.transcript.text, is_edit=True)
            case _:
                assert_never(job)

    def _unannounced(self, heard: Heard, mode: Mode) -> Intent:
        if self._echo.overlaps(heard.transcript):
            return self._commander.among(heard, HUSH) or Nothing(Why.ECHO)
        addressed = self._wakes.addressed(heard.text)
        if mode is Mode.ASLEEP:
            rest = heard if addressed is None else heard.rest(addressed.rest)
            return self._commander.asleep(rest) or Nothing(Why.NOT_ADDRESSED)
        if self._echo.is_copy(heard.transcript):
            return Nothing(Why.ECHO)
        if addressed is not None:
            return self._addressed(heard, addressed.rest)
        if has_background(heard.transcript):
            return Nothing(Why.BACKGROUND, heard.transcript.text if mode is Mode.HANDS_FREE else "")
        return self._unaddressed(heard, mode)

    def _addressed(self, heard: Heard, rest: Canonical) -> Intent:
        if not rest.text:
            self._open_until = heard.stop + WINDOW
            return Nothing(Why.WOKEN)
        self._open_until = -1
        answer = self._commander.answer(heard.rest(rest))
        if answer is not None:
            return answer
        return self._commander.command(heard.rest(rest), is_literal=has_background(heard.transcript))

    def _unaddressed(self, heard: Heard, mode: Mode) -> Intent:
        is_open, self._open_until = heard.start <= self._open_until, -1
        answer = self._commander.answer(heard)
        if answer is not None:
            return answer
        if is_open:
            return self._commander.command(heard)
        if mode is Mode.WAKE_PHRASE:
            return Nothing(Why.NOT_ADDRESSED)
        if mode is Mode.COMMAND:
            intent = self._commander.command(heard)
            # Whoever else is in the room is heard here too: what is no command leaves no trace.
            return Nothing(Why.NO_COMMAND) if isinstance(intent, Suggest | Nothing) else intent
        return self._dictation(heard)

    def _dictation(self, heard: Heard) -> Intent:
        return self._commander.between_dictation(heard) or Dictate(heard.transcript.text)

    def _heard(self, transcript: Transcript, context: Context) -> Heard:
        was_audio = transcript.stop > transcript.start
        start, stop = (transcript.start, transcript.stop) if was_audio else (max(self._now, context.at),) * 2
        self._now = max(self._now, stop)
        app = context.window.app if context.window else ""
        return Heard(transcript, canonical(transcript.text), Surroundings.of(transcript, app), start, stop)
