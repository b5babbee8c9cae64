"""`assistant bench consult`: what asking costs us until the first word, beside a bare socket."""

import socket
import tempfile
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Any

from assistant.cli.bench.engine import recognition_time, speech
from assistant.cli.bench.percentiles import milliseconds, percentile
from assistant.cli.consult.instant import instant_server
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.ledger import Ledger
from assistant.devices.consult.model import COMPLETIONS, HttpLanguageModel, Surroundings
from assistant.devices.consult.wire.chat import body_of
from assistant.engine.work import CancelToken
from assistant.values.consult import Grew, Request, Role, Turn
from assistant.values.settings import ConsultSettings, Settings
from assistant.wiring import load_acoustic_model

TARGET_MS = 10.0
_SECONDS, _PIECES_A_SECOND = 5, 100
"""Of speech; and as fast as a good graphics processor answers."""
_MORE = 10
"""So many requests for each run: one takes a millisecond or two."""
_QUESTION = Request((Turn(Role.SYSTEM, "Be brief. " * 20), Turn(Role.USER, "What time is it? " * 20)))


def measure(options: Namespace) -> dict[str, Any]:
    """Return how long the first word takes by our client and by a bare socket, and what a stream disturbs."""
    settings = settings_from(options)
    with tempfile.TemporaryDirectory() as folder, ProgressLine("bench consult") as line:
        around = Surroundings(KeyShelf(Path(folder) / "keys.json"), Ledger(Path(folder) / "sent.jsonl"))
        first = _first_words(options.runs * _MORE, around, line)
        return first | {"dictation": _beside_dictation(options.runs, around, settings)}


def _first_words(runs: int, around: Surroundings, line: ProgressLine) -> dict[str, Any]:
    bare: list[float] = []
    ours: list[float] = []
    with instant_server() as port, closing(_model(port, around)) as model:
        very_first = _time(lambda: _first_word(model))
        for number in range(runs):  # interleaved, so that a noisy moment hits both
            bare.append(_time(lambda: _bare_first_word(port)))
            ours.append(_time(lambda: _first_word(model)))
            line.show((number + 1) / runs)
    return {
        "first_word": [
            {"client": "bare socket", **milliseconds(bare)},
            {"client": "assistant", **milliseconds(ours)},
        ],
        "overhead": {
            "p50_ms": 1000 * (percentile(ours, 50) - percentile(bare, 50)),
            "p95_ms": 1000 * (percentile(ours, 95) - percentile(bare, 95)),
            "target_ms": TARGET_MS,
            "requests": runs,
        },
        "very_first": {"ms": 1000 * very_first, "loads": "the HTTP library, and asks whose computer it is"},
    }


def _beside_dictation(runs: int, around: Surroundings, settings: Settings) -> list[dict[str, Any]]:
    """Return how long the same speech takes to recognise, alone and while an answer streams, in turns."""
    samples = speech(_SECONDS)
    recognizer = load_acoustic_model(settings.recognize)
    alone: list[float] = []
    beside: list[float] = []
    with instant_server(1 / _PIECES_A_SECOND) as port, closing(_model(port, around)) as model:
        for _ in range(runs + 1):
            alone.append(recognition_time(samples, recognizer, settings))
            with closing(model.reply(_QUESTION, CancelToken())) as coming:
                next(coming)
                beside.append(recognition_time(samples, recognizer, settings))
    recognizer.close()
    del alone[0], beside[0]
    return [
        {"while": "nothing else", "seconds": _SECONDS, **milliseconds(alone)},
        {
            "while": f"{_PIECES_A_SECOND} pieces of an answer a second",
            "seconds": _SECONDS,
            **milliseconds(beside),
        },
    ]


def _model(port: int, around: Surroundings) -> HttpLanguageModel:
    settings = ConsultSettings(is_on=True, server=f"http://127.0.0.1:{port}", model="instant")
    return HttpLanguageModel(settings, around)


def _time(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _first_word(model: HttpLanguageModel) -> str:
    """Return the first piece of an answer, and hang up."""
    for reply in model.reply(_QUESTION, CancelToken()):
        if isinstance(reply, Grew):
            return reply.text
    raise AssertionError("the instant server always answers")


def _bare_first_word(port: int) -> bytes:
    """Do the least that anybody could: send the same bytes, and wait for the first piece."""
    body = body_of(_QUESTION, "instant")
    head = f"POST {COMPLETIONS} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port)) as server:
        server.sendall(head.encode() + body)
        answer = b""
        while b'"content"' not in answer:
            answer += server.recv(65536)
        return answer
