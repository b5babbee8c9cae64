"""The JSON that goes to a hook and comes back.

To it: `{"v": 1, "utterance": ..., "lang": ..., "slots": {...}, "app": ...}`. From it, every key optional:
`{"say": ..., "type": ..., "toast": ..., "run": ["command.id"]}`. An empty answer is one, too.
"""

import json

from assistant.errors import HookError
from assistant.values.action import Window
from assistant.values.commands.deed import CallHttp, CallPython, RunHook
from assistant.values.consult import HookAnswer

VERSION = 1
LARGEST = 64 << 10
"""Bytes of an answer."""
LONGEST = 8000
"""Characters of one text in it."""
MOST_COMMANDS = 5
_TEXTS = ("say", "type", "toast")
_FORMAT = 'It has to be {"say": "...", "type": "...", "toast": "...", "run": ["command.id"]}.'

Hooked = RunHook | CallHttp | CallPython


def question(deed: Hooked, window: Window | None) -> bytes:
    """Return what a hook is asked, on one line."""
    asked = {
        "v": VERSION,
        "utterance": deed.asked.said,
        "lang": deed.asked.language,
        "slots": {slot.name: slot.value for slot in deed.slots},
        "app": window.app if window is not None else "",
    }
    return json.dumps(asked, ensure_ascii=False).encode() + b"\n"


def answer(name: str, body: bytes) -> HookAnswer:
    """Read what came back. Raises HookError, which names the hook and no word of the answer."""
    if not body.strip():
        return HookAnswer()
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise HookError(f"The hook {name} did not answer in JSON. {_FORMAT}") from None
    if not isinstance(found, dict):
        raise HookError(f"The hook {name} did not answer with an object. {_FORMAT}")
    texts = {key: found.get(key) or "" for key in _TEXTS}
    run = found.get("run") or []
    if not all(isinstance(text, str) and len(text) <= LONGEST for text in texts.values()):
        raise HookError(f"A text in the answer of the hook {name} is none, or too long. {_FORMAT}")
    if not isinstance(run, list) or len(run) > MOST_COMMANDS or not all(isinstance(one, str) for one in run):
        raise HookError(f"The hook {name} asks for over {MOST_COMMANDS} commands, or for none by its id.")
    return HookAnswer(**texts, run=tuple(run))
