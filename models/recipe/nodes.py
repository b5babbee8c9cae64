"""A small writer of ONNX nodes: every method adds one and returns the name of its output."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper


class Nodes:
    """Nodes and initializers of one graph, in the order they run."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.initializers: list[TensorProto] = []
        self._known: set[str] = set()

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """Store an array once under `name`."""
        if name not in self._known:
            self._known.add(name)
            array = np.ascontiguousarray(value)
            self.initializers.append(numpy_helper.from_array(array, name))
        return name

    def number(self, value: float) -> str:
        """Store a float scalar."""
        return self.constant(f"float_{value!r}", np.array(value, np.float32))

    def ints(self, *values: int) -> str:
        """Store int64 numbers, shape [n]."""
        return self.constant("int_" + "_".join(map(str, values)), np.array(values, np.int64))

    def add(self, operator: str, inputs: list[str], **attributes: int | list[int]) -> str:
        """Append a node with one output."""
        return self.add_many(operator, inputs, 1, **attributes)[0]

    def add_many(
        self, operator: str, inputs: list[str], count: int, **attributes: int | list[int]
    ) -> list[str]:
        """Append a node with `count` outputs."""
        stem = f"{operator}_{len(self.nodes)}"
        outputs = [f"{stem}_{index}" for index in range(count)]
        node = helper.make_node(operator, inputs, outputs, stem)
        node.attribute.extend(helper.make_attribute(name, value) for name, value in attributes.items())
        self.nodes.append(node)
        return outputs

    def rename(self, output: str, name: str) -> None:
        """Give the last node's output its public name."""
        if self.nodes[-1].output[0] != output:
            message = f"{output} is not the output of the last node"
            raise ValueError(message)
        self.nodes[-1].output[0] = name
