from dataclasses import dataclass, field

import pytest

from assistant.act.commands.carrier import Carrier
from assistant.act.performer import Performer
from assistant.act.planner import Planner
from assistant.act.ports import Tools
from assistant.errors import DeliveryError
from assistant.values.action import AskFirst, DoNothing, Execute, Outcome, Result, Step, TakeBack, Window
from assistant.values.commands.deed import Builtin, Deed, OpenUrl, PressKeys, RunProgram, Slot
from assistant.values.intent import Command, Commands, Confirm
from assistant.values.settings import ActSettings
from tests.support.commands import builtin_commands

WINDOW = Window(7, "editor")


@dataclass
class RecordingTool:
    """Remembers what it was to do, and says it is done; or says what it is told to."""

    names: frozenset[str] = frozenset()
    outcome: Outcome = field(default_factory=lambda: Outcome(Result.DONE))
    error: DeliveryError | None = None
    done: list[tuple[Deed, Window | None]] = field(default_factory=list)

    def execute(self, deed: Deed, window: Window | None) -> Outcome:
        """Remember a deed."""
        if self.error is not None:
            raise self.error
        self.done.append((deed, window))
        return self.outcome


def _step(*chords: str, undo: Deed | None = None, danger: int = 0) -> Step:
    return Step("it.it", PressKeys(chords), undo, danger=danger)


def _builtin(name: str, **slots: int) -> Step:
    return Step(name, Builtin(name, tuple(Slot(*each) for each in slots.items())))


def _carry(carrier: Carrier, *steps: Step) -> Result:
    return carrier.carry(Execute(steps, WINDOW)).result


def test_steps_are_done_in_order_and_in_their_window() -> None:
    keys = RecordingTool()
    assert _carry(Carrier(Tools(keys=keys)), _step("ctrl+a"), _step("ctrl+b")) is Result.DONE
    assert keys.done == [(PressKeys(("ctrl+a",)), WINDOW), (PressKeys(("ctrl+b",)), WINDOW)]


def test_after_a_step_that_fails_nothing_more_is_done() -> None:
    keys = RecordingTool(outcome=Outcome(Result.WRONG_WINDOW))
    assert _carry(Carrier(Tools(keys=keys)), _step("ctrl+a"), _step("ctrl+b")) is Result.WRONG_WINDOW
    assert len(keys.done) == 1


def test_what_this_desktop_can_not_do_is_said() -> None:
    outcome = Carrier(Tools()).carry(Execute((_builtin("window.snap"),)))
    assert outcome.result is Result.FAILED
    assert "window.snap" in outcome.message


def test_a_desktop_that_is_gone_is_a_failure_and_not_an_error() -> None:
    keys = RecordingTool(error=DeliveryError("The X server is gone."))
    assert _carry(Carrier(Tools(keys=keys)), _step("ctrl+a")) is Result.FAILED


def test_a_built_in_deed_goes_to_whoever_knows_it() -> None:
    windows, media = RecordingTool(frozenset({"window.snap"})), RecordingTool(frozenset({"media.next"}))
    carrier = Carrier(Tools(builtins=(windows, media)))
    assert _carry(carrier, _builtin("media.next")) is Result.DONE
    assert (len(windows.done), len(media.done)) == (0, 1)


def test_the_last_command_is_repeated_as_often_as_was_said() -> None:
    keys = RecordingTool()
    carrier = Carrier(Tools(keys=keys))
    assert _carry(carrier, _builtin("assistant.repeat")) is Result.FAILED
    _carry(carrier, _step("page_down"))
    assert _carry(carrier, _builtin("assistant.repeat", n=3)) is Result.DONE
    assert len(keys.done) == 4
    _carry(carrier, _builtin("assistant.repeat", n=10**6))
    assert len(keys.done) == 24


def test_what_had_to_be_confirmed_is_not_repeated() -> None:
    keys = RecordingTool()
    carrier = Carrier(Tools(keys=keys))
    _carry(carrier, _step("alt+f4", danger=2))
    assert _carry(carrier, _builtin("assistant.repeat")) is Result.FAILED
    assert len(keys.done) == 1


