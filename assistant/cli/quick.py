"""`assistant press|release|toggle|cancel|status`: what a key of the compositor, or a program, runs.

A finger waits for it, so nothing heavy is loaded: `quick` reads the usual command lines without argparse.
"""

import sys
from collections.abc import Sequence

from assistant.services.control.client import ask

VERBS = ("press", "release", "toggle", "cancel", "status")
WITH_JOB = {"press", "toggle"}
OK, REFUSED, NOT_RUNNING = 0, 1, 3


def quick(arguments: Sequence[str]) -> int | None:
    """Do what a usual command line says and return the exit code; None leaves it to argparse."""
    verb, *rest = arguments
    job, as_json = "dictate", False
    while rest:
        option = rest.pop(0)
        if option == "--json":
            as_json = True
        elif option == "--job" and rest and verb in WITH_JOB and rest[0].isalpha():
            job = rest.pop(0)
        else:
            return None
    return order(verb, job, as_json=as_json)


def order(verb: str, job: str, *, as_json: bool) -> int:
    """Give the order, say what came of it, and return the exit code."""
    try:
        answer = ask(verb, job)
    except ConnectionError as error:  # a ControlError: its own name would have to be imported
        if as_json:
            _show_json({"ok": False, "error": str(error)})
        else:
            sys.stderr.write(f"assistant: {error}\n")
        return NOT_RUNNING
    if as_json:
        _show_json(answer)
    elif not answer.get("ok"):
        sys.stderr.write(f"assistant: {answer.get('error')}\n")
    elif verb == "status":
        sys.stdout.write(_sentences(answer))
    return OK if answer.get("ok") else REFUSED


def _show_json(answer: dict[str, object]) -> None:
    import json

    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


def _sentences(answer: dict[str, object]) -> str:
    doing = "recording" if answer.get("is_recording") else answer.get("state")
    where = answer.get("microphone") or "the default microphone"
    mode = str(answer.get("mode")).replace("_", "-")
    lines = [f"{doing}: {mode}, model {answer.get('model')}, {where}"]
    troubles = answer.get("troubles")
    lines += [str(each) for each in troubles] if isinstance(troubles, list) else []
    return "\n".join(lines) + "\n"
