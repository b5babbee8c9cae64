"""RunHook, CallHttp and CallPython: asked on a thread of their own (`hook`), ten seconds at most."""

from collections.abc import Callable
from threading import Lock, Thread
from typing import Protocol

from assistant.consult.ports import Stop
from assistant.devices.deeds.hooks.message import Hooked, answer, question
from assistant.devices.deeds.hooks.program import ask_plugin, ask_program
from assistant.devices.deeds.hooks.web import ask_web
from assistant.errors import CancelledError, HookError
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import CallHttp, RunHook
from assistant.values.consult import HookAnswer, HookAsked

MOST = 4
"""Hooks at work at the same time."""
TOO_MANY = f"{MOST} hooks are at work already; say it again when one is done."


class Token(Stop, Protocol):
    """A Stop that can be set."""

    def set(self) -> None:
        """Ask to stop."""


Answered = Callable[[HookAnswer, HookAsked, Window | None], None]


class HookRunner:
    """Implements act.ports.Executor for all three. The hands never wait for a hook."""

    def __init__(
        self,
        token: Callable[[], Token],
        answered: Answered,
        trouble: Callable[[str], None],
        *,
        is_remote_allowed: bool = False,
    ) -> None:
        """Make a `token` for each; tell `answered` what came back, or `trouble` what went wrong."""
        self._token, self._answered, self._trouble = token, answered, trouble
        self._is_remote_allowed = is_remote_allowed
        self._lock = Lock()
        self._running: set[Token] = set()

    def execute(self, deed: Hooked, window: Window | None) -> Outcome:
        """Ask, and return at once."""
        token = self._token()
        with self._lock:
            if len(self._running) >= MOST:
                return Outcome(Result.FAILED, TOO_MANY, "hook", window=window)
            self._running.add(token)
        Thread(target=self._run, args=(deed, window, token), name="hook", daemon=True).start()
        return Outcome(Result.DONE, method="hook", window=window)

    def call_off(self) -> None:
        """End every hook that is at work, with all that it started."""
        with self._lock:
            running = tuple(self._running)
        for token in running:
            token.set()

    def _run(self, deed: Hooked, window: Window | None, token: Token) -> None:
        try:
            found = answer(_name(deed), self._ask(deed, question(deed, window), token))
        except CancelledError:
            return
        except HookError as error:
            self._trouble(str(error))
            return
        finally:
            with self._lock:
                self._running.discard(token)
        self._answered(found, deed.asked, window)

    def _ask(self, deed: Hooked, asked: bytes, token: Token) -> bytes:
        match deed:
            case RunHook(argv):
                return ask_program(argv, asked, token)
            case CallHttp():
                return ask_web(deed, asked, token, is_remote_allowed=self._is_remote_allowed)
            case _:
                return ask_plugin(deed.entry, asked, token)


def _name(deed: Hooked) -> str:
    match deed:
        case RunHook(argv):
            return argv[0].rpartition("/")[2]
        case CallHttp():
            return "web"
        case _:
            return deed.entry
