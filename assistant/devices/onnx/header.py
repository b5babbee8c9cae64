"""Names, shapes and notes of an ONNX file, read without loading its weights.

An ONNX file is one protobuf message. Its weights are skipped by their length, so that a model of
240 MB tells what it is in a few milliseconds, in a process that never loads ONNX Runtime.
"""

import mmap
from dataclasses import dataclass, field
from pathlib import Path

from assistant.devices.onnx.protobuf import Span, fields, inside, text, varint
from assistant.errors import ModelError

_MODEL_GRAPH, _MODEL_NOTES = 7, 14
_GRAPH_INPUT, _GRAPH_OUTPUT = 11, 12
_VALUE_NAME, _VALUE_TYPE = 1, 2
_TYPE_TENSOR, _TENSOR_SHAPE, _SHAPE_DIM, _DIM_VALUE = 1, 2, 1, 1
_NOTE_KEY, _NOTE_VALUE = 1, 2


@dataclass(frozen=True, slots=True)
class Header:
    """What an ONNX file says about itself."""

    inputs: tuple[str, ...]
    outputs: dict[str, tuple[int, ...]]
    """Shape of each output; 0 where a length is free."""
    notes: dict[str, str] = field(repr=False)
    """The file's custom metadata."""


def read_header(path: Path) -> Header:
    """Read the header of the ONNX file at `path`. Raises ModelError where it is none."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            header = _parse(data)
    except (ValueError, IndexError) as error:  # mmap refuses an empty file with ValueError
        raise ModelError(f"{path} is not an ONNX file, or only a part of one: download it again") from error
    if not header.inputs or not header.outputs:
        raise ModelError(f"{path} is not an ONNX model: it has no inputs and outputs")
    return header


def _parse(data: mmap.mmap) -> Header:
    inputs: list[str] = []
    outputs: dict[str, tuple[int, ...]] = {}
    notes: dict[str, str] = {}
    for number, span in fields(data, (0, len(data))):
        if number == _MODEL_NOTES:
            notes[text(data, span, _NOTE_KEY)] = text(data, span, _NOTE_VALUE)
        elif number == _MODEL_GRAPH:
            for kind, value in fields(data, span):
                if kind == _GRAPH_INPUT:
                    inputs.append(text(data, value, _VALUE_NAME))
                elif kind == _GRAPH_OUTPUT:
                    outputs[text(data, value, _VALUE_NAME)] = _shape(data, value)
    return Header(tuple(inputs), outputs, notes)


def _shape(data: mmap.mmap, value: Span) -> tuple[int, ...]:
    spans = inside(data, value, _VALUE_TYPE, _TYPE_TENSOR, _TENSOR_SHAPE, _SHAPE_DIM)
    return tuple(_dimension(data, span) for span in spans)


def _dimension(data: mmap.mmap, span: Span) -> int:
    """Return a fixed length, 0 for a named or missing one."""
    start, stop = span
    if start == stop:
        return 0
    key, position = varint(data, start)
    return varint(data, position)[0] if key == _DIM_VALUE << 3 else 0
