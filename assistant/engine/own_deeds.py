"""Commands about the assistant itself: they become controls, as if somebody had clicked, or events."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.engine.ports import Observer
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.asked import HelpWanted, HistoryWanted
from assistant.values.commands.deed import Builtin
from assistant.values.commands.offer import Offer
from assistant.values.control import (
    AcceptEdit,
    Cancel,
    Control,
    Forget,
    Mode,
    RejectEdit,
    SetMode,
    StopAnswer,
    UseLanguages,
)
from assistant.values.event import Event, ModeChanged

ANY_LANGUAGE = "auto"
ASLEEP = {"en": "Asleep. Say: wake up.", "zh": "休息中。要继续，请说：开始听写。"}
HISTORY = "`assistant history` shows what was said."
PLAIN: dict[str, tuple[Control, str]] = {
    "assistant.cancel": (Cancel(), "Cancelled."),
    "assistant.quiet": (StopAnswer(), ""),
    "assistant.accept": (AcceptEdit(), ""),
    "assistant.reject": (RejectEdit(), ""),
    "assistant.forget": (Forget(), "The conversation is forgotten."),
}
"""Orders that are always the same, and what is answered."""
EXAMPLES = 3
"""Commands that are named right in the answer; all of them are in the event."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Whom the deeds turn to."""

    post: Callable[[Control], None]
    report: Observer
    offers: Callable[[Window | None, Mode], tuple[Offer, ...]]
    """Returns what can be said in a window and mode."""


class OwnDeeds:
    """Implements act.ports.BuiltinExecutor for the assistant's own state."""

    names = frozenset(
        f"assistant.{name}"
        for name in (
            *("sleep", "wake", "mode", "language", "cancel", "quiet", "help", "history"),
            *("accept", "reject", "forget"),
        )
    )

    def __init__(self) -> None:
        """Begin without anybody to give orders to; `connect` comes before the first deed."""
        self._posts: Posts | None = None
        self._mode = self._before = Mode.PUSH_TO_TALK

    def connect(self, posts: Posts, mode: Mode) -> None:
        """Give orders to `posts`; `mode` is what waking up returns to at first."""
        self._posts = posts
        self._mode = mode
        self._before = mode if mode is not Mode.ASLEEP else Mode.HANDS_FREE

    def follow(self, event: Event) -> None:
        """Remember the mode to wake up to, whoever chose it: a voice, the tray, a program."""
        if isinstance(event, ModeChanged):
            self._mode = event.mode
            if event.mode is not Mode.ASLEEP:
                self._before = event.mode

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:
        """Give the order that the command is, or show what it asks for."""
        posts = self._posts
        if posts is None:
            return Outcome(Result.FAILED, "The assistant is not running.", "assistant")
        match deed.name:
            case "assistant.help":
                message = self._help(deed.language, window, posts)
            case "assistant.history":
                posts.report(HistoryWanted())
                message = HISTORY
            case _:
                control, message = self._order(deed)
                posts.post(control)
        return Outcome(Result.DONE, message, "assistant")

    def _order(self, deed: Builtin) -> tuple[Control, str]:
        match deed.name:
            case "assistant.sleep":
                return SetMode(Mode.ASLEEP), ASLEEP.get(deed.language, ASLEEP["en"])
            case "assistant.wake":
                is_off = self._mode is self._before is Mode.PUSH_TO_TALK
                return SetMode(Mode.HANDS_FREE if is_off else self._before), "Awake."
            case "assistant.mode":
                return SetMode(Mode(str(deed.value("mode", Mode.HANDS_FREE)))), ""
            case "assistant.language":
                language = str(deed.value("language", ANY_LANGUAGE))
                languages = () if language == ANY_LANGUAGE else (language,)
                return UseLanguages(languages), f"Language: {language}."
            case name:
                return PLAIN[name]

    def _help(self, language: str, window: Window | None, posts: Posts) -> str:
        offers = posts.offers(window, self._mode)
        posts.report(HelpWanted(window.app if window else "", self._mode, language, offers))
        some = "; ".join(each.spoken(language)[0] for each in offers[:EXAMPLES] if each.spoken(language))
        return f"{len(offers)} commands work here, such as: {some}."
