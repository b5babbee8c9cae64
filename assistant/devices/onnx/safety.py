"""What an ONNX file from a stranger could do to us, looked for before ONNX Runtime gets to see it.

Only the file's structure is read; the `onnx` library is not needed, and weights are stepped over.
"""

import math
import mmap
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from assistant.devices.onnx.protobuf import Span, fields, inside, numbers, text
from assistant.errors import DamagedModelError, ModelRefusedError

LARGEST = 2 << 30
"""Bytes; no protobuf message may be longer."""
_OWN_OPERATORS = {"", "ai.onnx", "com.microsoft"}
"""Domains that ONNX Runtime brings with it."""
_READS_FILES = {"EPContext"}
"""Operators of ONNX Runtime's own that name a file."""
_DEEPEST = 8

_MODEL_GRAPH, _MODEL_OPSETS, _MODEL_FUNCTIONS, _OPSET_DOMAIN = 7, 8, 25, 1
_GRAPH_NODES, _GRAPH_WEIGHTS, _GRAPH_INPUTS, _GRAPH_SPARSE = 1, 5, 11, 15
_NODE_OPERATOR, _NODE_ATTRIBUTES, _NODE_DOMAIN = 4, 5, 7
_ATTRIBUTE_TENSORS, _ATTRIBUTE_GRAPHS, _ATTRIBUTE_SPARSE = (5, 10), (6, 11), (22, 23)
_SPARSE_PARTS = (1, 2)
_TENSOR_DIMS, _TENSOR_FILES = 1, 13
_FILE_KEY, _FILE_VALUE = 1, 2
_VALUE_NAME, _VALUE_TYPE, _TYPE_TENSOR, _TENSOR_KIND = 1, 2, 1, 1
_SMALLEST = 8
"""Weights of 4 bits are the smallest, and packed numbers of one byte each are common; be generous."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a graph is made of."""

    kinds: dict[str, int]
    """Element type of each input, by ONNX's numbers."""
    files: tuple[str, ...]
    """Names of the files beside it that hold weights."""


def inspect(graph: Path) -> Contents:
    """Look through an ONNX file. Raises ModelRefusedError with what is unsafe, DamagedModelError."""
    size = graph.stat().st_size
    if size > LARGEST:
        raise ModelRefusedError(
            f"{graph.name} is refused: at {size / 1e9:.1f} GB it is larger than any ONNX file"
        )
    try:
        with graph.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _Inspector(graph, data).inspect()
    except (ValueError, IndexError) as error:
        if isinstance(error, ModelRefusedError):
            raise
        raise DamagedModelError(f"{graph.name} is not an ONNX file, or only a part of one") from error


class _Inspector:
    """Walks through one file."""

    def __init__(self, graph: Path, data: mmap.mmap) -> None:
        self._graph = graph
        self._data = data
        self._files: set[str] = set()

    def inspect(self) -> Contents:
        whole = (0, len(self._data))
        for opset in inside(self._data, whole, _MODEL_OPSETS):
            self._check_domain(text(self._data, opset, _OPSET_DOMAIN))
        if inside(self._data, whole, _MODEL_FUNCTIONS):
            raise self._refusal("it defines operators of its own")
        kinds: dict[str, int] = {}
        for graph in inside(self._data, whole, _MODEL_GRAPH):
            self._walk(graph, 0)
            for value in inside(self._data, graph, _GRAPH_INPUTS):
                types = inside(self._data, value, _VALUE_TYPE, _TYPE_TENSOR)
                kind = next((n for one in types for n in numbers(self._data, one, _TENSOR_KIND)), 0)
                kinds[text(self._data, value, _VALUE_NAME)] = kind
        return Contents(kinds, tuple(sorted(self._files)))

    def _walk(self, graph: Span, depth: int) -> None:
        if depth > _DEEPEST:
            raise self._refusal("its graphs are nested without end")
        for number, span in fields(self._data, graph):
            if number == _GRAPH_NODES:
                self._check_node(span, depth)
            elif number == _GRAPH_WEIGHTS:
                self._check_weights(span)
            elif number == _GRAPH_SPARSE:
                self._check_sparse(span)

    def _check_node(self, node: Span, depth: int) -> None:
        self._check_domain(text(self._data, node, _NODE_DOMAIN))
        operator = text(self._data, node, _NODE_OPERATOR)
        if operator in _READS_FILES:
            raise self._refusal(f"its operator {operator} reads other files")
        for attribute in inside(self._data, node, _NODE_ATTRIBUTES):
            for number, span in fields(self._data, attribute):
                if number in _ATTRIBUTE_TENSORS:
                    self._check_weights(span)
                elif number in _ATTRIBUTE_GRAPHS:
                    self._walk(span, depth + 1)
                elif number in _ATTRIBUTE_SPARSE:
                    self._check_sparse(span)

    def _check_domain(self, domain: str) -> None:
        if domain not in _OWN_OPERATORS:
            raise self._refusal(f"it needs operators that are not ONNX Runtime's own ({domain[:60]!r})")

    def _check_sparse(self, sparse: Span) -> None:
        for number, span in fields(self._data, sparse):
            if number in _SPARSE_PARTS:
                self._check_weights(span)

    def _check_weights(self, tensor: Span) -> None:
        named = {
            text(self._data, pair, _FILE_KEY): text(self._data, pair, _FILE_VALUE)
            for pair in inside(self._data, tensor, _TENSOR_FILES)
        }
        if named:
            self._check_file(named)
            return
        count = math.prod(numbers(self._data, tensor, _TENSOR_DIMS))
        if count > (tensor[1] - tensor[0]) * _SMALLEST:
            raise self._refusal(f"it claims {count:,} weights where its bytes hold far fewer")

    def _check_file(self, named: dict[str, str]) -> None:
        name = named.get("location", "")
        here = self._graph.parent.resolve()
        is_outside = (
            not name
            or PurePosixPath(name).is_absolute()
            or PureWindowsPath(name).drive
            or ".." in {*PurePosixPath(name).parts, *PureWindowsPath(name).parts}
        )
        if is_outside or not (here / name).resolve().is_relative_to(here):
            raise self._refusal(f"its weights point to a file outside its folder ({name[:80]!r})")
        if not (here / name).is_file():
            raise self._refusal(f"its weights lie in {name[:80]!r}, which is not beside it")
        stop = sum(int(named[key]) for key in ("offset", "length") if named.get(key, "").isdecimal())
        if stop > (here / name).stat().st_size:
            raise self._refusal(f"its weights are said to lie beyond the end of {name[:80]!r}")
        self._files.add(name)

    def _refusal(self, why: str) -> ModelRefusedError:
        return ModelRefusedError(f"{self._graph.name} is refused: {why}; get the model from its authors")
