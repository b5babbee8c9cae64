"""Unsigned weights -> signed ones, in a graph that is otherwise left alone: for comparison only."""

import numpy as np
from onnx import ModelProto, TensorProto, numpy_helper

from assistant.devices.onnx.prepare.surgery.parts import signed


def make_signed(model: ModelProto) -> int:
    """Change weights and zero points of every MatMulInteger in place; return how many were."""
    names: set[str] = set()
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            names |= {node.input[1], *node.input[3:4]}
    count = 0
    for tensor in model.graph.initializer:
        if tensor.name in names and tensor.data_type == TensorProto.UINT8:
            values = numpy_helper.to_array(tensor).astype(np.uint8)
            tensor.CopyFrom(numpy_helper.from_array(signed(values), tensor.name))
            count += 1
    return count
