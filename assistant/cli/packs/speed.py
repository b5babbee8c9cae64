"""`assistant bench commands`: how long the router takes, with the built-in commands and 500 of a user's."""

import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterable
from itertools import islice, product
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from assistant.cli.bench.percentiles import percentile
from assistant.cli.options import settings_from
from assistant.understand.command_set import CommandSet
from assistant.values.commands.definition import Choice, Filling, SlotList
from assistant.values.control import Job
from assistant.values.intent import Context
from assistant.values.settings import CommandSettings
from assistant.values.transcript import Tag, Transcript

USER_COMMANDS, APPLICATIONS = 500, 300
FRESH = """
from time import thread_time
began = thread_time()
import assistant.understand.router
print(thread_time() - began)
"""
_VERBS = "prepare archive deploy inspect rotate publish measure label sort compare".split()
_THINGS = "report invoice branch cluster folder picture recipe ticket budget garden".split()
_HOWS = "quickly carefully again twice tonight".split()
_SYLLABLES = "ka lo mi ter ran vex dul pho".split()
_TALK = (
    *("the meeting was moved to Thursday because the room is taken", "I think so", "see you tomorrow"),
    *("could you send me the figures before lunch please", "close the kitchen windows", "turn on the lights"),
    *("他们明天要去北京开会", "我觉得这个方案不错", "关闭厨房的窗户", "谢谢你", "下午三点在公司门口见"),
    *(
        "scratch fat",
        "open fire fax",
        "necks tap",
        "打开中端",
        "截平",
        "bold that, new line",
        "全选，加粗，换行",
    ),
)


def measure(options: Namespace) -> dict[str, Any]:
    """Return import, preparation and routing times."""
    from assistant.understand.gate import Gate
    from assistant.understand.router import Router

    settings = settings_from(options)
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        commands = many_commands(Path(folder), settings.commands)
        read = perf_counter() - began
    router = Router(Gate(settings.recognize), commands, settings.commands)
    began = perf_counter()
    router.warm()
    warmed = perf_counter() - began
    texts = [*_TALK, *_user_texts(), *(text for text in _examples(commands.sayings))]
    return {
        "prepare_s": {"import": _imported(), "read": read, "warm": warmed},
        "routed": {"commands": len(commands.definitions()), "texts": len(texts)},
        **_timed(router, texts, max(1, options.runs // 4)),
    }


def many_commands(folder: Path, settings: CommandSettings) -> CommandSet:
    """Return the built-in commands, 500 of a user's and 300 applications, by way of files in `folder`."""
    from assistant.devices.packs.shelf import PackShelf
    from assistant.wiring import pack_shelf

    (folder / "many.toml").write_text(_pack(), encoding="utf-8")
    return PackShelf(pack_shelf(settings).builtin, folder, lambda: (_applications(),)).read().commands


def _imported() -> float:
    """Return how many seconds a fresh program works on importing the router."""
    command = [sys.executable, "-c", FRESH]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _timed(router: Any, texts: list[str], runs: int) -> dict[str, Any]:  # noqa: ANN401 - imported when measured
    waited: list[float] = []
    worked: list[float] = []
    context = Context(Job.COMMAND)
    for text in texts * (1 + runs):
        heard = _said(text)
        began, busy = perf_counter(), thread_time()
        router.route(heard, context)
        waited.append(perf_counter() - began)
        worked.append(thread_time() - busy)
    first = len(texts)  # the first round still builds what later ones find
    return {"waited": _points(waited[first:]), "processor": _points(worked[first:])}


def _points(seconds: list[float]) -> dict[str, float]:
    points = {"p50_ms": 50, "p95_ms": 95, "p99_ms": 99, "max_ms": 100}
    return {name: 1000 * percentile(seconds, at) for name, at in points.items()}


def _said(text: str) -> Transcript:
    tag = Tag("auto", 1.0)
    return Transcript(1, 0, 0, text, tag, tag, (), model="text")


def _examples(sayings: Any) -> Iterable[str]:  # noqa: ANN401 - a method of CommandSet
    return (
        text for language in ("en", "zh") for each in sayings(language) for text in each.phrasing.examples
    )


def _user_texts() -> Iterable[str]:
    said = islice(product(_VERBS, _THINGS, _HOWS), 0, USER_COMMANDS, 5)
    return (f"{verb} the {thing} {how}" for verb, thing, how in said)


def _pack() -> str:
    """Return 500 commands as a user might write them."""
    lines = ["pack = 'many'"]
    for number, (verb, thing, how) in enumerate(islice(product(_VERBS, _THINGS, _HOWS), USER_COMMANDS)):
        lines += [
            "[[command]]",
            f"id = 'many.c{number}'",
            f"en = ['[please] {verb} (the|my|this) {thing} {how}', '{how} {verb} [all] {thing}s']",
            "action = { keys = 'f5' }",
        ]
    return "\n".join(lines)


def _applications() -> SlotList:
    names = islice(product(_SYLLABLES, repeat=3), APPLICATIONS)
    choices = (Choice(f"app{number}", (("*", ("".join(name),)),)) for number, name in enumerate(names))
    return SlotList("app", Filling.CHOICE, tuple(choices), is_extension=True)
