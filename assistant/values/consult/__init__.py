"""What goes to a language model, and what comes back."""

from assistant.values.consult.hook import HookAnswer, HookAsked
from assistant.values.consult.reply import Called, Finished, Grew, Reply
from assistant.values.consult.request import Request, Role, Tool, Turn

__all__ = [
    "Called",
    "Finished",
    "Grew",
    "HookAnswer",
    "HookAsked",
    "Reply",
    "Request",
    "Role",
    "Tool",
    "Turn",
]
