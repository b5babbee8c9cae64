"""An assistant without ears whose language model is at a server of the test's: text in, events out."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from assistant.act.performer import Performer
from assistant.act.planner import Planner
from assistant.act.ports import Tools
from assistant.consult.ports import Voice
from assistant.devices.consult.model import HttpLanguageModel
from assistant.engine.consult import ConsultRooms
from assistant.engine.engine import Engine
from assistant.engine.own_deeds import OwnDeeds, Posts
from assistant.understand.router import Router
from assistant.values.action import Execute, Outcome, Result, Window
from assistant.values.commands.deed import Builtin, Deed, PressKeys
from assistant.values.control import Control, Job, Mode, Say
from assistant.values.event import ActionPerformed, AnswerEnded, Event
from assistant.values.settings import ActSettings, ConsultSettings, Profile
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.history import RecordingHistory
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import scripted_rooms
from tests.fakes.selection import RecordingSelection
from tests.support.chat_server import Behaviour, ChatRequest, ChatServer, chunk
from tests.support.commands import builtin_router
from tests.support.waiting import SOON, wait_until

EventT = TypeVar("EventT", bound=Event)
WINDOW = Window(7, "Editor")


class RecordingDeeds:
    """Implements act.ports.Executor for keys and every built-in deed, and does nothing."""

    names = frozenset(
        {"media.play_pause", "media.next", "timer.set", "window.close", "power.off", "screen.lock"}
    )

    def __init__(self) -> None:
        self.done: list[Deed] = []

    def execute(self, deed: Builtin | PressKeys, window: Window | None) -> Outcome:
        self.done.append(deed)
        return Outcome(Result.DONE, window=window)


@dataclass
class Scene:
    """The assistant and everything around it."""

    engine: Engine
    server: ChatServer
    desktop: RecordingDesktop
    selection: RecordingSelection
    history: RecordingHistory
    deeds: RecordingDeeds
    router: Router
    events: list[Event] = field(default_factory=list)

    def say(self, text: str, job: Job = Job.DICTATE) -> None:
        """Say something in the window."""
        self.engine.post(Say(text, WINDOW, job))

    def post(self, control: Control) -> None:
        self.engine.post(control)

    def told(self, kind: type[EventT]) -> list[EventT]:
        """Return the events of a kind so far."""
        return [each for each in tuple(self.events) if isinstance(each, kind)]

    def wait_for(self, kind: type[EventT], count: int = 1) -> EventT:
        """Wait for the count-th event of a kind."""
        wait_until(lambda: len(self.told(kind)) >= count, f"{kind.__name__} {count}")
        return self.told(kind)[count - 1]

    def executed(self) -> list[Execute]:
        """Return the commands that were carried out."""
        return [each.action for each in self.told(ActionPerformed) if isinstance(each.action, Execute)]

    def answer(self, text: str, job: Job) -> AnswerEnded:
        """Ask, and return how the answer ended."""
        count = len(self.told(AnswerEnded))
        self.say(text, job)
        return self.wait_for(AnswerEnded, count + 1)


@dataclass(frozen=True)
class Wishes:
    """What is different in one test."""

    settings: ConsultSettings = field(default_factory=ConsultSettings)
    selected: str = ""
    voice: Callable[[], Voice] | None = None
    profiles: tuple[Profile, ...] = ()


@contextmanager
def consulting(server: ChatServer, wishes: Wishes | None = None) -> Iterator[Scene]:
    """Run an assistant that asks `server`."""
    wishes = wishes or Wishes()
    settings = replace(wishes.settings, is_on=True, server=server.url, model="tiny")
    desktop, selection = RecordingDesktop(WINDOW), RecordingSelection(wishes.selected)
    router = builtin_router(asks_on_a_miss=settings.on_a_miss)
    planner = Planner(ActSettings(), router.find, consults=True)
    deeds, own, history = RecordingDeeds(), OwnDeeds(), RecordingHistory()
    tools = Tools(keys=deeds, builtins=(own, deeds))
    consult = ConsultRooms(
        settings=settings,
        model=lambda: HttpLanguageModel(settings),
        gate=router,
        planner=planner,
        selection=selection,
        voice=wishes.voice,
        profiles=wishes.profiles,
    )
    rooms = replace(
        scripted_rooms(desktop, ScriptedRecognizer([])),
        router=router,
        planner=planner,
        performer=Performer(desktop, ActSettings(), tools),
        consult=consult,
        history=history,
    )
    events: list[Event] = []
    engine = Engine(rooms, HandFedSource(), (events.append,))
    own.connect(Posts(engine.post, engine.report, lambda _window, _mode: ()), Mode.PUSH_TO_TALK)
    engine.start()
    engine.wait_until_loaded(60)
    try:
        yield Scene(engine, server, desktop, selection, history, deeds, router, events)
    finally:
        assert engine.stop(SOON)


def polite(*pieces: str) -> Behaviour:
    """Answer with these pieces; where one field of JSON was asked for, in it."""

    def behave(request: ChatRequest) -> None:
        text = "".join(pieces)
        asked = request.shop.asked[-1]
        request.head()
        for piece in (json.dumps({"text": text}),) if "response_format" in asked else pieces:
            request.send(chunk({"content": piece}))
        request.send(chunk({}, "stop"))
        request.send("data: [DONE]\n\n")

    return behave


def calling(tool: str, arguments: str = "{}", *, says: str = "") -> Behaviour:
    """Ask for a tool, whether or not one was offered; and say something too."""

    def behave(request: ChatRequest) -> None:
        asked = request.shop.asked[-1]
        request.head()
        if says:
            whole = json.dumps({"text": says}) if "response_format" in asked else says
            request.send(chunk({"content": whole}))
        function = {"name": tool, "arguments": arguments}
        call = {"index": 0, "id": "call_1", "type": "function", "function": function}
        request.send(chunk({"tool_calls": [call]}))
        request.send(chunk({}, "tool_calls"))
        request.send("data: [DONE]\n\n")

    return behave
