"""What can be said here and now: by mode, by window, and by what the desktop can do."""

from dataclasses import dataclass, field
from pathlib import Path

from assistant.act.commands.abilities import Abilities
from assistant.act.ports import Tools
from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Deed
from assistant.values.control import Mode
from assistant.values.settings import CommandSettings, RecognizeSettings
from assistant.wiring.abilities import offers_of
from tests.support.commands import builtin_router, commands_of

PACK = """
pack = "here"
[[command]]
id = "here.firefox"
en = ["wave"]
when = { app = ["firefox"] }
action = { keys = "f5" }
[[command]]
id = "here.elsewhere"
en = ["bow"]
when = { not_app = ["firefox"] }
action = { builtin = "window.snap" }
examples = { en = ["bow"] }
[[command]]
id = "here.off"
en = ["leap"]
danger = 3
action = { keys = "f6" }
"""


@dataclass
class Choosy:
    """A tool that knows of much and can do what it is told that it can."""

    names: frozenset[str] = frozenset({"window.snap"})
    available: frozenset[str] = field(default_factory=frozenset)

    def execute(self, deed: Deed, window: Window | None) -> Outcome:
        """Do nothing."""
        return Outcome(Result.DONE)


def test_a_window_has_its_own_commands_and_danger_3_is_silent_until_it_is_allowed(tmp_path: Path) -> None:
    commands = commands_of(tmp_path, [PACK])
    router = Router(Gate(RecognizeSettings()), commands)
    allowing = Router(Gate(RecognizeSettings()), commands, CommandSettings(dangerous=True))

    def names(of: Router, app: str) -> list[str]:
        return [offer.name for _, offer in of.offers(Mode.COMMAND, app)]

    assert names(router, "Firefox") == ["here.firefox"]
    assert names(router, "gedit") == ["here.elsewhere"]
    assert names(allowing, "gedit") == ["here.elsewhere", "here.off"]


def test_between_dictation_and_asleep_less_is_heard() -> None:
    offers = {mode: [offer for _, offer in builtin_router().offers(mode, "")] for mode in Mode}
    assert [offer.name for offer in offers[Mode.ASLEEP]] == ["assistant.wake"]
    assert len(offers[Mode.COMMAND]) == len(offers[Mode.PUSH_TO_TALK]) > 100
    assert 5 < sum(offer.is_for_dictation for offer in offers[Mode.HANDS_FREE]) < 20


def test_every_offer_is_said_in_both_languages() -> None:
    for _, offer in builtin_router().offers(Mode.COMMAND, ""):
        assert offer.spoken("en"), offer.name
        assert offer.spoken("zh"), offer.name
        assert offer.spoken("fr") in {offer.spoken("en"), offer.spoken("zh")}


def test_what_the_desktop_cannot_do_is_not_offered(tmp_path: Path) -> None:
    router = Router(Gate(RecognizeSettings()), commands_of(tmp_path, [PACK]))
    window = Window(1, "gedit")
    for tools, offered in (
        (Tools(), []),
        (Tools(builtins=(Choosy(),)), []),
        (Tools(builtins=(Choosy(available=frozenset({"window.snap"})),)), ["here.elsewhere"]),
    ):
        assert [one.name for one in offers_of(router, tools)(window, Mode.COMMAND)] == offered


def test_repeating_and_taking_back_need_no_tool() -> None:
    able = Abilities(Tools())
    for name in ("assistant.repeat", "assistant.undo"):
        definition = builtin_router().find(name)
        assert definition is not None
        assert definition.recipe is not None
        assert able.can(definition.recipe)
