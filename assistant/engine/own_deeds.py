"""Commands about the assistant itself: they become controls, as if somebody had clicked."""

from collections.abc import Callable

from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin
from assistant.values.control import Cancel, Control, Mode, SetMode

TOLD = {
    "assistant.help": "assistant check lists every command; assistant try tells what a sentence does here.",
    "assistant.history": "assistant history shows what was said.",
}
"""What is answered where there is nothing to do but to tell."""


class OwnDeeds:
    """Implements act.ports.BuiltinExecutor for the assistant's own state."""

    names = frozenset(
        f"assistant.{name}" for name in ("sleep", "wake", "mode", "cancel", "quiet", "help", "history")
    )

    def __init__(self) -> None:
        """Begin without anybody to give orders to; `connect` comes before the first deed."""
        self._post: Callable[[Control], None] | None = None
        self._before = Mode.PUSH_TO_TALK

    def connect(self, post: Callable[[Control], None], mode: Mode) -> None:
        """Give orders to `post`; `mode` is what waking up returns to at first."""
        self._post, self._before = post, mode if mode is not Mode.ASLEEP else Mode.HANDS_FREE

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Give the order that the command is."""
        match deed.name:
            case "assistant.sleep":
                return self._order(SetMode(Mode.ASLEEP), "Asleep. Say: wake up.")
            case "assistant.wake":
                return self._order(SetMode(self._before), "Awake.")
            case "assistant.mode":
                self._before = Mode(str(deed.value("mode", Mode.HANDS_FREE)))
                return self._order(SetMode(self._before), "")
            case "assistant.cancel":
                return self._order(Cancel(), "Cancelled.")
            case name:
                return Outcome(Result.DONE, TOLD.get(name, ""), "assistant")

    def _order(self, control: Control, message: str) -> Outcome:
        if self._post is None:
            return Outcome(Result.FAILED, "The assistant is not running.", "assistant")
        self._post(control)
        return Outcome(Result.DONE, message, "assistant")
