"""`consult ask` and `consult test`: a question, an answer, and how long it took."""

import json
import sys
from argparse import Namespace
from contextlib import closing, suppress
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from assistant.cli.consult.looking import counted
from assistant.cli.options import settings_from
from assistant.devices.consult.model import HttpLanguageModel
from assistant.devices.consult.servers import OFF, look_at
from assistant.engine.work import CancelToken
from assistant.errors import CancelledError, ConsultError
from assistant.values.consult import Called, Finished, Grew, Request, Role, Turn
from assistant.values.settings import ConsultSettings

_TRIED = "Say hello in one short sentence."
_PIECES_BEFORE_CANCEL = 3


@dataclass(slots=True)
class Course:
    """How an answer came."""

    text: str = ""
    reason: str = ""
    pieces: int = 0
    first_ms: float = 0.0
    total_ms: float = 0.0

    @property
    def sentence(self) -> str:
        """Tell it."""
        seconds = max(self.total_ms - self.first_ms, 1.0) / 1000
        rate = f", then {(self.pieces - 1) / seconds:.0f} pieces a second" if self.pieces > 1 else ""
        whole = f"{self.total_ms / 1000:.2f} s in all ({self.reason})"
        return f"first word after {self.first_ms:.0f} ms{rate}; {whole}"


def ask(options: Namespace) -> int:
    """Ask, and print the answer while it comes. Raises ConsultError."""
    text = sys.stdin.read() if options.text == ["-"] else " ".join(options.text)
    settings = _settings(options)
    with closing(HttpLanguageModel(settings)) as model:
        model.warm()
        course = follow(model, _request(text, options.longest), is_shown=not options.json)
    if options.json:
        facts = {"text": course.text, "reason": course.reason, "pieces": course.pieces}
        facts |= {"first_ms": round(course.first_ms, 1), "total_ms": round(course.total_ms, 1)}
        sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("\n")
        sys.stdout.flush()
        sys.stderr.write(f"[{course.sentence}]\n")
    return 0


def follow(model: HttpLanguageModel, request: Request, *, is_shown: bool = False) -> Course:
    """Take in a whole answer. Raises ConsultError."""
    course, began = Course(), perf_counter()
    for reply in model.reply(request, CancelToken()):
        match reply:
            case Grew(text):
                course.first_ms = course.first_ms or 1000 * (perf_counter() - began)
                course.pieces += 1
                course.text += text
                if is_shown:
                    sys.stdout.write(harmless(text))
                    sys.stdout.flush()
            case Called():
                pass  # no tools are offered here
            case Finished(reason):
                course.reason = reason
    course.total_ms = 1000 * (perf_counter() - began)
    return course


def harmless(text: str) -> str:
    """Return `text` without what a terminal would obey."""
    return "".join(one for one in text if one.isprintable() or one in "\n\t")


def test(options: Namespace) -> int:
    """Try everything once. Raises ConsultError where something is wrong."""
    settings = _settings(options)
    began = perf_counter()
    found = look_at(settings)
    asked_ms = 1000 * (perf_counter() - began)
    with closing(HttpLanguageModel(settings)) as model:
        model.warm()
        course = follow(model, _request(_TRIED, 48))
        cancelled_ms = _cancel(model)
    tools = {True: "yes", False: "no", None: "the server does not say"}[found.has_tools]
    if options.json:
        facts: dict[str, Any] = {"server": found.name, "url": found.url, "lists_ms": round(asked_ms, 1)}
        facts |= {"models": len(found.models), "tools": found.has_tools, "reason": course.reason}
        facts |= {"first_ms": round(course.first_ms, 1), "total_ms": round(course.total_ms, 1)}
        sys.stdout.write(json.dumps(facts | {"cancel_ms": round(cancelled_ms, 2)}) + "\n")
        return 0
    lines = {
        "server": f"{found.name} at {found.url} lists {counted(found)} in {asked_ms:.0f} ms",
        "model": settings.model or (found.models[0].name if found.models else "none"),
        "commands": f"can the model be given commands: {tools}",
        "answer": course.sentence,
        "cancel": f"let go of in the middle of an answer within {cancelled_ms:.1f} ms",
    }
    sys.stdout.write("".join(f"{name:<9} {harmless(told)}\n" for name, told in lines.items()))
    return 0


def _cancel(model: HttpLanguageModel) -> float:
    """Return how many milliseconds it took to be rid of an answer that was still coming."""
    token = CancelToken()
    began = perf_counter()
    with suppress(CancelledError):
        for number, _ in enumerate(model.reply(_request("Count to one hundred, in words.", 512), token), 1):
            if number == _PIECES_BEFORE_CANCEL:
                began = perf_counter()
                token.set()
    return 1000 * (perf_counter() - began)


def _request(text: str, longest: int) -> Request:
    return Request((Turn(Role.USER, text),), longest=longest, purpose="ask")


def _settings(options: Namespace) -> ConsultSettings:
    settings = settings_from(options).consult
    if not settings.is_on:
        raise ConsultError(OFF)
    return settings
