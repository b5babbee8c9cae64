"""Commands about the assistant itself: which order each becomes, and what is remembered of the mode."""

import pytest

from assistant.engine.own_deeds import OwnDeeds, Posts
from assistant.values.action import Result, Window
from assistant.values.commands.asked import HelpWanted, HistoryWanted
from assistant.values.commands.deed import Builtin, Slot
from assistant.values.commands.offer import Offer
from assistant.values.control import Cancel, Control, Mode, SetMode, UseLanguages
from assistant.values.event import Event, ModeChanged

WINDOW = Window(7, "editor")
OFFER = Offer("tabs.close", (("en", ("close tab",)), ("zh", ("关闭标签",))))


class Orders:
    """Own deeds, and what they asked for."""

    def __init__(self, mode: Mode = Mode.HANDS_FREE) -> None:
        self.controls: list[Control] = []
        self.events: list[Event] = []
        self.asked: list[tuple[Window | None, Mode]] = []
        self.deeds = OwnDeeds()
        self.deeds.connect(Posts(self.controls.append, self.events.append, self._offers), mode)

    def _offers(self, window: Window | None, mode: Mode) -> tuple[Offer, ...]:
        self.asked.append((window, mode))
        return (OFFER,)

    def do(self, name: str, **slots: str) -> str:
        """Do one, and return what is answered."""
        deed = Builtin(f"assistant.{name}", tuple(Slot(*each) for each in slots.items()), "zh")
        outcome = self.deeds.execute(deed, WINDOW)
        assert outcome.result is Result.DONE
        return outcome.message


@pytest.mark.parametrize(
    ("name", "slots", "control"),
    [
        ("sleep", {}, SetMode(Mode.ASLEEP)),
        ("mode", {"mode": "command"}, SetMode(Mode.COMMAND)),
        ("language", {"language": "zh"}, UseLanguages(("zh",))),
        ("language", {"language": "auto"}, UseLanguages(())),
        ("cancel", {}, Cancel()),
    ],
)
def test_each_becomes_its_order(name: str, slots: dict[str, str], control: Control) -> None:
    orders = Orders()
    orders.do(name, **slots)
    assert orders.controls == [control]


def test_waking_returns_to_the_mode_of_before_whoever_chose_it() -> None:
    orders = Orders(Mode.WAKE_PHRASE)
    for mode in (Mode.COMMAND, Mode.ASLEEP):  # the tray chose command mode, and a voice sleep
        orders.deeds.follow(ModeChanged(mode))
    orders.do("wake")
    assert orders.controls == [SetMode(Mode.COMMAND)]


def test_who_begins_asleep_or_by_key_wakes_to_hands_free() -> None:
    for mode in (Mode.ASLEEP, Mode.PUSH_TO_TALK):
        orders = Orders(mode)
        orders.do("wake")
        assert orders.controls == [SetMode(Mode.HANDS_FREE)]


def test_help_tells_what_works_in_this_window_and_mode() -> None:
    orders = Orders(Mode.COMMAND)
    assert "关闭标签" in orders.do("help")
    assert orders.asked == [(WINDOW, Mode.COMMAND)]
    assert orders.events == [HelpWanted("editor", Mode.COMMAND, "zh", (OFFER,))]


def test_history_is_asked_for() -> None:
    orders = Orders()
    orders.do("history")
    assert orders.events == [HistoryWanted()]


def test_without_anybody_to_order_that_is_said() -> None:
    assert OwnDeeds().execute(Builtin("assistant.sleep"), None).result is Result.FAILED
