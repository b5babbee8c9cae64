"""Writes GGUF, the file format of llama.cpp's models: metadata, then tensors of float32."""

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Plain = str | int | float | bool
Value = Plain | list[str] | list[int] | list[float]
Tensors = Mapping[str, NDArray[np.float32]]

_VERSION, _ALIGNMENT, _FLOAT32 = 3, 32, 0
_UINT32, _INT32, _FLOAT, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9


def write_gguf(path: Path, metadata: Mapping[str, Value], tensors: Tensors) -> None:
    """Write one file."""
    places, blocks, at = [], [], 0
    for name, tensor in tensors.items():
        block = np.ascontiguousarray(tensor, dtype=np.float32).tobytes()
        dimensions = struct.pack(f"<{tensor.ndim}Q", *reversed(tensor.shape))
        places.append(
            _text(name) + struct.pack("<I", tensor.ndim) + dimensions + struct.pack("<IQ", _FLOAT32, at)
        )
        blocks.append(block + bytes(-len(block) % _ALIGNMENT))
        at += len(blocks[-1])
    known = b"".join(_text(name) + _typed(value) for name, value in metadata.items())
    head = struct.pack("<4sIQQ", b"GGUF", _VERSION, len(tensors), len(metadata)) + known + b"".join(places)
    path.write_bytes(head + bytes(-len(head) % _ALIGNMENT) + b"".join(blocks))


def _text(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def _kind(value: Plain) -> int:
    match value:
        case bool():
            return _BOOL
        case int():
            return _INT32 if value < 0 else _UINT32
        case float():
            return _FLOAT
        case _:
            return _STRING


def _bare(value: Plain) -> bytes:
    match value:
        case bool():
            return struct.pack("<?", value)
        case int():
            return struct.pack("<i" if value < 0 else "<I", value)
        case float():
            return struct.pack("<f", value)
        case _:
            return _text(value)


def _typed(value: Value) -> bytes:
    if isinstance(value, list):
        kind = _INT32 if isinstance(value[0], int) else _kind(value[0])
        return struct.pack("<IIQ", _ARRAY, kind, len(value)) + b"".join(_bare(one) for one in value)
    return struct.pack("<I", _kind(value)) + _bare(value)