def test_the_last_commands_are_taken_back_one_after_the_other() -> None:
    keys = RecordingTool()
    carrier = Carrier(Tools(keys=keys))
    _carry(
        carrier, _step("ctrl+t", undo=PressKeys(("ctrl+w",))), _step("ctrl+b", undo=PressKeys(("ctrl+z",)))
    )
    assert [_carry(carrier, _builtin("assistant.undo")) for _ in range(3)] == [
        *(Result.DONE, Result.DONE, Result.FAILED)
    ]
    assert [deed for deed, _ in keys.done[2:]] == [PressKeys(("ctrl+z",)), PressKeys(("ctrl+w",))]


def test_what_can_not_be_taken_back_is_said() -> None:
    carrier = Carrier(Tools(keys=RecordingTool()))
    _carry(carrier, _step("enter"))
    outcome = carrier.carry(Execute((_builtin("assistant.undo"),)))
    assert (outcome.result, "it.it" in outcome.message) == (Result.FAILED, True)


class TestPlanning:
    """Intents of commands become steps with literal arguments."""

    planner = Planner(ActSettings(), builtin_commands().find)

    def test_a_command_is_executed_in_the_window_it_was_said_for(self) -> None:
        assert self.planner.plan(Command("tabs.next"), WINDOW) == Execute(
            (Step("tabs.next", PressKeys(("ctrl+page_down",)), PressKeys(("ctrl+page_up",))),), WINDOW
        )

    def test_a_chain_is_executed_whole(self) -> None:
        action = self.planner.plan(Commands((Command("format.bold"), Command("tabs.next"))), WINDOW)
        assert isinstance(action, Execute)
        assert [step.command for step in action.steps] == ["format.bold", "tabs.next"]

    def test_slots_stand_in_the_deed_and_in_the_reply(self) -> None:
        slot = Slot("question", "tea & cake", is_free=True)
        action = self.planner.plan(Command("web.search", (slot,), language="en"), None)
        assert isinstance(action, Execute)
        assert action.steps[0].deed == OpenUrl("https://duckduckgo.com/?q=tea%20%26%20cake")
        assert action.steps[0].reply == "Searching for tea & cake"

    def test_the_question_holds_the_literal_deed(self) -> None:
        action = self.planner.plan(Confirm(Command("app.close", (Slot("app", "firefox"),)), 0), WINDOW)
        assert isinstance(action, AskFirst)
        assert action.question == "app.close: app.close app='firefox'"

    def test_danger_is_asked_about_even_where_nobody_asked(self) -> None:
        assert isinstance(self.planner.plan(Command("window.close"), WINDOW), AskFirst)
        assert isinstance(self.planner.plan(Command("window.close", is_confirmed=True), WINDOW), Execute)

    def test_a_command_that_is_gone_does_nothing(self) -> None:
        assert isinstance(self.planner.plan(Command("gone.gone"), WINDOW), DoNothing)

    def test_texts_are_taken_back_by_whoever_keeps_account_of_them(self) -> None:
        assert self.planner.plan(Command("text.scratch"), WINDOW) == TakeBack(1)


def test_the_performer_carries_out_and_asks() -> None:
    from tests.fakes.desktop import RecordingDesktop

    keys = RecordingTool()
    performer = Performer(RecordingDesktop(), tools=Tools(keys=keys))
    assert performer.perform(Execute((_step("ctrl+a"),), WINDOW)).result is Result.DONE
    asked = AskFirst((Step("x.x", RunProgram(("x",)), danger=2),), "x.x: run 'x'")
    assert performer.perform(asked).result is Result.ASKED
    assert len(keys.done) == 1


@pytest.mark.parametrize("name", ["tabs.goto", "edit.replace", "volume.set", "timer.remind"])
def test_the_definitions_of_the_built_in_commands_can_be_filled(name: str) -> None:
    definition = builtin_commands().find(name)
    assert definition is not None
    values = dict.fromkeys(builtin_commands().slots(name), 1)
    slots = tuple(Slot(*each) for each in values.items())
    assert isinstance(TestPlanning.planner.plan(Command(name, slots), None), Execute)
