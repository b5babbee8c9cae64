"""A small writer of ONNX nodes: each method adds one and returns the names of its outputs."""

from typing import Any

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

from assistant.devices.onnx.prepare.surgery.parts import Array


class Nodes:
    """Nodes and weights of one graph, in the order they run."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.weights: dict[str, TensorProto] = {}

    def constant(self, value: Array, name: str = "") -> str:
        """Keep an array, under a name of its own where none is given."""
        name = name or f"c{len(self.weights)}"
        self.weights[name] = numpy_helper.from_array(np.ascontiguousarray(value).reshape(value.shape), name)
        return name

    def shared(self, value: Array) -> str:
        """Keep a small array once, however often it is asked for."""
        name = "k_" + "_".join(map(str, [value.dtype, *value.shape, *value.reshape(-1)]))
        return name if name in self.weights else self.constant(value, name)

    def ints(self, *values: int) -> str:
        """Keep int64 numbers, shape [n]."""
        return self.shared(np.array(values, np.int64))

    def number(self, value: float) -> str:
        """Keep one float."""
        return self.shared(np.array(value, np.float32))

    def add(self, operator: str, inputs: list[str], **attributes: Any) -> str:  # noqa: ANN401 - ONNX has many kinds
        """Append a node with one output."""
        return self.many(operator, inputs, 1, **attributes)[0]

    def many(self, operator: str, inputs: list[str], count: int, **attributes: Any) -> list[str]:  # noqa: ANN401 - ONNX has many kinds
        """Append a node with `count` outputs."""
        stem = f"{operator}{len(self.nodes)}"
        outputs = [f"{stem}_{index}" for index in range(count)]
        self.nodes.append(helper.make_node(operator, inputs, outputs, stem, **attributes))
        return outputs

    def rename(self, inner: str, name: str) -> str:
        """Give the value that was added last, and is used nowhere yet, the name of an output: no copy."""
        outputs = self.nodes[-1].output
        outputs[list(outputs).index(inner)] = name
        return name

    def publish(self, inner: str, name: str) -> None:
        """Give a value the name of an output."""
        self.nodes.append(helper.make_node("Identity", [inner], [name], name))
