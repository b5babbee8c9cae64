"""Chat completions, as OpenAI began them and every local server speaks them: out as JSON, in as replies."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.errors import BrokenReplyError, ConsultError, GarbledReplyError, ReplyTooLargeError
from assistant.values.consult import Called, Finished, Grew, Reply, Request

DONE = "[DONE]"
_LONGEST_ARGUMENTS = 64 << 10
_MOST_CALLS = 16
_REASONS = {"stop", "length", "tool_calls", "content_filter"}
_THINKS, _THOUGHT = "<think>", "</think>"


def body_of(request: Request, model: str) -> bytes:
    """Return the JSON of `request`. Raises ConsultError where a schema of it is not JSON."""
    body: dict[str, Any] = {"model": model} if model else {}
    body["messages"] = [{"role": str(turn.role), "content": turn.text} for turn in request.turns]
    body |= {"stream": True, "max_tokens": request.longest, "temperature": request.temperature}
    if request.tools:
        body["parallel_tool_calls"] = False  # one sentence, one deed
        body["tools"] = [
            {
                "type": "function",
                "function": {
                    "name": tool.name,
                    "description": tool.description,
                    "parameters": _schema(tool.parameters),
                },
            }
            for tool in request.tools
        ]
    if request.schema:
        wanted = {"name": "reply", "strict": True, "schema": _schema(request.schema)}
        body["response_format"] = {"type": "json_schema", "json_schema": wanted}
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _schema(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        raise ConsultError(
            "the schema of a tool or of a reply is no JSON: that is an error in a pack"
        ) from None


@dataclass(slots=True)
class _Call:
    """A tool call that is still arriving, in pieces."""

    tool: str = ""
    arguments: str = ""


class ReplyReader:
    """Reads the events of one reply.

    Thoughts that come in a field of their own are passed on between the marks that other models write.
    """

    def __init__(self) -> None:
        self._calls: dict[int, _Call] = {}
        self._is_thinking = False
        self._has_begun = False
        self.is_over = False
        """The reply has ended; nothing after that counts."""

    def feed(self, data: str) -> Iterator[Reply]:
        """Take the data of one event. Raises ConsultError, its children too."""
        if self.is_over:
            return
        self._has_begun = True
        if data.strip() == DONE:
            yield from self._end("stop")
            return
        choice = _choice(_object(data))
        if choice is None:
            return
        delta = choice.get("delta") or {}
        if not isinstance(delta, dict):
            raise _garbled()
        yield from self._text(delta)
        self._collect(delta.get("tool_calls") or [])
        reason = choice.get("finish_reason")
        if reason is not None:
            is_known = isinstance(reason, str) and reason in _REASONS
            yield from self._end(reason if is_known else "other")

    def close(self) -> None:
        """Take the end of the stream. Raises BrokenReplyError, GarbledReplyError where it is no end."""
        if self._has_begun and not self.is_over:
            raise BrokenReplyError("the server of the language model broke off in the middle of its reply")
        if not self.is_over:
            raise GarbledReplyError(
                "the server sent a stream without a reply in it: is it the server of a language model?"
            )

    def _text(self, delta: dict[str, Any]) -> Iterator[Reply]:
        thought = _piece(delta, "reasoning_content") or _piece(delta, "reasoning")
        if thought:
            yield Grew(thought if self._is_thinking else _THINKS + thought)
            self._is_thinking = True
        if said := _piece(delta, "content"):
            yield Grew(self._thought() + said)

    def _thought(self) -> str:
        mark, self._is_thinking = _THOUGHT if self._is_thinking else "", False
        return mark

    def _collect(self, pieces: object) -> None:
        if not isinstance(pieces, list):
            raise _garbled()
        for piece in pieces:
            if not isinstance(piece, dict):
                raise _garbled()
            index, function = piece.get("index", len(self._calls)), piece.get("function") or {}
            if not isinstance(index, int) or not isinstance(function, dict):
                raise _garbled()
            call = self._calls.setdefault(index, _Call())
            call.tool += _piece(function, "name")
            call.arguments += _piece(function, "arguments")
            if len(self._calls) > _MOST_CALLS or len(call.tool + call.arguments) > _LONGEST_ARGUMENTS:
                raise ReplyTooLargeError("the model asks for more tools at once than anybody could want")

    def _end(self, reason: str) -> Iterator[Reply]:
        self.is_over = True
        if mark := self._thought():
            yield Grew(mark)
        for _, call in sorted(self._calls.items()):
            yield Called(call.tool, call.arguments)
        yield Finished("tool_calls" if self._calls and reason == "stop" else reason)


def _object(data: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise _garbled() from None
    if not isinstance(found, dict):
        raise _garbled()
    return found


def _choice(found: dict[str, Any]) -> dict[str, Any] | None:
    """Return the one choice of an event; None where it holds none, as the last with its counts does."""
    if "error" in found:
        raise ConsultError(
            "the server of the language model failed in the middle of its reply; its log says why"
        )
    choices = found.get("choices")
    if not isinstance(choices, list):
        raise _garbled()
    if choices and not isinstance(choices[0], dict):
        raise _garbled()
    return choices[0] if choices else None


def _piece(table: dict[str, Any], name: str) -> str:
    piece = table.get(name)
    if piece is None:
        return ""
    if not isinstance(piece, str):
        raise _garbled()
    return piece


def _garbled() -> GarbledReplyError:
    return GarbledReplyError(
        "the server sent something that is no chat reply: is it an OpenAI-compatible server?"
    )
