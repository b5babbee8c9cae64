"""The user's hooks, joined with the engine that does what they answer."""

from collections.abc import Callable

from assistant.act.planner import Planner
from assistant.devices.deeds.hooks.runner import HookRunner
from assistant.engine.engine import Engine
from assistant.engine.hooks.answers import HookedAnswers
from assistant.engine.work import CancelToken
from assistant.understand.router import Router
from assistant.values.action import Window
from assistant.values.consult import HookAnswer, HookAsked
from assistant.values.event import Fault, Trouble
from assistant.values.settings import Settings


def build_hooks(settings: Settings, engine: Callable[[], Engine], router: Router) -> HookRunner:
    """Return what asks hooks; `engine` is there by the time one answers."""
    planner = Planner(settings.act, router.find)

    def answered(answer: HookAnswer, asked: HookAsked, window: Window | None) -> None:
        doing = HookedAnswers(router, planner, engine().perform, engine().report)
        doing.heard = engine().counsel.heard
        doing.take(answer, asked, window)

    def trouble(message: str) -> None:
        engine().report(Trouble(Fault.COMMANDS, message))

    allowed = settings.consult.is_on and settings.consult.is_remote_allowed
    return HookRunner(CancelToken, answered, trouble, is_remote_allowed=allowed)
